package io.baro.engine.rehearsal;

import io.baro.engine.traffic.CustomerHabits;

/**
 * Owns what a customer does when he is called back. Immutable.
 *
 * @param afterMillis from ringing to the answer; of one who is busy or away: nothing
 */
public record CustomerScript(CustomerHabits.Reaction reaction, long afterMillis) {}
