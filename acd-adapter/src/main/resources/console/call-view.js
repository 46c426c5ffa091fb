// The way of one call: what is known of it, and each decision about it with its reasons. Asked again when the stream tells of it.
import { get, path, problemText } from './api.js';
import { callFacts } from './call-facts.js';
import { decisionItem } from './decision-item.js';
import { el, heading, setText } from './dom.js';
import { FactList } from './fact-list.js';
import { allOf, everySecond } from './schedule.js';
import { t } from './texts.js';

/** News of a call come in bursts: one question for all of them. */
const GATHER_MILLIS = 300;

export function mountCall(host, { live, parameter: id }) {
  const about = new FactList();
  const trouble = el('p', { class: 'trouble', hidden: true });
  const steps = el('ol', { class: 'decisions path' });
  let known = null;
  let asked = 0;
  host.append(
    el('div', { class: 'view-head' }, heading(t('call_named', { call: id })), el('a', { href: '#/decisions' }, t('view_decisions'))),
    trouble,
    el('div', { class: 'call-page' }, about.node, el('section', null, el('h2', null, t('path_heading')), steps)));

  const tick = () => known !== null && about.show(callFacts(known.call, live.now()));
  const ask = async () => {
    try {
      known = await get(path('calls', id));
      trouble.hidden = true;
      const oldestFirst = known.decisions.toSorted((one, other) => Date.parse(one.time) - Date.parse(other.time));
      steps.replaceChildren(...oldestFirst.map(decision => decisionItem(decision, false)));
      tick();
    } catch (problem) {
      setText(trouble, problem.status === 404 ? t('call_unknown') : problemText(problem));
      trouble.hidden = false;
    }
  };
  const askSoon = () => {
    clearTimeout(asked);
    asked = setTimeout(ask, GATHER_MILLIS);
  };
  ask();
  return allOf(
    live.listen('calls', news => news.changed.some(call => call.id === id) && askSoon()),
    live.listen('decisions', news => news.some(decision => decision.call === id) && askSoon()),
    everySecond(tick),
    () => clearTimeout(asked));
}
