// Rules that somebody edits and has not applied yet: kept in this tab, so that a look at another view loses nothing.
const KEY = 'baro_rules_draft';

/** Null: nothing is being edited. */
export function keptDraft() {
  const text = sessionStorage.getItem(KEY);
  return text === null ? null : JSON.parse(text);
}

/** @param base the version that was edited */
export function keepDraft(base, text) {
  sessionStorage.setItem(KEY, JSON.stringify({ base, text }));
}

export function dropDraft() {
  sessionStorage.removeItem(KEY);
}
