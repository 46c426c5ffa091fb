// Owns what stands above every view: the way to the views, the state of the connection, spikes, language, theme, who is signed in.
import { el, setAttr, setClass, setText } from './dom.js';
import { count, list, timeOfDay } from './format.js';
import { hrefOf } from './links.js';
import { CONNECTING, GONE } from './live.js';
import { VIEWS } from './routes.js';
import { dropToken, hasToken } from './session.js';
import { otherLanguage, switchLanguage, t, word } from './texts.js';
import { switchTheme, theme } from './theme.js';

/** More than these would fill the line. */
const SPIKES_NAMED = 3;

export class Frame {
  #host;
  #live;
  #links = new Map();
  // The two live regions stay for good: a region that comes with its text is not read out.
  #connection = el('p', { role: 'status', class: 'connection' });
  #spikes = el('p', { role: 'status', class: 'spikes' });

  constructor(host, live) {
    this.#host = host;
    this.#live = live;
    live.listen('state', () => this.#showConnection());
    live.listen('floor', floor => this.#showSpikes(floor));
  }

  /** Draws everything anew: for whom, and in the language of now. */
  draw(me) {
    setText(document.getElementById('skip'), t('skip'));
    this.#links.clear();
    const views = me === null ? [] : VIEWS.filter(view => view.isFor(me));
    const nav = el('nav', { 'aria-label': t('views') }, el('ul', null, views.map(view => this.#link(view))));
    this.#host.replaceChildren(
      el('a', { class: 'brand', href: '#/', lang: 'ko' }, el('span', { lang: 'en' }, 'Baro'), ' 바로'),
      me === null ? el('span', { class: 'no-views' }) : nav,
      this.#spikes,
      this.#connection,
      el('div', { class: 'settings' }, this.#languageButton(), this.#themeButton(), ...this.#person(me)));
    this.#spikes.hidden = me === null;
    this.#connection.hidden = me === null;
    this.#showConnection();
    this.#showSpikes(this.#live.floor);
  }

  enter(name) {
    this.#links.forEach((link, view) => setAttr(link, 'aria-current', view === name ? 'page' : null));
  }

  #link(view) {
    const link = el('a', { href: hrefOf(view) }, t(`view_${view.name}`));
    this.#links.set(view.name, link);
    return el('li', null, link);
  }

  #languageButton() {
    const other = otherLanguage();
    const name = other === 'ko' ? '한국어' : 'English';
    const change = () => {
      switchLanguage();
      this.#host.querySelector('.language').focus();
    };
    return el('button', { type: 'button', class: 'quiet language', lang: other, onclick: change }, name);
  }

  #themeButton() {
    const button = el('button', { type: 'button', class: 'quiet' });
    const write = () => setText(button, t(theme() === 'dark' ? 'to_light' : 'to_dark'));
    button.addEventListener('click', () => {
      switchTheme();
      write();
    });
    write();
    return button;
  }

  #person(me) {
    if (me === null) {
      return [];
    }
    return [
      el('span', { class: 'person' }, `${me.name} · ${word('role', me.role)}`),
      hasToken() && el('button', { type: 'button', class: 'quiet', onclick: signOut }, t('sign_out')),
    ];
  }

  #showConnection() {
    const gone = this.#live.state === GONE;
    document.body.classList.toggle('stale', gone);
    setClass(this.#connection, `connection mark ${gone ? 'critical' : 'fine'}`);
    setText(this.#connection, gone ? t('stale_since', { time: timeOfDay(this.#live.staleSince()) }) : this.#connected());
  }

  #connected() {
    return t(this.#live.state === CONNECTING ? 'connecting' : 'connected');
  }

  /** Centres, not queues: in a surge queues come and go every second, and each change is read out. */
  #showSpikes(floor) {
    const names = (floor?.centres ?? []).filter(centre => centre.spike).map(centre => centre.name);
    const named = names.slice(0, SPIKES_NAMED);
    if (names.length > SPIKES_NAMED) {
      named.push(t('and_more', { n: count(names.length - SPIKES_NAMED) }));
    }
    setClass(this.#spikes, names.length === 0 ? 'spikes' : 'spikes mark watch');
    setText(this.#spikes, names.length === 0 ? '' : t('spike_in', { centres: list(named) }));
  }
}

function signOut() {
  dropToken();
  location.hash = '#/';
  location.reload();
}
