// The versions that the engine keeps, and the way back to one.
import { el } from './dom.js';
import { list } from './format.js';
import { t } from './texts.js';

export class RuleVersions {
  #rollBack;
  #rows = el('tbody');

  /** @param rollBack takes a version; null: nobody here may */
  constructor(rollBack) {
    this.#rollBack = rollBack;
    const heads = ['version', 'rules', ...(rollBack === null ? [] : ['roll_back'])];
    this.node = el('section', { class: 'versions', 'aria-labelledby': 'versions' },
      el('h2', { id: 'versions' }, t('versions_kept')),
      el('table', { 'aria-labelledby': 'versions' },
        el('thead', null, el('tr', null, heads.map(key => el('th', { scope: 'col' }, t(key))))), this.#rows));
  }

  show(versions) {
    this.#rows.replaceChildren(...versions.map(each => this.#row(each)));
  }

  #row({ version, active, rules }) {
    return el('tr', { class: active ? 'active' : '' },
      el('th', { scope: 'row' }, String(version), active && el('span', { class: 'mark fine' }, t('in_force'))),
      el('td', null, rules.length === 0 ? t('no_rule') : list(rules)),
      this.#rollBack !== null && el('td', null, !active && this.#button(version)));
  }

  #button(version) {
    return el('button', {
      type: 'button', 'aria-label': t('roll_back_to', { version }), onclick: () => this.#rollBack(version),
    }, t('roll_back'));
  }
}
