package io.baro.engine.routing;

/** A snapshot that cannot be restored: nothing of it was taken over. The message is one line for the operator. */
public final class SnapshotException extends Exception {
    private static final long serialVersionUID = 1;

    private final Reason reason;

    /** Why. */
    public enum Reason {
        /** Not the bytes that were written: cut short, or changed. */
        DAMAGED,
        /** Written by a release that writes the state in another way. */
        OTHER_FORMAT,
        /** Of a router of other sizes. */
        OTHER_LIMITS
    }

    SnapshotException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
