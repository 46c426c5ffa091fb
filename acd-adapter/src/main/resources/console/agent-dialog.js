// One agent: what he does now, kept up to date, and what a supervisor may do to him.
import { ActionBar } from './action-bar.js';
import { AGENT_ACTIONS, CHANGE_SKILLS } from './agent-actions.js';
import { skillsText, stateText } from './agent-words.js';
import { openDialog } from './dialogs.js';
import { FactList } from './fact-list.js';
import { clock } from './format.js';
import { hrefOfCall } from './links.js';
import { allOf, everySecond } from './schedule.js';
import { maySupervise } from './session.js';
import { t } from './texts.js';

export function openAgent(number, me, live) {
  const about = new FactList();
  const actions = new ActionBar(maySupervise(me) ? [...AGENT_ACTIONS, CHANGE_SKILLS] : []);
  const draw = () => {
    const agent = live.agents.get(number) ?? null;
    actions.show(agent);
    if (agent !== null) {
      about.show(factsOf(agent, live));
    }
  };
  draw();
  const dialog = openDialog(t('agent_named', { agent: number }), about.node, actions.node);
  dialog.addEventListener('close', allOf(live.listen('agents', draw), everySecond(draw)));
}

function factsOf(agent, live) {
  return [
    ['centre', agent.centre],
    ['state', stateText(agent)],
    ['for_so_long', clock(live.now() - Date.parse(agent.since))],
    ['call', agent.call, hrefOfCall(agent.call ?? '')],
    ['skills', skillsText(agent.skills)],
  ];
}
