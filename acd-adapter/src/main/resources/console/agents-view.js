// All agents in one table: filtered here, kept up to date by the stream. What may be done to one: agent-dialog.js.
import { openAgent } from './agent-dialog.js';
import { AGENT_STATES, skillsText, stateText } from './agent-words.js';
import { el, heading, setClass, setText } from './dom.js';
import { Filter } from './filter.js';
import { clock } from './format.js';
import { allOf, eachFrame, everySecond } from './schedule.js';
import { t, word } from './texts.js';
import { WindowedTable, shownOf } from './windowed-table.js';

export function mountAgents(host, { me, live }) {
  const filter = new Filter('agents', ['centre', 'state', 'text']);
  const shown = el('p', { class: 'shown' });
  const table = new WindowedTable({
    label: t('view_agents'),
    columns: columnsOf(live),
    key: agent => agent.number,
    sorted: 'agent',
    open: agent => openAgent(agent.number, me, live),
  });
  const draw = eachFrame(() => {
    filter.offer({
      centre: live.floor?.centres.map(centre => centre.name) ?? [],
      state: AGENT_STATES,
    }, { state: value => word('agent_state', value) });
    const agents = [...live.agents.values()];
    const wanted = agents.filter(agent => fits(agent, filter.values()));
    setText(shown, shownOf(wanted.length, agents.length));
    table.show(wanted);
  });
  filter.onchange = draw;
  host.append(el('div', { class: 'view-head' }, heading(t('view_agents')), shown), filter.node, table.node);
  draw();
  return allOf(live.listen('agents', draw), live.listen('floor', draw), everySecond(table.redraw));
}

function fits(agent, wanted) {
  return (wanted.centre === '' || agent.centre === wanted.centre)
    && (wanted.state === '' || agent.state === wanted.state)
    && (wanted.text === '' || agent.number.includes(wanted.text) || skillsText(agent.skills).includes(wanted.text));
}

function columnsOf(live) {
  return [
    { key: 'agent', width: 8, text: agent => agent.number, order: agent => agent.number },
    { key: 'centre', width: 13, text: agent => agent.centre, order: agent => agent.centre },
    { key: 'state', width: 16, fill: fillState, order: agent => AGENT_STATES.indexOf(agent.state) },
    {
      key: 'for_so_long',
      width: 7,
      kind: 'number',
      text: agent => clock(live.now() - Date.parse(agent.since)),
      order: agent => Date.parse(agent.since),
    },
    { key: 'call', width: 11, kind: 'id', text: agent => agent.call ?? '' },
    { key: 'skills', kind: 'long', text: agent => skillsText(agent.skills) },
  ];
}

function fillState(cell, agent) {
  setClass(cell, `agent-state ${agent.state}`);
  setText(cell, stateText(agent));
}
