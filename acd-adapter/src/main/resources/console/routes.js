// Which hash shows which view, whom it is for, and what of the stream it needs. Every view needs the floor: time, spikes, names.
import { mountAgents } from './agents-view.js';
import { mountBar } from './bar-view.js';
import { mountCall } from './call-view.js';
import { mountCalls } from './calls-view.js';
import { mountDecisions } from './decisions-view.js';
import { mountFloor } from './floor-view.js';
import { hrefOf } from './links.js';
import { mountReservations } from './reservations-view.js';
import { mountRules } from './rules-view.js';

const everybody = () => true;
const staff = me => me.role !== 'agent';
const agents = me => me.agent !== null;

/** Those of the navigation, in its order. fills: the view scrolls inside itself, the page does not. */
export const VIEWS = [
  { name: 'floor', topics: ['floor'], isFor: everybody, mount: mountFloor },
  { name: 'agents', topics: ['floor', 'agents'], isFor: staff, mount: mountAgents, fills: true },
  { name: 'calls', topics: ['floor', 'calls'], isFor: staff, mount: mountCalls, fills: true },
  { name: 'decisions', topics: ['floor', 'decisions'], isFor: staff, mount: mountDecisions },
  { name: 'rules', topics: ['floor'], isFor: staff, mount: mountRules },
  { name: 'reservations', topics: ['floor', 'reservations'], isFor: staff, mount: mountReservations, fills: true },
  { name: 'bar', topics: ['floor', 'agents', 'calls'], isFor: agents, mount: mountBar },
];

const CALL = { name: 'calls', topics: ['floor', 'calls', 'decisions'], mount: mountCall };
const CALL_HASH = /^#\/calls\/(.+)$/;

/** The view of a hash with its parameter; where nothing fits, the one that this person most likely wants. */
export function routeOf(hash, me) {
  const call = CALL_HASH.exec(hash);
  if (call !== null) {
    return { view: CALL, parameter: decodeURIComponent(call[1]) };
  }
  const view = VIEWS.find(each => hrefOf(each) === hash && each.isFor(me));
  return { view: view ?? home(me), parameter: null };
}

function home(me) {
  return VIEWS.find(view => view.name === (me.role === 'agent' && agents(me) ? 'bar' : 'floor'));
}
