// How bad is a figure: fine, to be watched, or critical. Owns the thresholds; they are of the console, no rule knows them.
export const FINE = 'fine';
export const WATCH = 'watch';
export const CRITICAL = 'critical';

const WORSE = [FINE, WATCH, CRITICAL];
/** Of the objective: who waits so many times as long as he should. */
const WATCHED_WAITS = 3;
const CRITICAL_WAITS = 9;
const WATCHED_LEVEL = 0.8;
const CRITICAL_LEVEL = 0.6;

export function ofWait(millis, objectiveMillis) {
  if (millis >= CRITICAL_WAITS * objectiveMillis && millis > 0) {
    return CRITICAL;
  }
  return millis >= WATCHED_WAITS * objectiveMillis && millis > 0 ? WATCH : FINE;
}

export function ofServiceLevel(share) {
  if (share === null || share >= WATCHED_LEVEL) {
    return FINE;
  }
  return share < CRITICAL_LEVEL ? CRITICAL : WATCH;
}

export function worst(...levels) {
  return levels.reduce((one, other) => (WORSE.indexOf(other) > WORSE.indexOf(one) ? other : one), FINE);
}
