package io.baro.acd.real;

import java.util.Map;

/** One AMI block as an observer sees it; of a header that stands twice the first counts. Immutable. */
record AmiEvent(Map<String, String> headers) {
    /** Empty when the block has no such header. */
    String get(String header) {
        return headers.getOrDefault(header, "");
    }

    boolean is(String event) {
        return get("Event").equals(event);
    }

    boolean isUserEvent(String name) {
        return get("UserEvent").equals(name);
    }

    /** True for events of the caller's leg and for dial events that he is the calling side of. */
    boolean isOfCaller(String number) {
        return get("CallerIDNum").equals(number) && get("Channel").startsWith("PJSIP/trunk-");
    }

    /** True for the event that says: this agent's phone is being dialled for this caller. */
    boolean dials(String endpoint, String number) {
        return is("DialBegin") && isOfCaller(number) && get("DestChannel").startsWith("PJSIP/" + endpoint + "-");
    }

    /** True when the caller joins the bridge that his agent is in already. */
    boolean connects(String number) {
        return is("BridgeEnter")
                && isOfCaller(number)
                && get("BridgeNumChannels").equals("2");
    }

    /** What a failed wait prints: enough to see the order of things. */
    @Override
    public String toString() {
        return String.join(
                " ",
                get("Timestamp"),
                get("Event"),
                get("UserEvent"),
                get("Channel"),
                get("DestChannel"),
                get("Context"),
                get("Exten"),
                get("DialStatus"),
                get("Status"),
                get("Turn"),
                get("Device"),
                get("State"));
    }
}
