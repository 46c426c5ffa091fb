package io.baro.engine.callcenter;

/**
 * The layout of an offer id: {@code count(43) | agent(20)}, so that a fact about an offer finds its agent without a table. Offers that
 * ring together share the count, so that each is known by any of them.
 */
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

    /** The id of the offer to this agent among those that ring together with another. */
    public static long beside(long offerId, int agentId) {
        return of(countOf(offerId), agentId);
    }

    /** Whether two offers ring together: made for one call, at once. */
    public static boolean areTogether(long one, long other) {
        return countOf(one) == countOf(other);
    }

    /** Which offer of all it was, from 1. */
    public static long countOf(long offerId) {
        return offerId >>> AGENT_BITS;
    }
}
