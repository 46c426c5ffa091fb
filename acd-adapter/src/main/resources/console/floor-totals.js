// The figures of all centres together, in the largest type of the page.
import { el, setClass, setText } from './dom.js';
import { AGENT_COLUMNS } from './floor-figures.js';
import { NONE, clock, count, percent } from './format.js';
import { t } from './texts.js';

const PER_CENT = 100;

export class FloorTotals {
  #tiles = {
    waiting: tile('waiting'),
    longest: tile('longest_wait'),
    ewt: tile('ewt'),
    level: tile('service_level'),
    reservations: tile('reservations'),
  };
  #bars = AGENT_COLUMNS.map(state => el('span', { class: `share ${state}` }));
  #counts = AGENT_COLUMNS.map(() => el('dd'));

  node = el('section', { class: 'totals', 'aria-labelledby': 'totals' },
    el('h2', { id: 'totals', class: 'unseen' }, t('all_centres')),
    el('dl', { class: 'tiles' }, Object.values(this.#tiles).map(each => each.node)),
    el('div', { class: 'staff' },
      el('div', { class: 'shares', 'aria-hidden': 'true' }, this.#bars),
      el('dl', { class: 'states' }, AGENT_COLUMNS.map((state, column) =>
        el('div', { class: state }, el('dt', null, t(`column_${state}`)), this.#counts[column])))));

  show(floor, objective) {
    const { waiting, longest, ewt, level, reservations } = this.#tiles;
    waiting.show(count(floor.waiting), '', floor.spikes === 0 ? '' : t('spikes_now', { n: floor.spikes }));
    longest.show(floor.waiting === 0 ? NONE : clock(floor.longest), floor.longestLevel, t('objective', { time: clock(objective) }));
    ewt.show(clock(floor.ewt), '', t('ewt_note'));
    level.show(percent(floor.level), floor.levelLevel, t('answered_of', {
      answered: count(floor.answered), offered: count(floor.offered),
    }));
    reservations.show(count(floor.reservations), '', t('abandoned_today', { count: count(floor.abandoned) }));
    this.#showStaff(floor.agents);
  }

  #showStaff(agents) {
    const all = agents.reduce((one, other) => one + other, 0);
    agents.forEach((number, column) => {
      setText(this.#counts[column], count(number));
      this.#bars[column].hidden = number === 0;
      this.#bars[column].style.width = `${all === 0 ? 0 : (PER_CENT * number) / all}%`;
    });
  }
}

function tile(name) {
  const figure = el('dd', { class: 'figure' });
  const note = el('dd', { class: 'note' });
  const node = el('div', { class: `tile ${name}` }, el('dt', null, t(name)), figure, note);
  return {
    node,
    show(text, level, more) {
      setText(figure, text);
      setClass(figure, `figure ${level}`);
      setText(note, more);
    },
  };
}
