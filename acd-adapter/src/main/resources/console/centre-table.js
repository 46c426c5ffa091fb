// One line a centre, which unfolds to its queues. Lines are made once and written to; what is folded is not drawn.
import { CentreRows } from './centre-rows.js';
import { el } from './dom.js';
import { AGENT_COLUMNS } from './floor-figures.js';
import { t } from './texts.js';

const FIGURES = ['waiting', 'longest_wait', 'ewt', 'service_level'];

export class CentreTable {
  #me;
  #rows = new Map();
  #table = el('table', { class: 'centres' }, el('caption', { class: 'unseen' }, t('centres_caption')), head());

  /** A table that is too wide for a small window scrolls in here, and the keyboard must reach it for that. */
  node = el('div', { class: 'wide', role: 'region', tabindex: '0', 'aria-label': t('centres_caption') }, this.#table);

  constructor(me) {
    this.#me = me;
  }

  show(floor) {
    for (const centre of floor.centres) {
      this.#rowsOf(centre.name).show(centre, floor);
    }
    const there = new Set(floor.centres.map(centre => centre.name));
    for (const [name, rows] of this.#rows) {
      if (!there.has(name)) {
        rows.node.remove();
        this.#rows.delete(name);
      }
    }
  }

  #rowsOf(name) {
    if (!this.#rows.has(name)) {
      const rows = new CentreRows(name, this.#me);
      this.#rows.set(name, rows);
      this.#table.append(rows.node);
    }
    return this.#rows.get(name);
  }
}

function head() {
  const tall = key => el('th', { scope: 'col', rowspan: '2', class: key }, t(key));
  return el('thead', null,
    el('tr', null,
      tall('centre'), tall('state'), FIGURES.map(tall),
      el('th', { scope: 'colgroup', colspan: String(AGENT_COLUMNS.length), class: 'group' }, t('view_agents')),
      tall('reservations')),
    el('tr', null, AGENT_COLUMNS.map(state => el('th', { scope: 'col' }, t(`column_${state}`)))));
}
