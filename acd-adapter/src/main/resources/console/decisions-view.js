// The last decisions as they are made, newest first. Can be held, because on a busy floor nobody reads a list that moves.
import { get } from './api.js';
import { decisionItem } from './decision-item.js';
import { headline } from './decision-words.js';
import { el, heading, setAttr } from './dom.js';
import { Filter } from './filter.js';
import { fieldOf } from './form-fields.js';
import { hrefOfCall } from './links.js';
import { queueNames } from './queue-names.js';
import { allOf, eachFrame } from './schedule.js';
import { t, word } from './texts.js';

const MOST_SHOWN = 60;
const KINDS = ['joined', 'offer', 'offer_ended', 'answered', 'callback_offered', 'climbed', 'diverted', 'closed', 'spike_on',
  'spike_off', 'rules_applied', 'refused'];

export function mountDecisions(host, { live }) {
  const filter = new Filter('decisions', ['kind', 'queue', 'text']);
  const items = el('ol', { class: 'decisions' });
  const empty = el('p', { class: 'empty', hidden: true }, t('nothing_here'));
  let held = null;
  const hold = el('button', { type: 'button', 'aria-pressed': 'false' }, t('hold_list'));
  const drawn = new Map();
  let before = [];

  const draw = eachFrame(() => {
    filter.offer({ kind: KINDS, queue: queueNames(live.floor) }, { kind: value => word('kind', value) });
    const shown = newest(held ?? together(before, live.decisions), filter.values());
    redraw(items, drawn, shown);
    empty.hidden = shown.length > 0;
  });
  hold.addEventListener('click', () => {
    held = held === null ? together(before, live.decisions) : null;
    setAttr(hold, 'aria-pressed', held !== null);
    draw();
  });
  filter.onchange = draw;
  filter.node.append(hold);
  host.append(el('div', { class: 'view-head' }, heading(t('view_decisions')), callFinder()), filter.node, empty, items);
  draw();
  get('/decisions?limit=100').then(answer => {
    before = answer.decisions.toReversed();
    draw();
  }, () => {
    // Nothing of before, then: the stream tells what comes, and the frame that it does not.
  });
  return allOf(live.listen('decisions', draw), live.listen('floor', draw));
}

/** Those of before the stream began, and those that it told; oldest first. */
function together(before, told) {
  const began = told.length === 0 ? Infinity : Date.parse(told[0].time);
  return [...before.filter(decision => Date.parse(decision.time) < began), ...told];
}

function newest(decisions, wanted) {
  const shown = [];
  for (let place = decisions.length - 1; place >= 0 && shown.length < MOST_SHOWN; place--) {
    const decision = decisions[place];
    if ((wanted.kind === '' || decision.kind === wanted.kind)
      && (wanted.queue === '' || decision.queue === wanted.queue)
      && (wanted.text === '' || headline(decision).includes(wanted.text))) {
      shown.push(decision);
    }
  }
  return shown;
}

/** Items that are there stay; new ones come before them. */
function redraw(items, drawn, shown) {
  const wanted = new Set(shown);
  for (const [decision, item] of drawn) {
    if (!wanted.has(decision)) {
      item.remove();
      drawn.delete(decision);
    }
  }
  let place = items.firstChild;
  for (const decision of shown) {
    const item = drawn.get(decision) ?? decisionItem(decision, true);
    drawn.set(decision, item);
    if (item === place) {
      place = place.nextSibling;
    } else {
      items.insertBefore(item, place);
    }
  }
}

function callFinder() {
  const field = fieldOf({ name: 'call', label: t('find_call'), required: true });
  const form = el('form', { class: 'finder' }, field.node, el('button', { type: 'submit' }, t('show_path')));
  form.addEventListener('submit', event => {
    event.preventDefault();
    location.hash = hrefOfCall(field.value());
  });
  return form;
}
