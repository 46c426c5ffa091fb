package io.baro.acd.asterisk;

import io.baro.engine.message.RefusalReason;

/** The contexts of our dialplan that a decision moves a caller to. */
enum Destination {
    MENU("acd-menu"),
    WAIT("acd-wait"),
    DIAL("acd-dial"),
    CALLBACK("acd-callback"),
    CALLBACK_OK("acd-callback-ok"),
    CALLBACK_NO("acd-callback-no", "s"),
    /** His number cannot be called. */
    CALLBACK_NO_NUMBER("acd-callback-no", "number"),
    /** Nobody is called at that time. */
    CALLBACK_NO_TIME("acd-callback-no", "time"),
    DIVERT("acd-divert");

    // Never changed: an array only because Asterisk is spoken to in bytes.
    @SuppressWarnings("ImmutableEnumChecker")
    private final byte[] context;

    // As above.
    @SuppressWarnings("ImmutableEnumChecker")
    private final byte[] exten;

    Destination(String context) {
        this(context, "s");
    }

    Destination(String context, String exten) {
        this.context = PbxDirectory.ascii(context);
        this.exten = PbxDirectory.ascii(exten);
    }

    /** Where a caller hears why no callback was reserved. */
    static Destination refusal(RefusalReason reason) {
        return switch (reason) {
            case NUMBER_WITHHELD, NOT_DIALABLE -> CALLBACK_NO_NUMBER;
            case WINDOW_PASSED, OUTSIDE_HOURS -> CALLBACK_NO_TIME;
            default -> CALLBACK_NO;
        };
    }

    /** Of those that carry nothing in it. */
    byte[] exten() {
        return exten;
    }

    /** Place in {@link #values}. */
    // An index into arrays of this run, never stored or sent: the constants may change their order.
    @SuppressWarnings("EnumOrdinal")
    int index() {
        return ordinal();
    }

    byte[] context() {
        return context;
    }
}
