// One field of a form with its label and hint. Reads its value as what the API takes; never sends it.
import { el, setText } from './dom.js';
import { t } from './texts.js';

let made = 0;

/**
 * @param field name, label, hint, type (text, number, tel, select, moment), value, options (of a select: value and label),
 *     required, least and most (of a number), pattern, changed (told the value when it changes)
 */
export function fieldOf(field) {
  made += 1;
  const id = `field-${made}`;
  const control = field.type === 'select' ? selectOf(field, id) : inputOf(field, id);
  if (field.changed) {
    control.addEventListener('change', () => field.changed(control.value));
  }
  const hint = field.hint && el('span', { class: 'hint', id: `${id}-hint` }, field.hint);
  return {
    name: field.name,
    node: el('div', { class: 'field' }, el('label', { for: id }, field.label), control, hint),
    value: () => valueOf(field, control.value),
    focus: () => control.focus(),
    offer: options => fill(control, options),
  };
}

function inputOf(field, id) {
  return el('input', {
    id,
    name: field.name,
    type: field.type === 'moment' ? 'datetime-local' : field.type ?? 'text',
    value: field.type === 'moment' ? localText(field.value) : field.value,
    required: field.required,
    min: field.least,
    max: field.most,
    step: field.type === 'number' ? 1 : null,
    pattern: field.pattern,
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-describedby': field.hint ? `${id}-hint` : null,
  });
}

function selectOf(field, id) {
  const select = el('select', { id, name: field.name, required: field.required, 'aria-describedby': field.hint ? `${id}-hint` : null });
  fill(select, field.options, field.value);
  return select;
}

/** Writes the choices, and keeps what was chosen if it is still there. */
export function fill(select, options, chosen = select.value) {
  const values = options.map(option => option.value);
  if ([...select.options].map(option => option.value).join('\n') !== values.join('\n')) {
    select.replaceChildren(...options.map(option => el('option', { value: option.value }, option.label)));
  }
  [...select.options].forEach((option, place) => setText(option, options[place].label));
  select.value = values.includes(chosen) ? chosen : values[0] ?? '';
}

/** Null: left empty. */
function valueOf(field, text) {
  if (text.trim() === '') {
    return null;
  }
  switch (field.type) {
    case 'number':
      return Number(text);
    case 'moment':
      return new Date(text).toISOString();
    default:
      return text.trim();
  }
}

/** What an input of day and time takes: of this machine's zone, to the minute. */
function localText(moment) {
  if (!moment) {
    return null;
  }
  const date = new Date(moment);
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

/** A filter's first choice. */
export function anyOption() {
  return { value: '', label: t('any') };
}
