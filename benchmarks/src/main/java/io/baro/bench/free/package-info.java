/** From an agent's hang-up, and from a caller's arrival, to the ring: Baro and its rivals on one real Asterisk. */
package io.baro.bench.free;
