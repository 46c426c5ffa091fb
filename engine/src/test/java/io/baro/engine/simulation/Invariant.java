package io.baro.engine.simulation;

import io.baro.engine.routing.Router;

/** One promise of the router, checked after every command. Its class name is the promise. */
interface Invariant {
    /** Returns what breaks the promise, or null while it holds. */
    String violation(Router router);
}
