package io.baro.engine.naive;

import io.baro.engine.message.AgentState;
import io.baro.engine.message.NotReadyReason;
import java.math.BigInteger;

/** The one way the twin's agents change state: the day's counts, the keys that READY fixes, the fact. */
final class NaiveAgentStates {
    private static final int FRACTION_BITS = 20;
    /** Far more binary digits than any draw has: the logarithm is exact. */
    private static final int PRECISION = 256;

    private static final int WHOLE_DAY = 10_000;

    private final NaiveCentre centre;
    private final NaiveDecisions decisions;
    private long random;
    private long virtualTime;

    NaiveAgentStates(NaiveCentre centre, NaiveDecisions decisions) {
        this.centre = centre;
        this.decisions = decisions;
    }

    void enter(NaiveAgent agent, AgentState state) {
        enter(agent, state, NotReadyReason.NONE);
    }

    void notReady(NaiveAgent agent, NotReadyReason reason) {
        enter(agent, AgentState.NOT_READY, reason);
    }

    private void enter(NaiveAgent agent, AgentState state, NotReadyReason reason) {
        agent.count(centre.now);
        agent.state = state;
        agent.reason = reason;
        if (reason != NotReadyReason.PAUSED) {
            agent.pauseCode = 0;
        }
        if (agent.isReady()) {
            agent.answeredKey = agent.answeredToday;
            agent.occupancyKey = WHOLE_DAY * agent.busyToday / Math.max(1, agent.loggedInToday);
            agent.draw = virtualTime + minusLog2(next()) * 1_000 / agent.weight;
        }
        decisions.agentChanged(agent);
    }

    /** A WEIGHTED_RANDOM offer took the agent: "Strategies", virtual time. */
    void lotTaken(NaiveAgent agent) {
        virtualTime = Math.max(virtualTime, agent.draw);
    }

    /** {@code -log2(u / 2^64)} in units of 2^-20, from the logarithm rounded down to that unit. */
    private static long minusLog2(long unsigned) {
        BigInteger number = new BigInteger(Long.toUnsignedString(unsigned == 0 ? 1 : unsigned));
        long log = number.bitLength() - 1L;
        BigInteger mantissa = number.shiftLeft(PRECISION - number.bitLength());
        for (int digit = 0; digit < FRACTION_BITS; digit++) {
            BigInteger square = mantissa.multiply(mantissa);
            log = 2 * log + (square.bitLength() == 2 * PRECISION ? 1 : 0);
            mantissa = square.shiftRight(square.bitLength() - PRECISION);
        }
        return ((long) Long.SIZE << FRACTION_BITS) - log;
    }

    /** SplitMix64 from seed 0. */
    private long next() {
        random += 0x9e3779b97f4a7c15L;
        long z = random;
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}
