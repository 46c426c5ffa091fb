package io.baro.engine.routing;

import io.baro.engine.callcenter.Agent;
import io.baro.engine.state.State;

/**
 * Lots for weighted random choice: a seeded stream of numbers and the virtual time of fair queueing, so that shares follow the
 * weights and nobody starves. Integers only. Runs on: routing thread.
 */
final class Draws {
    /** Binary digits of a logarithm behind the point. */
    private static final int FRACTION_BITS = 20;

    private static final long SCALE = 1_000;
    /** SplitMix64 (Steele, Lea and Flood 2014). */
    private static final long GAMMA = 0x9e3779b97f4a7c15L;

    private long state;
    private long virtualTime;

    /** Draws the lot of an agent who becomes READY: the virtual time now, and more the luckless and the lighter he is. */
    void draw(Agent agent) {
        agent.draw = virtualTime + minusLog2(next()) * SCALE / agent.weight();
    }

    /** An agent was chosen by his lot. */
    void taken(Agent agent) {
        virtualTime = Math.max(virtualTime, agent.draw);
    }

    void visit(State visited) {
        state = visited.next(state);
        virtualTime = visited.next(virtualTime);
    }

    /** {@code -log2(u / 2^64)} in units of 2^-20, of a number taken as unsigned; 0 counts as 1. Digit by digit, by squaring. */
    static long minusLog2(long u) {
        long number = u == 0 ? 1 : u;
        int whole = Long.SIZE - 1 - Long.numberOfLeadingZeros(number);
        long mantissa = number << Long.numberOfLeadingZeros(number);
        long log = whole;
        for (int digit = 0; digit < FRACTION_BITS; digit++) {
            long high = Math.unsignedMultiplyHigh(mantissa, mantissa);
            boolean atLeastTwo = high < 0;
            mantissa = atLeastTwo ? high : (high << 1) | ((mantissa * mantissa) >>> (Long.SIZE - 1));
            log = (log << 1) | (atLeastTwo ? 1 : 0);
        }
        return ((long) Long.SIZE << FRACTION_BITS) - log;
    }

    private long next() {
        state += GAMMA;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
