package io.baro.engine.routing;

/** Which router this is: the number of what it decides. Never changes by itself. */
public final class Behaviour {
    /**
     * Raised whenever the router would decide otherwise than before on the same commands: a snapshot stays what it is, but the
     * journal of another behaviour tells another day (docs/durability.md).
     */
    public static final int VERSION = 3;

    private Behaviour() {}
}
