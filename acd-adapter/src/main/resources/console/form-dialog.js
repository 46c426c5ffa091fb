// Asks for values or for a yes, sends them, and shows what the API says to it. Closes only when the API took it.
import { Problem, problemText } from './api.js';
import { openQuestion } from './dialogs.js';
import { el, setText } from './dom.js';
import { fieldOf } from './form-fields.js';
import { t } from './texts.js';

/**
 * @param fields as form-fields.js takes them; none: only a yes is asked for
 * @param danger what is asked cannot be undone: "no" has the keyboard at first
 * @param send takes the values by name; what it throws is shown
 * @return what send gave; null: closed without
 */
export function askForm({ title, message, fields = [], submit, danger = false, send }) {
  return new Promise(resolve => {
    let given = null;
    const inputs = inputsOf(fields);
    const trouble = el('p', { class: 'trouble', tabindex: '-1', hidden: true });
    const yes = el('button', { type: 'submit', class: danger ? 'danger' : 'primary' }, submit);
    const no = el('button', { type: 'button', autofocus: danger, onclick: () => dialog.close() }, t('cancel'));
    const form = el('form', { class: 'stack' },
      message && el('p', null, message), inputs.map(input => input.node), trouble, el('div', { class: 'choices' }, yes, no));
    form.addEventListener('submit', async event => {
      event.preventDefault();
      yes.disabled = true;
      try {
        given = (await send(valuesOf(inputs))) ?? true;
        dialog.close();
      } catch (problem) {
        setText(trouble, textOf(problem));
        trouble.hidden = false;
        trouble.focus();
      } finally {
        yes.disabled = false;
      }
    });
    const dialog = openQuestion(title, form);
    dialog.addEventListener('close', () => resolve(given));
    if (!danger) {
      inputs[0]?.focus();
    }
  });
}

/** Who hears that one was changed also gets the others, by name. */
function inputsOf(fields) {
  const byName = {};
  for (const field of fields) {
    byName[field.name] = fieldOf({ ...field, changed: field.changed && (value => field.changed(value, byName)) });
  }
  return Object.values(byName);
}

function valuesOf(inputs) {
  return Object.fromEntries(inputs.map(input => [input.name, input.value()]));
}

/** A mistake that we found ourselves is an Error with a text for people. */
function textOf(problem) {
  return problem instanceof Problem ? problemText(problem) : problem.message;
}
