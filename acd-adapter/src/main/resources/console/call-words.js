// How a call is said: its wait, its place in line, its rules. Stateless.
import { NONE, clock, span, timeOfDay } from './format.js';
import { t } from './texts.js';

/** In the order of a call's life. */
export const CALL_STATES = ['entering', 'waiting', 'offered', 'talking', 'closed'];

/** Who waits waits on while we look. */
export function waitedMillis(call, now) {
  return call.state === 'waiting' || call.state === 'offered' ? Math.max(call.waited_ms, now - Date.parse(call.since)) : call.waited_ms;
}

/** The number that orders all who wait; the smallest goes first. */
export function rankMillis(call) {
  return Date.parse(call.since) - call.boost_ms;
}

export function rankText(call) {
  return t('rank_sum', {
    rank: timeOfDay(rankMillis(call)), joined: timeOfDay(call.since), boost: boostText(call.boost_ms),
  });
}

/** A head start, or how far behind one stands. */
export function boostText(boost) {
  return boost < 0 ? `−${span(boost)}` : span(boost);
}

export function boostClock(boost) {
  if (boost === 0) {
    return NONE;
  }
  return boost < 0 ? `−${clock(-boost)}` : `+${clock(boost)}`;
}
