// Names and values of one thing, made once and written to: a link in it keeps the keyboard while the figures beside it change.
import { el, setAttr, setText } from './dom.js';
import { t } from './texts.js';

export class FactList {
  #lines = new Map();
  node = el('dl', { class: 'facts' });

  /** @param facts key of the name, text, and where it leads, if anywhere; a text of null or '' takes the line away */
  show(facts) {
    for (const [key, text, href] of facts) {
      const line = this.#line(key, href !== undefined);
      line.node.hidden = text === null || text === undefined || text === '';
      setText(line.value, text ?? '');
      if (href) {
        setAttr(line.value, 'href', href);
      }
    }
  }

  #line(key, leads) {
    if (!this.#lines.has(key)) {
      const value = el(leads ? 'a' : 'span');
      const node = el('div', null, el('dt', null, t(key)), el('dd', null, value));
      this.#lines.set(key, { node, value });
      this.node.append(node);
    }
    return this.#lines.get(key);
  }
}
