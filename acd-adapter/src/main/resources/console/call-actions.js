// What a supervisor may do to a call that waits: another place in line, another queue, out of the line.
import { path, post, put, remove } from './api.js';
import { boostText } from './call-words.js';
import { askForm } from './form-dialog.js';
import { t } from './texts.js';

const MILLIS = 1000;
const DAY_SECONDS = 86_400;

export function callActions(live) {
  const waits = call => call.state === 'waiting';
  return [
    { name: 'change_rank', can: waits, act: askRank },
    { name: 'move_call', can: waits, act: call => askMove(call, live) },
    { name: 'withdraw', can: waits, act: askWithdrawal, danger: true },
  ];
}

function askRank(call) {
  return askForm({
    title: t('rank_of_call', { call: call.id }),
    message: t('rank_now', { boost: boostText(call.boost_ms) }),
    fields: [{
      name: 'seconds', label: t('head_start_seconds'), hint: t('head_start_hint'), type: 'number', required: true,
      least: -DAY_SECONDS, most: DAY_SECONDS, value: Math.round(call.boost_ms / MILLIS),
    }],
    submit: t('change_rank'),
    send: ({ seconds }) => put(path('calls', call.id, 'rank'), { boost_ms: seconds * MILLIS }),
  });
}

function askMove(call, live) {
  const centre = live.floor.centres.find(each => each.name === call.centre);
  const queues = (centre?.queues ?? []).filter(queue => queue.name !== call.queue);
  return askForm({
    title: t('move_of_call', { call: call.id }),
    message: t('move_ask', { queue: call.queue ?? '' }),
    fields: [{
      name: 'queue', label: t('to_queue'), type: 'select', required: true, options: queues.map(queue => ({
        value: queue.name, label: queue.open ? queue.name : `${queue.name} (${t('queue_closed')})`,
      })),
    }],
    submit: t('move_call'),
    send: ({ queue }) => post(path('calls', call.id, 'move'), { queue }),
  });
}

function askWithdrawal(call) {
  return askForm({
    title: t('withdraw_of_call', { call: call.id }),
    message: t('withdraw_ask'),
    submit: t('withdraw'),
    danger: true,
    send: () => remove(path('calls', call.id)),
  });
}
