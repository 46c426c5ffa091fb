// Buttons for what may be done to one thing now. Those that its state does not allow are there, but off, so that none jumps away.
import { problemText } from './api.js';
import { el, setText } from './dom.js';
import { t } from './texts.js';

export class ActionBar {
  #actions;
  #thing = null;
  #buttons;
  #trouble = el('p', { class: 'trouble', tabindex: '-1', hidden: true });

  /** @param actions name, can(thing), act(thing): a promise */
  constructor(actions) {
    this.#actions = actions;
    this.#buttons = actions.map(action =>
      el('button', { type: 'button', class: action.danger ? 'danger' : '', onclick: () => this.#do(action) }, t(action.name)));
    this.node = el('div', { class: 'actions' }, el('div', { class: 'choices' }, this.#buttons), this.#trouble);
  }

  /** Null: it is gone, nothing can be done. */
  show(thing) {
    this.#thing = thing;
    this.#actions.forEach((action, place) => {
      const off = thing === null || !action.can(thing);
      const button = this.#buttons[place];
      // aria-disabled and not disabled: a button that goes off under somebody's fingers must not drop the keyboard.
      button.setAttribute('aria-disabled', String(off));
    });
  }

  async #do(action) {
    if (this.#thing === null || !action.can(this.#thing)) {
      return;
    }
    this.#trouble.hidden = true;
    try {
      await action.act(this.#thing);
    } catch (problem) {
      setText(this.#trouble, problemText(problem));
      this.#trouble.hidden = false;
      this.#trouble.focus();
    }
  }
}
