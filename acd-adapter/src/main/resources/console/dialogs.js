// Modal dialogs. The browser keeps the keyboard inside and gives it back; a dialog leaves the page when it is closed.
import { el } from './dom.js';
import { t } from './texts.js';

let made = 0;

/** One with a button that closes it; opens at once. What it returns can be closed, and tells 'close'. */
export function openDialog(title, ...content) {
  const close = el('button', { type: 'button', class: 'quiet', onclick: () => dialog.close() }, t('close'));
  const dialog = open(title, close, content);
  return dialog;
}

/** One whose content has the ways out of it. */
export function openQuestion(title, ...content) {
  return open(title, null, content);
}

function open(title, close, content) {
  made += 1;
  const id = `dialog-${made}`;
  const dialog = el('dialog', { 'aria-labelledby': id },
    el('div', { class: 'dialog-head' }, el('h2', { id }, title), close), content);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
