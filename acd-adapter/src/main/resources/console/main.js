// Begins the console: who is it, then the view that the hash names. Owns the life of one view at a time.
import { SIGNED_OUT, get, problemText } from './api.js';
import { el, heading } from './dom.js';
import { Frame } from './frame.js';
import { Live } from './live.js';
import { routeOf } from './routes.js';
import { mountSignIn } from './sign-in-view.js';
import { LANGUAGE_CHANGED, language, t } from './texts.js';
import { applyTheme } from './theme.js';

const RETRY_MILLIS = 3000;
const SIGN_IN = '#/sign-in';

const host = document.getElementById('view');
const live = new Live();
const frame = new Frame(document.getElementById('frame'), live);
let me = null;
let wanted = '';
let leave = () => {};
let retry = 0;

/** Asks who sits here; without a token that is good, the way is to sign in. */
async function identify() {
  clearTimeout(retry);
  try {
    me = await get('/me');
  } catch (problem) {
    if (problem.status !== 401) {
      sayWhy(problem);
    }
    return;
  }
  if (location.hash === SIGN_IN) {
    history.replaceState(null, '', wanted || '#/');
  }
  frame.draw(me);
  show(false);
}

/** The engine is there but not for us yet, or not at all: tried again until it is. */
function sayWhy(problem) {
  frame.draw(null);
  enter('unreachable', () => host.append(heading(t('unreachable')), el('p', null, problemText(problem))));
  retry = setTimeout(identify, RETRY_MILLIS);
}

function signIn() {
  if (location.hash !== SIGN_IN) {
    wanted = location.hash;
  }
  clearTimeout(retry);
  me = null;
  live.stop();
  history.replaceState(null, '', SIGN_IN);
  frame.draw(null);
  enter('sign_in', () => mountSignIn(host, identify));
}

/** @param moved by a link: then focus goes to the new view's heading, as on a page of its own */
function show(moved) {
  if (me === null || location.hash === SIGN_IN) {
    return;
  }
  const { view, parameter } = routeOf(location.hash, me);
  live.follow(view.topics);
  enter(view.name, () => view.mount(host, { me, live, parameter }));
  frame.enter(view.name);
  document.body.classList.toggle('fills', view.fills === true);
  if (moved) {
    host.querySelector('h1')?.focus();
  }
}

function enter(name, mount) {
  leave();
  document.querySelectorAll('dialog[open]').forEach(dialog => dialog.close());
  document.body.classList.remove('fills');
  host.replaceChildren();
  host.className = `view-${name.replaceAll('_', '-')}`;
  document.title = `${t(`view_${name}`)} – Baro`;
  leave = mount() ?? (() => {});
}

function speak() {
  document.documentElement.lang = language();
}

document.getElementById('skip').addEventListener('click', event => {
  event.preventDefault();
  host.focus();
});
window.addEventListener('hashchange', () => show(true));
window.addEventListener(SIGNED_OUT, signIn);
window.addEventListener(LANGUAGE_CHANGED, () => {
  speak();
  frame.draw(me);
  if (me !== null) {
    show(false);
  } else if (location.hash === SIGN_IN) {
    signIn();
  } else {
    identify();
  }
});
applyTheme();
speak();
identify();
