// Numbers, lengths of time and moments as people of the chosen language write them. Stateless but for Intl's formatters.
import { language, t } from './texts.js';

const SECOND = 1000;
const MINUTE = 60;
const HOUR = 3600;
/** Where there is no figure. */
export const NONE = '–';

const formatters = new Map();

function formatter(kind, make) {
  const key = `${language()} ${kind}`;
  if (!formatters.has(key)) {
    formatters.set(key, make(language()));
  }
  return formatters.get(key);
}

export function count(number) {
  if (number === null || number === undefined) {
    return NONE;
  }
  return formatter('count', tag => new Intl.NumberFormat(tag, { maximumFractionDigits: 0 })).format(number);
}

/** A share of 0 to 1, in whole per cent. */
export function percent(share) {
  if (share === null || share === undefined) {
    return NONE;
  }
  return formatter('percent', tag => new Intl.NumberFormat(tag, { style: 'percent' })).format(share);
}

/** The same with a tenth, where small differences matter. */
export function exactPercent(share) {
  const digits = { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 };
  return formatter('exact', tag => new Intl.NumberFormat(tag, digits)).format(share);
}

/** A length of time for tables: 0:42, 12:05, 1:02:33. */
export function clock(millis) {
  if (millis === null || millis === undefined) {
    return NONE;
  }
  const all = Math.max(0, Math.round(millis / SECOND));
  const seconds = String(all % MINUTE).padStart(2, '0');
  const minutes = Math.floor(all / MINUTE) % MINUTE;
  const hours = Math.floor(all / HOUR);
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${seconds}` : `${minutes}:${seconds}`;
}

/** A length of time for sentences: 0.4 s, 42 s, 3 min 5 s, 1 h 2 min. */
export function span(millis) {
  const size = Math.abs(millis);
  const all = Math.round(size / SECOND);
  if (size < 10 * SECOND && size % SECOND !== 0) {
    return t('unit_seconds', { n: Math.round(size / 100) / 10 });
  }
  const parts = [
    ['unit_hours', Math.floor(all / HOUR)],
    ['unit_minutes', Math.floor(all / MINUTE) % MINUTE],
    ['unit_seconds', all % MINUTE],
  ].filter(([, number]) => number > 0);
  const shown = parts.length === 0 ? [['unit_seconds', 0]] : parts.slice(0, 2);
  return shown.map(([unit, n]) => t(unit, { n })).join(' ');
}

/** 14:03:07 of this machine's zone. */
export function timeOfDay(moment) {
  const parts = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' };
  return formatter('time', tag => new Intl.DateTimeFormat(tag, parts)).format(new Date(moment));
}

/** Day and minute. */
export function dayAndTime(moment) {
  const parts = { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
  return formatter('day', tag => new Intl.DateTimeFormat(tag, parts)).format(new Date(moment));
}

/** Names one after the other, as a sentence does. */
export function list(names) {
  return formatter('list', tag => new Intl.ListFormat(tag, { type: 'conjunction' })).format(names);
}
