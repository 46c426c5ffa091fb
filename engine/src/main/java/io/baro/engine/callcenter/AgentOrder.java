package io.baro.engine.callcenter;

import io.baro.engine.message.Strategy;

/** An order in which ready agents of one profile stand: the part of a strategy that does not depend on the call. */
enum AgentOrder {
    /** Idle for longest. */
    IDLE(0),
    /** Fewest calls today, then idle for longest. */
    CALLS(1),
    /** Least of his day busy, then idle for longest. */
    OCCUPANCY(2),
    /** Offered a call longest ago. */
    ROTATION(3),
    /** As in the agents' file. */
    LIST(4),
    /** By his draw. */
    DRAW(5);

    static final int COUNT = 6;

    private final int code;

    AgentOrder(int code) {
        this.code = code;
    }

    /** Index from 0, the same when constants are added. */
    int code() {
        return code;
    }

    /** The order that a strategy needs within a profile; the skills of a profile are the same, so they order profiles only. */
    static AgentOrder of(Strategy strategy) {
        return switch (strategy) {
            case LONGEST_IDLE, MOST_SKILLED, LEAST_SKILLED, NULL_VAL -> IDLE;
            case FEWEST_CALLS -> CALLS;
            case LEAST_OCCUPIED -> OCCUPANCY;
            case ROUND_ROBIN -> ROTATION;
            case LINEAR -> LIST;
            case WEIGHTED_RANDOM -> DRAW;
        };
    }
}
