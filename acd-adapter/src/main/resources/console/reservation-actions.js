// Makes, moves and cancels reservations: asks what is needed and sends it.
import { path, post, put, remove } from './api.js';
import { askForm } from './form-dialog.js';
import { t } from './texts.js';

const NUMBER = '[0-9]{3,20}';
const RESTING_OR_WAITING = ['resting', 'waiting'];

export const RESERVATION_ACTIONS = [
  { name: 'move_reservation', can: one => RESTING_OR_WAITING.includes(one.state), act: askMove },
  { name: 'cancel_reservation', can: () => true, act: askCancel, danger: true },
];

export function askNewReservation(floor) {
  const centres = floor?.centres ?? [];
  const queuesOf = name => optionsOf(centres.find(centre => centre.name === name)?.queues ?? []);
  return askForm({
    title: t('new_reservation'),
    fields: [
      {
        name: 'centre', label: t('centre'), type: 'select', required: true, options: optionsOf(centres),
        changed: (name, fields) => fields.queue.offer(queuesOf(name)),
      },
      { name: 'queue', label: t('queue'), type: 'select', required: true, options: queuesOf(centres[0]?.name) },
      { name: 'number', label: t('number'), hint: t('number_hint'), type: 'tel', required: true, pattern: NUMBER },
      { name: 'from', label: t('call_from'), hint: t('from_hint'), type: 'moment' },
      { name: 'until', label: t('call_until'), hint: t('until_hint'), type: 'moment' },
    ],
    submit: t('promise'),
    send: values => post('/reservations', Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))),
  });
}

function askMove(reservation) {
  return askForm({
    title: t('move_of_reservation', { reservation: reservation.id }),
    fields: [
      { name: 'from', label: t('call_from'), type: 'moment', required: true, value: reservation.due },
      { name: 'until', label: t('call_until'), type: 'moment', required: true, value: reservation.until },
    ],
    submit: t('move_reservation'),
    send: values => put(path('reservations', reservation.id), values),
  });
}

function askCancel(reservation) {
  return askForm({
    title: t('cancel_of_reservation', { reservation: reservation.id }),
    message: t('cancel_ask'),
    submit: t('cancel_reservation'),
    danger: true,
    send: () => remove(path('reservations', reservation.id)),
  });
}

function optionsOf(named) {
  return named.map(({ name }) => ({ value: name, label: name }));
}

