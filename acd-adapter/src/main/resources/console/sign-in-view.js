// Takes a token and keeps it as a cookie if the API knows it. Never shows or stores it anywhere else.
import { statusOfMe } from './api.js';
import { el, heading, setText } from './dom.js';
import { dropToken, isToken, keepToken } from './session.js';
import { t } from './texts.js';

/** @param done called when the token is good */
export function mountSignIn(host, done) {
  const input = el('input', {
    id: 'token', name: 'token', type: 'password', required: true, autocomplete: 'off', 'aria-describedby': 'token-hint',
  });
  const trouble = el('p', { class: 'trouble', tabindex: '-1', hidden: true });
  const button = el('button', { type: 'submit', class: 'primary' }, t('sign_in'));
  const form = el('form', { class: 'panel' },
    heading(t('sign_in')),
    el('p', { id: 'token-hint' }, t('token_hint')),
    el('label', { for: 'token' }, t('token')), input, trouble, button);
  form.addEventListener('submit', async event => {
    event.preventDefault();
    button.disabled = true;
    const wrong = await troubleOf(input.value.trim());
    button.disabled = false;
    if (wrong === null) {
      done();
      return;
    }
    setText(trouble, wrong);
    trouble.hidden = false;
    trouble.focus();
  });
  host.append(form);
  input.focus();
}

/** Null: the token is good and kept. */
async function troubleOf(token) {
  if (!isToken(token)) {
    return t('token_malformed');
  }
  keepToken(token);
  try {
    const status = await statusOfMe();
    if (status === 200) {
      return null;
    }
    dropToken();
    return t(status === 401 ? 'token_unknown' : 'token_not_now');
  } catch (problem) {
    dropToken();
    return problem.message;
  }
}
