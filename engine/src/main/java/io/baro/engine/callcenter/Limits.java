package io.baro.engine.callcenter;

/**
 * The sizes that the router reserves before it starts; what goes beyond is refused by a typed decision, never dropped silently.
 *
 * @param calls live calls; 1,562 agents talking and twelve times as many callers waiting fit in the default
 * @param agents agent indexes
 * @param queues queue indexes; 1,062 business kinds of 7 centres fit in the default
 * @param pbxs PBX indexes; a call id has 7 bits for it
 * @param callers callers whose contacts are remembered; a day of the model centre has about 100,000
 * @param reservations open callback reservations; more than a day's agents could ever dial
 */
public record Limits(int calls, int agents, int queues, int pbxs, int callers, int reservations) {
    private static final int MAX_PBXS = 127;
    private static final int MAX_AGENTS = 1 << OfferIds.AGENT_BITS;

    /** Refuses sizes that ids cannot express. */
    public Limits {
        if (calls < 1 || agents < 1 || queues < 1 || pbxs < 1 || callers < 1 || reservations < 1) {
            throw new IllegalArgumentException("every limit is at least 1");
        }
        if (pbxs > MAX_PBXS || agents > MAX_AGENTS) {
            throw new IllegalArgumentException("at most " + MAX_PBXS + " pbxs and " + MAX_AGENTS + " agents");
        }
    }

    /** The model centre with room to spare. */
    public static Limits standard() {
        return new Limits(20_000, 4_096, 8_192, 64, 262_144, 20_000);
    }
}
