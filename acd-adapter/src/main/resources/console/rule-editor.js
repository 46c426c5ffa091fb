// A text with line numbers, in which lines can be marked as wrong. Knows lines and columns, nothing of rules.
import { el, setClass, setText } from './dom.js';

export class RuleEditor {
  /** Told when somebody changes the text. */
  onchange = () => {};

  #numbers = el('div', { class: 'numbers', 'aria-hidden': 'true' });
  #bands = el('div', { class: 'bands', 'aria-hidden': 'true' });
  #area;
  #marks = new Map();

  constructor({ id, label, readOnly, describedBy }) {
    this.#area = el('textarea', {
      id, wrap: 'off', spellcheck: 'false', autocomplete: 'off', autocapitalize: 'off', readonly: readOnly,
      'aria-describedby': describedBy,
    });
    this.#area.addEventListener('input', () => {
      this.#number();
      this.onchange();
    });
    this.#area.addEventListener('scroll', () => this.#follow());
    this.node = el('div', { class: 'rule-editor' },
      el('label', { for: id }, label),
      el('div', { class: 'sheet' }, this.#numbers, el('div', { class: 'paper' }, this.#bands, this.#area)));
  }

  get text() {
    return this.#area.value;
  }

  set text(text) {
    if (text !== this.#area.value) {
      this.#area.value = text;
    }
    this.mark([]);
  }

  /** Marks these lines and no others; a problem of the whole (line 0) marks none. */
  mark(problems) {
    this.#marks = new Map();
    for (const { line, warning } of problems.filter(problem => problem.line > 0)) {
      const kind = warning ? 'watch' : 'critical';
      this.#marks.set(line, this.#marks.get(line) === 'critical' ? 'critical' : kind);
    }
    this.#area.setAttribute('aria-invalid', String([...this.#marks.values()].includes('critical')));
    this.#number();
  }

  /** Puts the caret there. */
  goTo(line, column) {
    const before = this.text.split('\n').slice(0, Math.max(0, line - 1));
    const start = before.reduce((length, each) => length + each.length + 1, 0);
    const caret = Math.min(start + Math.max(0, column - 1), this.text.length);
    this.#area.focus();
    this.#area.setSelectionRange(caret, caret);
    this.#area.scrollTop = Math.max(0, (line - 1) * this.#linePixels() - this.#area.clientHeight / 2);
    this.#follow();
  }

  /** Numbers are added and taken at the end, and only marks are written: a key must not cost a thousand elements. */
  #number() {
    const lines = this.text.split('\n').length;
    while (this.#numbers.childElementCount > lines) {
      this.#numbers.lastElementChild.remove();
    }
    while (this.#numbers.childElementCount < lines) {
      this.#numbers.append(el('div'));
    }
    [...this.#numbers.children].forEach((number, place) => {
      setText(number, String(place + 1));
      setClass(number, this.#marks.get(place + 1) ?? '');
    });
    this.#bands.replaceChildren(...[...this.#marks].map(([line, kind]) => this.#band(line, kind)));
    this.#follow();
  }

  #band(line, kind) {
    const band = el('div', { class: `band ${kind}` });
    band.style.top = `${(line - 1) * this.#linePixels()}px`;
    return band;
  }

  #linePixels() {
    return parseFloat(getComputedStyle(this.#area).lineHeight);
  }

  #follow() {
    this.#numbers.scrollTop = this.#area.scrollTop;
    this.#bands.style.transform = `translateY(${-this.#area.scrollTop}px)`;
  }
}
