package io.baro.acd.ami;

/** The header names that hot events and our own responses are read by; the long tail has others, which only it looks at. */
public enum AmiHeader {
    EVENT("Event"),
    RESPONSE("Response"),
    ACTION_ID("ActionID"),
    MESSAGE("Message"),
    TIMESTAMP("Timestamp"),
    SYSTEM_NAME("SystemName"),
    EVENT_LIST("EventList"),
    LIST_ITEMS("ListItems"),
    CHALLENGE("Challenge"),
    CORE_STARTUP_DATE("CoreStartupDate"),
    CORE_STARTUP_TIME("CoreStartupTime"),
    UPTIME("Uptime"),
    USER_EVENT("UserEvent"),
    CHANNEL("Channel"),
    UNIQUEID("Uniqueid"),
    CALLER_ID_NUM("CallerIDNum"),
    CONTEXT("Context"),
    EXTEN("Exten"),
    APPLICATION("Application"),
    BRIDGE_ID("BridgeId"),
    DURATION("Duration"),
    DEST_CHANNEL("DestChannel"),
    DEST_UNIQUEID("DestUniqueid"),
    DIAL_STATUS("DialStatus"),
    BRIDGE_UNIQUEID("BridgeUniqueid"),
    BRIDGE_NUM_CHANNELS("BridgeNumChannels"),
    CAUSE("Cause"),
    TECH_CAUSE("TechCause"),
    DEVICE("Device"),
    STATE("State"),
    VARIABLE("Variable"),
    VALUE("Value"),
    NEW_NAME("Newname"),
    // What our own dialplan puts into its UserEvents.
    CALL("Call"),
    NUM("Num"),
    DNIS("Dnis"),
    QUEUE("Queue"),
    WAITED("Waited"),
    OFFER("Offer"),
    STATUS("Status"),
    ENDPOINT("Endpoint"),
    REASON("Reason"),
    TO("To"),
    HOUR("Hour"),
    ATTEMPT("Attempt");

    private static final AmiHeader[] ALL = values();
    private static final AsciiNames NAMES = names();

    private final String text;

    AmiHeader(String text) {
        this.text = text;
    }

    /** As written on the wire. */
    public String text() {
        return text;
    }

    /** Place in arrays that hold one entry per constant. */
    // An index into arrays of this run, never stored or sent: the constants may change their order.
    @SuppressWarnings("EnumOrdinal")
    int index() {
        return ordinal();
    }

    /** {@link #index} of the header of that name, or -1. */
    static int find(byte[] bytes, int from, int length) {
        return NAMES.find(bytes, from, length);
    }

    static int count() {
        return ALL.length;
    }

    private static AsciiNames names() {
        String[] texts = new String[ALL.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = ALL[i].text;
        }
        return new AsciiNames(texts);
    }
}
