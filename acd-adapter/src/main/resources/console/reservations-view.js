// The reservation desk: whom the centre has promised to call, and when. Numbers are never told, so none is shown.
import { el, heading, setText } from './dom.js';
import { Filter } from './filter.js';
import { count, dayAndTime } from './format.js';
import { queueNames } from './queue-names.js';
import { askNewReservation } from './reservation-actions.js';
import { openReservation } from './reservation-dialog.js';
import { allOf, eachFrame } from './schedule.js';
import { maySupervise } from './session.js';
import { t, word } from './texts.js';
import { WindowedTable, shownOf } from './windowed-table.js';

const STATES = ['resting', 'waiting', 'calling', 'reached'];

export function mountReservations(host, { me, live }) {
  const filter = new Filter('reservations', ['centre', 'queue', 'state']);
  const shown = el('p', { class: 'shown' });
  const create = maySupervise(me)
    && el('button', { type: 'button', class: 'primary', onclick: () => askNewReservation(live.floor) }, t('new_reservation'));
  const table = new WindowedTable({
    label: t('view_reservations'),
    columns: COLUMNS,
    key: reservation => reservation.id,
    sorted: 'due',
    open: reservation => openReservation(reservation.id, me, live),
  });
  const draw = eachFrame(() => {
    filter.offer({
      centre: live.floor?.centres.map(centre => centre.name) ?? [],
      queue: queueNames(live.floor),
      state: STATES,
    }, { state: value => word('reservation', value) });
    const all = [...live.reservations.values()];
    const wanted = all.filter(reservation => fits(reservation, filter.values()));
    setText(shown, shownOf(wanted.length, all.length));
    table.show(wanted);
  });
  filter.onchange = draw;
  host.append(el('div', { class: 'view-head' }, heading(t('view_reservations')), shown, create || ''), filter.node, table.node);
  draw();
  return allOf(live.listen('reservations', draw), live.listen('floor', draw));
}

function fits(reservation, wanted) {
  return (wanted.centre === '' || reservation.centre === wanted.centre)
    && (wanted.queue === '' || reservation.queue === wanted.queue)
    && (wanted.state === '' || reservation.state === wanted.state);
}

const COLUMNS = [
  { key: 'reservation', width: 13, text: one => one.id, order: one => one.id },
  { key: 'due', width: 11, kind: 'time', text: one => dayAndTime(one.due), order: one => Date.parse(one.due) },
  { key: 'until', width: 11, kind: 'time', text: one => dayAndTime(one.until), order: one => Date.parse(one.until) },
  { key: 'centre', width: 12, text: one => one.centre, order: one => one.centre },
  { key: 'queue', width: 12, text: one => one.queue, order: one => one.queue },
  { key: 'kind', width: 9, text: one => word('reservation_kind', one.kind), order: one => one.kind },
  { key: 'state', width: 9, text: one => word('reservation', one.state), order: one => STATES.indexOf(one.state) },
  { key: 'attempts', kind: 'number', text: one => count(one.attempts), order: one => one.attempts },
];
