// A table of any length of which only the lines in view are in the page. Lines are kept by key and written to, never built anew.
import { el, setAttr, setText } from './dom.js';
import { count } from './format.js';
import { eachFrame } from './schedule.js';
import { t } from './texts.js';

/** Lines beyond what is seen, above and below, so that scrolling finds them there. */
const BEYOND = 8;
const FIRST_GUESS_PIXELS = 40;
/** The first line is the head's. */
const HEAD_LINES = 1;

export class WindowedTable {
  #columns;
  #key;
  #open;
  #items = [];
  #rows = new Map();
  #spare = [];
  #rowPixels = FIRST_GUESS_PIXELS;
  #measured = false;
  #sorted;
  #heads;
  #body = el('tbody');
  #above = space();
  #below = space();
  #table;
  #scroller;
  #nobody;

  /**
   * @param label what the table shows
   * @param columns key of the text of the head; text(item) or fill(cell, item); order(item) if it sorts; width, or what is left. The
   *     first opens the item
   * @param key what tells items apart
   * @param sorted key of the column that sorts at first
   * @param open shows an item
   */
  constructor({ label, columns, key, sorted, open }) {
    this.#columns = columns;
    this.#key = key;
    this.#open = open;
    this.#sorted = { column: columns.find(column => column.key === sorted), down: false };
    this.#heads = columns.map(column => this.#head(column));
    this.#above.firstChild.firstChild.colSpan = columns.length;
    this.#below.firstChild.firstChild.colSpan = columns.length;
    this.#table = el('table', { 'aria-label': label }, el('colgroup', null, columns.map(widthOf)),
      el('thead', null, el('tr', null, this.#heads)), this.#above, this.#body, this.#below);
    this.#nobody = el('p', { class: 'empty', hidden: true }, t('nothing_here'));
    this.#scroller = el('div', { class: 'scroller', role: 'region', tabindex: '0', 'aria-label': label }, this.#table, this.#nobody);
    this.node = el('div', { class: 'windowed' }, this.#scroller);
    this.#showSorting();
    this.redraw = eachFrame(() => this.#draw());
    this.#scroller.addEventListener('scroll', this.redraw, { passive: true });
    new ResizeObserver(() => {
      this.#measured = false;
      this.redraw();
    }).observe(this.#scroller);
  }

  /** Shows these, in the order of the sorted column. */
  show(items) {
    this.#items = items;
    this.#sort();
    this.#nobody.hidden = items.length > 0;
    this.redraw();
  }

  #sort() {
    const { column, down } = this.#sorted;
    const sign = down ? -1 : 1;
    this.#items = this.#items
      .map(item => ({ item, order: column.order(item) }))
      .sort((one, other) => sign * compare(one.order, other.order))
      .map(each => each.item);
  }

  #draw() {
    const { scrollTop, clientHeight } = this.#scroller;
    const from = Math.max(0, Math.floor(scrollTop / this.#rowPixels) - BEYOND);
    const until = Math.min(this.#items.length, Math.ceil((scrollTop + clientHeight) / this.#rowPixels) + BEYOND);
    const shown = this.#items.slice(from, until);
    const focused = document.activeElement;
    this.#release(new Set(shown.map(this.#key)));
    let place = this.#body.firstChild;
    shown.forEach((item, index) => {
      const row = this.#rowOf(this.#key(item));
      this.#write(row, item, from + index);
      if (row.node === place) {
        place = place.nextSibling;
      } else {
        this.#body.insertBefore(row.node, place);
      }
    });
    if (this.#body.contains(focused) && document.activeElement !== focused) {
      // Its line was moved, which takes the keyboard from it.
      focused.focus({ preventScroll: true });
    }
    this.#stretch(from, until);
  }

  /** Takes lines away whose items are not shown. Who was there with the keyboard stays at the table. */
  #release(shown) {
    for (const [key, row] of this.#rows) {
      if (!shown.has(key)) {
        const hadFocus = row.node.contains(document.activeElement);
        row.node.remove();
        this.#rows.delete(key);
        this.#spare.push(row);
        if (hadFocus) {
          this.#scroller.focus({ preventScroll: true });
        }
      }
    }
  }

  #rowOf(key) {
    const row = this.#rows.get(key) ?? this.#spare.pop() ?? this.#newRow();
    this.#rows.set(key, row);
    return row;
  }

  #newRow() {
    const row = { item: null };
    row.button = el('button', { type: 'button', class: 'link', onclick: () => this.#open(row.item) });
    row.cells = this.#columns.slice(1).map(column => el('td', { class: column.kind ?? '' }));
    row.node = el('tr', null, el('th', { scope: 'row' }, row.button), row.cells);
    // For the mouse, the whole line is the button.
    row.node.addEventListener('click', event => event.target === row.button || this.#open(row.item));
    return row;
  }

  #write(row, item, index) {
    row.item = item;
    setAttr(row.node, 'aria-rowindex', index + 1 + HEAD_LINES);
    setText(row.button, this.#columns[0].text(item));
    this.#columns.slice(1).forEach((column, place) => {
      const cell = row.cells[place];
      if (column.fill) {
        column.fill(cell, item);
      } else {
        setText(cell, column.text(item));
      }
    });
  }

  #stretch(from, until) {
    setAttr(this.#table, 'aria-rowcount', this.#items.length + HEAD_LINES);
    this.#above.firstChild.style.height = `${from * this.#rowPixels}px`;
    this.#below.firstChild.style.height = `${(this.#items.length - until) * this.#rowPixels}px`;
    if (!this.#measured && this.#body.firstChild !== null) {
      this.#measure(this.#body.firstChild);
    }
  }

  /** Once, and when the window changes, which changes the type: to ask how high a line is makes the browser lay out the page. */
  #measure(line) {
    this.#measured = true;
    const pixels = line.getBoundingClientRect().height;
    if (Math.abs(pixels - this.#rowPixels) > 0.5) {
      this.#rowPixels = pixels;
      this.redraw();
    }
  }

  #head(column) {
    const name = t(column.key);
    if (!column.order) {
      return el('th', { scope: 'col', class: column.kind ?? '' }, name);
    }
    const button = el('button', { type: 'button', class: 'sort', onclick: () => this.#sortBy(column) }, name);
    return el('th', { scope: 'col', class: column.kind ?? '' }, button);
  }

  #sortBy(column) {
    const again = this.#sorted.column === column;
    this.#sorted = { column, down: again && !this.#sorted.down };
    this.#showSorting();
    this.#sort();
    this.#draw();
  }

  #showSorting() {
    const { column, down } = this.#sorted;
    this.#columns.forEach((each, place) =>
      setAttr(this.#heads[place], 'aria-sort', each === column ? (down ? 'descending' : 'ascending') : null));
  }
}

/** How many of all are shown, for the line above a table. */
export function shownOf(shown, all) {
  return shown === all ? t('shown_all', { n: all, count: count(all) }) : t('shown_of', { shown: count(shown), all: count(all) });
}

/** In letters' widths; written by script, because the page's policy forbids styles in attributes. */
function widthOf({ width }) {
  const column = el('col');
  column.style.width = width === undefined ? 'auto' : `${width}rem`;
  return column;
}

/** Room for lines that are not there; nothing for people who hear the page. */
function space() {
  return el('tbody', { class: 'space', 'aria-hidden': 'true' }, el('tr', null, el('td')));
}

function compare(one, other) {
  if (typeof one === 'number') {
    return one - other;
  }
  return one < other ? -1 : Number(one > other);
}

