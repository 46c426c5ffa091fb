// What came of a check or of a simulation. Its heading takes the keyboard, so that the answer is found and read.
import { el, setText } from './dom.js';
import { count, dayAndTime, exactPercent, span } from './format.js';
import { t, word } from './texts.js';

/** More of these is better. Of the others that are known, less is; of the rest nobody can say. */
const MORE_IS_BETTER = ['answered', 'service_level'];
const LESS_IS_BETTER = /^(abandon.*|wait_.*|longest_wait.*|refused|diverted|failed_over|ewt_error.*)$/;
const SHARES = /^(service_level|abandonment|occupancy|.*_share)$/;

export class RuleResults {
  #goTo;
  #title = el('h2', { tabindex: '-1' });
  #content = el('div');
  node = el('section', { class: 'results', hidden: true, 'aria-labelledby': 'rule-results' }, this.#title, this.#content);

  /** @param goTo takes line and column */
  constructor(goTo) {
    this.#goTo = goTo;
    this.#title.id = 'rule-results';
  }

  clear() {
    this.node.hidden = true;
  }

  busy(text) {
    this.#show(text);
    this.node.setAttribute('aria-busy', 'true');
  }

  /** What was going on failed; nothing is shown of it. */
  idle() {
    if (this.node.getAttribute('aria-busy') === 'true') {
      this.clear();
    }
  }

  say(text) {
    this.#show(text);
  }

  problems(problems) {
    if (problems.length === 0) {
      this.#show(t('rules_right'));
      return;
    }
    this.#show(t('rules_wrong', { n: problems.length }), el('ol', { class: 'problems' }, problems.map(each => this.#problem(each))));
  }

  /** @param days as the API's SideBySide */
  compare(days) {
    const both = t('day_from_until', { from: dayAndTime(days.from), until: dayAndTime(days.until) });
    this.#show(t('side_by_side'), el('p', null, both), el('table', null,
      el('caption', { class: 'unseen' }, t('side_by_side')),
      el('thead', null, el('tr', null, ['figure', 'before', 'after', 'difference'].map(key => el('th', { scope: 'col' }, t(key))))),
      el('tbody', null, days.rows.map(rowOf))));
  }

  #show(title, ...content) {
    this.node.hidden = false;
    this.node.removeAttribute('aria-busy');
    setText(this.#title, title);
    this.#content.replaceChildren(...content);
    this.#title.focus();
  }

  #problem({ line, column, what, remedy, warning }) {
    const place = line === 0 ? t('of_the_whole') : t('at_line', { line, column });
    return el('li', { class: warning ? 'watch' : 'critical' },
      el('span', { class: `mark ${warning ? 'watch' : 'critical'}` }, t(warning ? 'warning' : 'error')), ' ',
      line === 0 ? place : el('button', { type: 'button', class: 'link', onclick: () => this.#goTo(line, column) }, place),
      el('p', null, what), el('p', { class: 'remedy' }, remedy));
  }
}

function rowOf({ what, before, after }) {
  const difference = after - before;
  return el('tr', { class: difference === 0 ? 'same' : 'changed' },
    el('th', { scope: 'row' }, word('figure', what)),
    el('td', null, figure(what, before)),
    el('td', null, figure(what, after)),
    el('td', null, difference === 0 ? t('no_difference') : changeOf(what, difference)));
}

function changeOf(what, difference) {
  const text = `${difference > 0 ? '+' : '−'}${figure(what, Math.abs(difference))}`;
  const good = goodness(what) * difference;
  if (good === 0) {
    return text;
  }
  return el('span', { class: `mark ${good > 0 ? 'fine' : 'watch'}` }, `${text} ${t(good > 0 ? 'better' : 'worse')}`);
}

/** 1: more is better, -1: less is better, 0: neither. */
function goodness(what) {
  if (MORE_IS_BETTER.includes(what)) {
    return 1;
  }
  return LESS_IS_BETTER.test(what) ? -1 : 0;
}

function figure(what, number) {
  if (what.endsWith('_ms')) {
    return span(number);
  }
  return SHARES.test(what) ? exactPercent(number) : count(number);
}
