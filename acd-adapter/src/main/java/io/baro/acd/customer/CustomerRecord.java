package io.baro.acd.customer;

/**
 * What is kept of a customer in one long, so that a table of millions stays small: birth date, own agent, team of his region.
 * Stateless; any thread.
 */
final class CustomerRecord {
    /** No customer: who stands in the file has at least one of the three. */
    static final long NONE = 0;

    /** A birth date is year, month and day in 23 bits. */
    private static final int BIRTH_BITS = 24;
    /** An agent id has 20 bits; two values more mean none and left. */
    private static final int AGENT_BITS = 22;

    private static final int TEAM_SHIFT = BIRTH_BITS + AGENT_BITS;
    private static final int AGENT_OFFSET = -CustomerDirectory.AGENT_LEFT;

    private CustomerRecord() {}

    static long of(int birth, int agentId, int team) {
        return (long) (team + 1) << TEAM_SHIFT | (long) (agentId + AGENT_OFFSET) << BIRTH_BITS | birth;
    }

    static int birth(long it) {
        return (int) (it & (1L << BIRTH_BITS) - 1);
    }

    static int agentId(long it) {
        return it == NONE
                ? CustomerDirectory.NO_AGENT
                : (int) (it >>> BIRTH_BITS & (1L << AGENT_BITS) - 1) - AGENT_OFFSET;
    }

    static int team(long it) {
        return (int) (it >>> TEAM_SHIFT) - 1;
    }
}
