package io.baro.engine.callcenter;

/** Where a call is in its life. */
public enum CallState {
    /** In the entry or the menu of its PBX. From: admission. To: WAITING, or the end. */
    ENTERING(0),
    /** Stands in the line of its queue. From: ENTERING, OFFERED. To: OFFERED, or the end. */
    WAITING(1),
    /** Promised to one agent, out of the line, its rank kept. From: WAITING. To: TALKING, WAITING, or the end. */
    OFFERED(2),
    /** In one bridge with an agent; counted as answered. From: OFFERED. To: the end. */
    TALKING(3),
    /** Over for the router; the object is back in the pool. From: any. To: none. */
    ENDED(4);

    private final int code;

    CallState(int code) {
        this.code = code;
    }

    /** A number that stays the same when constants are added. */
    public int code() {
        return code;
    }

    static CallState of(int code) {
        for (CallState state : values()) {
            if (state.code == code) {
                return state;
            }
        }
        throw new IllegalArgumentException("no state of a call: " + code);
    }
}
