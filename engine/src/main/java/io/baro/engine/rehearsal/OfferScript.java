package io.baro.engine.rehearsal;

import io.baro.engine.traffic.AgentHabits;

/**
 * Owns what an agent's phone does with one offer. Immutable.
 *
 * @param afterMillis from ringing to the answer or the refusal; of a phone that rings out: nothing
 */
public record OfferScript(AgentHabits.Reaction reaction, long afterMillis) {}
