// One reservation: where it stands, kept up to date, and what may be done about it.
import { ActionBar } from './action-bar.js';
import { openDialog } from './dialogs.js';
import { el } from './dom.js';
import { FactList } from './fact-list.js';
import { count, dayAndTime } from './format.js';
import { RESERVATION_ACTIONS } from './reservation-actions.js';
import { maySupervise } from './session.js';
import { t, word } from './texts.js';

export function openReservation(id, me, live) {
  const about = new FactList();
  const gone = el('p', { hidden: true }, t('reservation_gone'));
  const actions = new ActionBar(maySupervise(me) ? RESERVATION_ACTIONS : []);
  const draw = () => {
    const reservation = live.reservations.get(id) ?? null;
    actions.show(reservation);
    gone.hidden = reservation !== null;
    if (reservation !== null) {
      about.show(factsOf(reservation));
    }
  };
  draw();
  const dialog = openDialog(t('reservation_named', { reservation: id }), gone, about.node, actions.node);
  dialog.addEventListener('close', live.listen('reservations', draw));
}

function factsOf(reservation) {
  return [
    ['centre', reservation.centre],
    ['queue', reservation.queue],
    ['kind', word('reservation_kind', reservation.kind)],
    ['state', word('reservation', reservation.state)],
    ['attempts', count(reservation.attempts)],
    ['due', dayAndTime(reservation.due)],
    ['until', dayAndTime(reservation.until)],
  ];
}
