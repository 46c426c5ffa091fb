package io.baro.engine.callcenter;

/** The layout of an offer id: {@code count(43) | agent(20)}, so that a fact about an offer finds its agent without a table. */
public final class OfferIds {
    /** A million agents; the count lasts 8 trillion offers. */
    static final int AGENT_BITS = 20;

    private static final long AGENT_MASK = (1L << AGENT_BITS) - 1;

    private OfferIds() {}

    /** The id of the {@code count}-th offer of all, made to this agent. */
    public static long of(long count, int agentId) {
        return (count << AGENT_BITS) | agentId;
    }

    /** The agent that the offer was made to. */
    public static int agentOf(long offerId) {
        return (int) (offerId & AGENT_MASK);
    }

    /** Which offer of all it was, from 1. */
    public static long countOf(long offerId) {
        return offerId >>> AGENT_BITS;
    }
}
