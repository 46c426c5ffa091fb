// Live calls in one table, in the order in which they will be served. What may be done to one: call-dialog.js.
import { openCall } from './call-dialog.js';
import { CALL_STATES, boostClock, rankMillis, waitedMillis } from './call-words.js';
import { el, heading, setClass, setText } from './dom.js';
import { Filter } from './filter.js';
import { NONE, clock, count } from './format.js';
import { queueNames } from './queue-names.js';
import { allOf, eachFrame, everySecond } from './schedule.js';
import { t, word } from './texts.js';
import { WindowedTable, shownOf } from './windowed-table.js';

export function mountCalls(host, { me, live }) {
  const filter = new Filter('calls', ['centre', 'queue', 'state', 'text'], { state: 'waiting' });
  const shown = el('p', { class: 'shown' });
  const table = new WindowedTable({
    label: t('view_calls'),
    columns: columnsOf(live),
    key: call => call.id,
    sorted: 'wait_with_head_start',
    open: call => openCall(call.id, me, live),
  });
  const draw = eachFrame(() => {
    filter.offer({
      centre: live.floor?.centres.map(centre => centre.name) ?? [],
      queue: queueNames(live.floor),
      state: CALL_STATES,
    }, { state: value => word('call_state', value) });
    const calls = [...live.calls.values()];
    const wanted = calls.filter(call => fits(call, filter.values()));
    setText(shown, shownOf(wanted.length, calls.length));
    table.show(wanted);
  });
  filter.onchange = draw;
  host.append(el('div', { class: 'view-head' }, heading(t('view_calls')), shown), filter.node, table.node);
  draw();
  return allOf(live.listen('calls', draw), live.listen('floor', draw), everySecond(table.redraw));
}

function fits(call, wanted) {
  return (wanted.centre === '' || call.centre === wanted.centre)
    && (wanted.queue === '' || call.queue === wanted.queue)
    && (wanted.state === '' || call.state === wanted.state)
    && (wanted.text === '' || call.id.includes(wanted.text) || call.rules.some(rule => rule.includes(wanted.text)));
}

function columnsOf(live) {
  return [
    { key: 'call', width: 9.5, text: call => call.id, order: call => call.id },
    { key: 'centre', width: 9.5, text: call => call.centre, order: call => call.centre },
    { key: 'queue', width: 9, text: call => call.queue ?? NONE, order: call => call.queue ?? '' },
    { key: 'state', width: 8, fill: fillState, order: call => CALL_STATES.indexOf(call.state) },
    { key: 'waited', width: 5.5, kind: 'number', text: call => clock(waitedMillis(call, live.now())), order: call => Date.parse(call.since) },
    { key: 'head_start', width: 6, kind: 'number', text: call => boostClock(call.boost_ms), order: call => -call.boost_ms },
    { key: 'wait_with_head_start', width: 7.5, kind: 'number', text: call => clock(live.now() - rankMillis(call)), order: rankMillis },
    { key: 'ahead', width: 5, kind: 'number', text: call => count(call.ahead) },
    { key: 'ewt', width: 5.5, kind: 'number', text: call => clock(call.ewt_ms) },
    { key: 'agent', width: 5, kind: 'id', text: call => call.agent ?? '' },
    { key: 'rules', kind: 'long', text: call => call.rules.join(', ') },
  ];
}

function fillState(cell, call) {
  setClass(cell, `call-state ${call.state}`);
  setText(cell, call.callback ? `${word('call_state', call.state)} · ${t('callback')}` : word('call_state', call.state));
}
