// Names of queues of all centres, each once: queues of the same name are one kind.

export function queueNames(floor) {
  return [...new Set((floor?.centres ?? []).flatMap(centre => centre.queues.map(queue => queue.name)))].sort();
}
