// The line of one centre and, when it is unfolded, those of its queues. Remembers which centres are unfolded across views.
import { el, setAttr, setClass, setText } from './dom.js';
import { AGENT_COLUMNS, ofCentre, ofQueue } from './floor-figures.js';
import { NONE, clock, count, percent } from './format.js';
import { CRITICAL, FINE } from './levels.js';
import { askToSwitch } from './queue-actions.js';
import { maySupervise } from './session.js';
import { t, word } from './texts.js';

const unfolded = new Set();

export class CentreRows {
  #name;
  #me;
  #last = null;
  #queues = new Map();
  #toggle;
  #state = stateCell();
  #figures = figureCells();
  #agents = AGENT_COLUMNS.map(state => el('td', { class: state }));
  #reservations = el('td');

  constructor(name, me) {
    this.#name = name;
    this.#me = me;
    this.#toggle = el('button', { type: 'button', class: 'fold', onclick: () => this.#fold() }, name);
    this.node = el('tbody', null, el('tr', { class: 'centre' },
      el('th', { scope: 'row' }, this.#toggle),
      this.#state.node, this.#figures.nodes, this.#agents, this.#reservations));
  }

  /** @param floor of which the centre is one */
  show(centre, floor) {
    this.#last = { centre, floor };
    const figures = ofCentre(centre, floor.objective_ms);
    const troubles = [
      figures.link === CRITICAL && t('link_down', { state: word('link', centre.link) }),
      ...troublesOf(figures),
    ];
    this.#state.show(figures.overall, troubles);
    this.#figures.show(figures);
    figures.agents.forEach((number, column) => setText(this.#agents[column], count(number)));
    setText(this.#reservations, count(figures.reservations));
    const open = unfolded.has(this.#name);
    setAttr(this.#toggle, 'aria-expanded', open);
    setAttr(this.#toggle, 'aria-label', t('centre_queues', { centre: this.#name, n: centre.queues.length }));
    if (open) {
      centre.queues.forEach(queue => this.#queue(queue.name).show(queue, floor.objective_ms));
    } else {
      this.#queues.forEach(queue => queue.node.remove());
      this.#queues.clear();
    }
  }

  #fold() {
    if (!unfolded.delete(this.#name)) {
      unfolded.add(this.#name);
    }
    this.show(this.#last.centre, this.#last.floor);
  }

  #queue(name) {
    if (!this.#queues.has(name)) {
      const row = new QueueRow(this.#me);
      this.#queues.set(name, row);
      this.node.append(row.node);
    }
    return this.#queues.get(name);
  }
}

class QueueRow {
  #last = null;
  #name = el('th', { scope: 'row' });
  #state = stateCell();
  #figures = figureCells();
  #day = el('td', { class: 'day', colspan: String(AGENT_COLUMNS.length) });
  #action = el('td');
  #button = el('button', { type: 'button', class: 'quiet', onclick: () => askToSwitch(this.#last) });

  constructor(me) {
    if (maySupervise(me)) {
      this.#action.append(this.#button);
    }
    this.node = el('tr', { class: 'queue' }, this.#name, this.#state.node, this.#figures.nodes, this.#day, this.#action);
  }

  show(queue, objective) {
    this.#last = queue;
    const figures = ofQueue(queue, objective);
    setText(this.#name, queue.name);
    this.#state.show(figures.overall, [!queue.open && t('queue_closed'), ...troublesOf(figures)]);
    this.#figures.show(figures);
    setText(this.#day, t('day_of_queue', { answered: count(queue.answered), abandoned: count(queue.abandoned) }));
    setText(this.#button, t(queue.open ? 'close_queue' : 'open_queue'));
    setAttr(this.#button, 'aria-label', t(queue.open ? 'close_queue_named' : 'open_queue_named', { queue: queue.name }));
  }
}

function troublesOf(figures) {
  return [
    figures.spike && t('spike'),
    figures.longestLevel !== FINE && t('waits_long'),
    figures.levelLevel !== FINE && t('level_low'),
  ];
}

/** How it is, as a shape with a word, and why. */
function stateCell() {
  const overall = el('span');
  const why = el('span', { class: 'why' });
  return {
    node: el('td', { class: 'state' }, overall, why),
    show(level, troubles) {
      setClass(overall, `mark ${level}`);
      setText(overall, t(`level_${level}`));
      setText(why, troubles.filter(Boolean).join(', '));
    },
  };
}

function figureCells() {
  const [waiting, longest, ewt, level] = ['main', '', '', ''].map(name => el('td', { class: name }));
  return {
    nodes: [waiting, longest, ewt, level],
    show(figures) {
      setText(waiting, count(figures.waiting));
      setText(longest, figures.waiting === 0 ? NONE : clock(figures.longest));
      setClass(longest, figures.longestLevel);
      setText(ewt, clock(figures.ewt));
      setText(level, percent(figures.level));
      setClass(level, figures.levelLevel);
    },
  };
}
