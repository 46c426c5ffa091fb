// The bar of one agent: his state and how long, what he may do about it, and the call that rings or is talked to.
import { ActionBar } from './action-bar.js';
import { AGENT_ACTIONS } from './agent-actions.js';
import { stateText } from './agent-words.js';
import { callFacts } from './call-facts.js';
import { el, heading, setClass, setText } from './dom.js';
import { FactList } from './fact-list.js';
import { clock } from './format.js';
import { allOf, everySecond } from './schedule.js';
import { t, word } from './texts.js';

export function mountBar(host, { me, live }) {
  const state = el('p', { class: 'bar-state' });
  const time = el('p', { class: 'bar-time', 'aria-label': t('for_so_long') });
  const actions = new ActionBar(AGENT_ACTIONS);
  const call = new FactList();
  const callHeading = el('h2', { id: 'bar-call' });
  const callPart = el('section', { class: 'bar-call', 'aria-labelledby': 'bar-call', hidden: true }, callHeading, call.node);
  host.append(
    el('div', { class: 'view-head' }, heading(t('bar_of', { agent: me.agent }))),
    el('div', { class: 'bar' }, el('div', { class: 'bar-now' }, state, time), actions.node), callPart);

  const draw = () => {
    const agent = live.agents.get(me.agent) ?? null;
    actions.show(agent);
    setText(state, agent === null ? t('loading') : stateText(agent));
    setClass(state, `bar-state ${agent?.state ?? ''}`);
    setText(time, agent === null ? '' : clock(live.now() - Date.parse(agent.since)));
    drawCall(agent === null || agent.call === null ? null : live.calls.get(agent.call) ?? null);
    // Also what the task bar of the system shows.
    document.title = agent === null ? t('view_bar') : `${word('agent_state', agent.state)} – ${t('view_bar')}`;
  };
  const drawCall = now => {
    callPart.hidden = now === null;
    if (now !== null) {
      setText(callHeading, t(now.state === 'talking' ? 'call_talking' : 'call_ringing', { queue: now.queue ?? '' }));
      call.show(callFacts(now, live.now()).filter(([key]) => key !== 'agent'));
    }
  };
  draw();
  return allOf(live.listen('agents', draw), live.listen('calls', draw), everySecond(draw));
}
