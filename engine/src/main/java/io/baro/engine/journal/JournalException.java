package io.baro.engine.journal;

import java.io.IOException;

/** A journal that cannot be used as it is. The message is one line for the operator: file, what is wrong, what to do. */
public final class JournalException extends IOException {
    private static final long serialVersionUID = 1;

    /** What kind of trouble it is. */
    public enum Kind {
        /** Bytes that were safe on the disk are not what was written. */
        DAMAGED,
        /** Written by a newer Baro. */
        NEWER,
        /** The directory cannot be read or written, or is none. */
        UNUSABLE,
        /** Another Baro writes it now. */
        IN_USE,
        /** The commands that are asked for are kept no more. */
        FORGOTTEN
    }

    private final Kind kind;

    JournalException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    JournalException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
