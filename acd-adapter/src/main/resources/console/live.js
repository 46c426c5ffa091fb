// Owns the one stream of events and what it has told so far. Never asks for a change; views listen to it and keep no copies.
import { ROOT, get } from './api.js';

const TOPICS = ['floor', 'agents', 'calls', 'reservations', 'decisions'];
/** The engine says something every 15 s, but only to the browser: after so long without an event the stream is opened anew. */
const SILENCE_MILLIS = 40_000;
const OPENING_MILLIS = 10_000;
const RETRY_MILLIS = 3_000;
const DECISIONS_KEPT = 300;

/** Where the stream stands. */
export const CONNECTING = 'connecting';
export const LIVE = 'live';
export const GONE = 'gone';

export class Live {
  floor = null;
  agents = new Map();
  calls = new Map();
  reservations = new Map();
  /** Oldest first. */
  decisions = [];
  state = CONNECTING;

  #source = null;
  #topics = [];
  #incomplete = new Set();
  #listeners = new Map();
  #openedAt = 0;
  #heardAt = Date.now();
  /** How far the engine's time is ahead of this machine's. */
  #ahead = 0;
  #retry = 0;

  constructor() {
    setInterval(() => this.#watch(), 1000);
  }

  /** From now on these topics; the stream is opened anew when they are others than before. */
  follow(topics) {
    if (this.#source !== null && topics.join() === this.#topics.join()) {
      return;
    }
    this.#topics = topics;
    this.#forget(TOPICS.filter(topic => topic !== 'floor' && !topics.includes(topic)));
    this.#open();
  }

  /** Nobody is signed in. */
  stop() {
    this.#close();
    this.#topics = [];
    this.#forget(TOPICS);
    this.floor = null;
  }

  /** Hears of a topic, or of 'state'. Returns what ends it. */
  listen(topic, listener) {
    const all = this.#listeners.get(topic) ?? new Set();
    this.#listeners.set(topic, all.add(listener));
    return () => all.delete(listener);
  }

  /** The engine's time: a demonstration lives faster than the clock on the wall. */
  now() {
    return Date.now() + this.#ahead;
  }

  /** Since when nothing came, in this machine's time. */
  staleSince() {
    return this.#heardAt;
  }

  #open() {
    this.#close();
    this.#openedAt = Date.now();
    const source = new EventSource(`${ROOT}/events?topics=${this.#topics.join(',')}`);
    source.onopen = () => this.#begin(source);
    source.onerror = () => this.#lose(source);
    source.addEventListener('restart', () => this.#startOver());
    for (const topic of this.#topics) {
      source.addEventListener(topic, event => this.#hear(topic, JSON.parse(event.data)));
    }
    this.#source = source;
    this.#startOver();
  }

  #close() {
    clearTimeout(this.#retry);
    this.#source?.close();
    this.#source = null;
  }

  #begin(source) {
    if (source === this.#source) {
      this.#startOver();
      this.#heardAt = Date.now();
      this.#enter(LIVE);
    }
  }

  /** What comes next of each topic is complete again; until then what we have is shown on. */
  #startOver() {
    this.#incomplete = new Set(this.#topics);
  }

  #hear(topic, data) {
    this.#heardAt = Date.now();
    const first = this.#incomplete.delete(topic);
    switch (topic) {
      case 'floor':
        this.floor = data;
        this.#ahead = Date.parse(data.time) - Date.now();
        break;
      case 'agents':
        replace(this.agents, first, 'number', data, []);
        break;
      case 'decisions':
        this.decisions = (first ? data : this.decisions.concat(data)).slice(-DECISIONS_KEPT);
        break;
      default:
        replace(this[topic], first, 'id', data.changed, data.gone);
    }
    this.#tell(topic, data, first);
  }

  #lose(source) {
    if (source !== this.#source) {
      return;
    }
    this.#enter(GONE);
    if (source.readyState === EventSource.CLOSED) {
      // An answer that is no stream: the browser gives up, we do not. /me tells whether our token is still good.
      this.#retry = setTimeout(() => this.#tryAgain(), RETRY_MILLIS);
    }
  }

  async #tryAgain() {
    const source = this.#source;
    try {
      await get('/me');
    } catch (problem) {
      if (problem.status === 401) {
        return;
      }
    }
    if (source === this.#source) {
      this.#open();
    }
  }

  #watch() {
    if (this.#source === null) {
      return;
    }
    const now = Date.now();
    if (this.#source.readyState === EventSource.CONNECTING && now - this.#openedAt > OPENING_MILLIS) {
      this.#enter(GONE);
    } else if (this.state === LIVE && now - Math.max(this.#heardAt, this.#openedAt) > SILENCE_MILLIS) {
      this.#open();
    }
  }

  #enter(state) {
    if (state !== this.state) {
      this.state = state;
      this.#tell('state', state);
    }
  }

  #forget(topics) {
    topics.filter(topic => this[topic] instanceof Map).forEach(topic => this[topic].clear());
    if (topics.includes('decisions')) {
      this.decisions = [];
    }
  }

  #tell(topic, data, first = false) {
    this.#listeners.get(topic)?.forEach(listener => listener(data, first));
  }
}

function replace(things, first, key, changed, gone) {
  if (first) {
    things.clear();
  }
  changed.forEach(thing => things.set(thing[key], thing));
  gone.forEach(id => things.delete(id));
}

