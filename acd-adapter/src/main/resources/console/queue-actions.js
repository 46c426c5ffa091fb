// Opens and closes a queue, after asking: callers who meet a closed queue go elsewhere and do not come back.
import { path, post } from './api.js';
import { askForm } from './form-dialog.js';
import { t } from './texts.js';

export function askToSwitch(queue) {
  const names = { queue: queue.name, centre: queue.centre };
  const verb = queue.open ? 'close' : 'open';
  return askForm({
    title: t(`${verb}_queue_named`, names),
    message: t(`${verb}_queue_ask`, names),
    submit: t(`${verb}_queue`),
    danger: queue.open,
    send: () => post(path('centres', queue.centre, 'queues', queue.name, verb)),
  });
}
