package io.baro.acd.asterisk;

/** The contexts of our dialplan that a decision moves a caller to. */
enum Destination {
    MENU("acd-menu"),
    WAIT("acd-wait"),
    DIAL("acd-dial"),
    CALLBACK("acd-callback"),
    CALLBACK_OK("acd-callback-ok"),
    CALLBACK_NO("acd-callback-no"),
    DIVERT("acd-divert");

    // Never changed: an array only because Asterisk is spoken to in bytes.
    @SuppressWarnings("ImmutableEnumChecker")
    private final byte[] context;

    Destination(String context) {
        this.context = PbxDirectory.ascii(context);
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
