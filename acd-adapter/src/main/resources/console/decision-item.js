// One decision as an item of a list: when, what kind, in a sentence, and why.
import { el } from './dom.js';
import { headline, kindText, reasons } from './decision-words.js';
import { timeOfDay } from './format.js';
import { hrefOfCall } from './links.js';
import { t } from './texts.js';

/** @param withLink leads to the page of its call */
export function decisionItem(decision, withLink) {
  const why = reasons(decision);
  return el('li', { class: `decision ${decision.kind}` },
    el('time', { datetime: decision.time }, timeOfDay(decision.time)),
    el('span', { class: 'kind' }, kindText(decision)),
    el('div', { class: 'what' },
      el('p', null, headline(decision)),
      why.length > 0 && el('ul', { class: 'why' }, why.map(sentence => el('li', null, sentence))),
      withLink && decision.call && el('a', { href: hrefOfCall(decision.call), 'aria-label': t('path_of', { call: decision.call }) },
        t('whole_path'))));
}
