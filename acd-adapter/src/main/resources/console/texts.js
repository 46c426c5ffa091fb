// Which language people read, and a text in it. The texts themselves: texts-en.js and texts-ko.js.
import en from './texts-en.js';
import ko from './texts-ko.js';

const KEY = 'baro_language';
const LANGUAGES = { en, ko };
/** Told to the window when the language was switched: everything is drawn anew. */
export const LANGUAGE_CHANGED = 'baro-language';

let current = chosen();
let plurals = new Intl.PluralRules(current);

function chosen() {
  const kept = localStorage.getItem(KEY);
  if (kept in LANGUAGES) {
    return kept;
  }
  return navigator.language.toLowerCase().startsWith('ko') ? 'ko' : 'en';
}

/** The language's code, for lang attributes and for Intl. */
export function language() {
  return current;
}

export function otherLanguage() {
  return current === 'en' ? 'ko' : 'en';
}

export function switchLanguage() {
  current = otherLanguage();
  plurals = new Intl.PluralRules(current);
  localStorage.setItem(KEY, current);
  window.dispatchEvent(new Event(LANGUAGE_CHANGED));
}

export function has(key) {
  return Object.hasOwn(LANGUAGES[current], key);
}

/**
 * A text with its {names} replaced. One that differs with a number is an object of plural forms, chosen by the value n.
 */
export function t(key, values = {}) {
  const text = LANGUAGES[current][key] ?? key;
  const form = typeof text === 'string' ? text : text[plurals.select(values.n)] ?? text.other;
  return form.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** The text of a word that the API uses, for example a state; the word itself when we have none for it. */
export function word(kind, value) {
  const key = `${kind}_${String(value).toLowerCase().replaceAll('-', '_')}`;
  return has(key) ? t(key) : String(value).replaceAll('_', ' ');
}
