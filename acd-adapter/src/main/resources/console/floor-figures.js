// What the wallboard shows of a centre, of a queue and of all centres together. Pure: from the API's floor to figures and levels.
import { CRITICAL, FINE, WATCH, ofServiceLevel, ofWait, worst } from './levels.js';

/** States of agents as columns; who is reserved rings in a moment. */
export const AGENT_COLUMNS = ['ready', 'ringing', 'talking', 'wrap_up', 'not_ready', 'logged_out'];

export function ofCentre(centre, objective) {
  const link = centre.link === 'ready' ? FINE : CRITICAL;
  return {
    waiting: centre.waiting,
    longest: centre.longest_wait_ms,
    ewt: greatest(centre.queues.filter(queue => queue.open).map(queue => queue.ewt_ms)),
    level: centre.service_level,
    agents: agentsOf(centre.agents),
    reservations: centre.reservations_open,
    ...judged(centre, objective, link),
    link,
  };
}

export function ofQueue(queue, objective) {
  return {
    waiting: queue.waiting,
    longest: queue.longest_wait_ms,
    ewt: queue.ewt_ms,
    level: queue.service_level,
    ...judged(queue, objective, FINE),
  };
}

/** All centres as one. The shares of the centres are weighed with what they are shares of. */
export function ofFloor(floor) {
  const centres = floor.centres;
  const judgedCalls = sum(centres, centre => centre.answered + centre.abandoned);
  const inTime = sum(centres, centre => (centre.service_level ?? 0) * (centre.answered + centre.abandoned));
  const whole = {
    waiting: sum(centres, centre => centre.waiting),
    longest_wait_ms: Math.max(0, ...centres.map(centre => centre.longest_wait_ms)),
    service_level: judgedCalls === 0 ? null : inTime / judgedCalls,
    spike: centres.some(centre => centre.spike),
  };
  return {
    waiting: whole.waiting,
    longest: whole.longest_wait_ms,
    ewt: greatest(centres.map(centre => ofCentre(centre, floor.objective_ms).ewt)),
    level: whole.service_level,
    agents: AGENT_COLUMNS.map((_, column) => sum(centres, centre => agentsOf(centre.agents)[column])),
    reservations: sum(centres, centre => centre.reservations_open),
    offered: sum(centres, centre => centre.offered),
    answered: sum(centres, centre => centre.answered),
    abandoned: sum(centres, centre => centre.abandoned),
    spikes: sum(centres, centre => centre.queues.filter(queue => queue.spike).length),
    ...judged(whole, floor.objective_ms, FINE),
  };
}

/** As the columns. */
function agentsOf(counts) {
  return AGENT_COLUMNS.map(state => (counts[state] ?? 0) + (state === 'ringing' ? counts.reserved ?? 0 : 0));
}

function judged(place, objective, link) {
  const longestLevel = ofWait(place.longest_wait_ms, objective);
  const levelLevel = ofServiceLevel(place.service_level);
  return {
    longestLevel,
    levelLevel,
    spike: place.spike,
    overall: worst(link, longestLevel, levelLevel, place.spike ? WATCH : FINE),
  };
}

function sum(things, value) {
  return things.reduce((total, thing) => total + value(thing), 0);
}

/** Null: there is none. */
function greatest(numbers) {
  const known = numbers.filter(number => number !== null);
  return known.length === 0 ? null : Math.max(...known);
}
