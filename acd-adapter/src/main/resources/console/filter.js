// The line of choices above a table. Keeps what was chosen while the page lives, so that a look elsewhere loses nothing.
import { el } from './dom.js';
import { anyOption, fill } from './form-fields.js';
import { t } from './texts.js';

const kept = new Map();

export class Filter {
  /** Told when another choice was made. */
  onchange = () => {};

  #values;
  #controls = new Map();

  /**
   * @param name whose choices these are
   * @param fields text, or those that are chosen from a list: centre, state, queue, kind
   * @param first what is chosen at first, by field; nothing elsewhere
   */
  constructor(name, fields, first = {}) {
    this.#values = kept.get(name) ?? Object.fromEntries(fields.map(field => [field, first[field] ?? '']));
    kept.set(name, this.#values);
    this.node = el('form', { class: 'filter', role: 'search', 'aria-label': t('filter') }, fields.map(field => this.#field(name, field)));
    this.node.addEventListener('submit', event => event.preventDefault());
  }

  values() {
    return this.#values;
  }

  /** Writes the lists; those of labels say how a value is called, others are shown as they are. */
  offer(lists, labels = {}) {
    for (const [field, values] of Object.entries(lists)) {
      const label = labels[field] ?? (value => value);
      fill(this.#controls.get(field), [anyOption(), ...values.map(value => ({ value, label: label(value) }))], this.#values[field]);
    }
  }

  #field(name, field) {
    const id = `filter-${name}-${field}`;
    const control = field === 'text'
      ? el('input', { id, type: 'search', autocomplete: 'off', spellcheck: 'false', value: this.#values.text })
      : el('select', { id });
    control.addEventListener(field === 'text' ? 'input' : 'change', () => {
      this.#values[field] = control.value.trim();
      this.onchange();
    });
    this.#controls.set(field, control);
    return el('div', { class: 'field' }, el('label', { for: id }, t(field === 'text' ? `find_${name}` : field)), control);
  }
}
