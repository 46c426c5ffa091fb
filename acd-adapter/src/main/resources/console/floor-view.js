// The wallboard: all centres at once, to be read across a room. Draws what the stream tells, once a frame at most.
import { CentreTable } from './centre-table.js';
import { el, heading, mark, setText } from './dom.js';
import { ofFloor } from './floor-figures.js';
import { FloorTotals } from './floor-totals.js';
import { timeOfDay } from './format.js';
import { GONE } from './live.js';
import { allOf, eachFrame, everySecond } from './schedule.js';
import { t } from './texts.js';

export function mountFloor(host, { me, live }) {
  const totals = new FloorTotals();
  const centres = new CentreTable(me);
  const time = el('time', { class: 'now' });
  const rules = el('span');
  const notReady = mark('critical', t('engine_not_ready'));
  notReady.hidden = true;
  const loading = el('p', { class: 'empty' }, t('loading'));
  host.append(el('div', { class: 'view-head' }, heading(t('view_floor')), notReady, rules, time), loading);

  // Without a connection the clock stands still: it is the time of the figures.
  const tick = () => live.floor !== null && live.state !== GONE && setText(time, timeOfDay(live.now()));
  const draw = eachFrame(() => {
    const floor = live.floor;
    if (floor === null) {
      return;
    }
    if (loading.isConnected) {
      loading.replaceWith(totals.node, centres.node);
    }
    notReady.hidden = floor.ready;
    setText(rules, t('rules_in_force', { version: floor.rules_version }));
    totals.show(ofFloor(floor), floor.objective_ms);
    centres.show(floor);
    tick();
  });
  draw();
  return allOf(live.listen('floor', draw), everySecond(tick));
}
