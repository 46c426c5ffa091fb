package io.baro.acd.metrics;

import java.util.Locale;

/** What is counted of calls, by queue and centre. */
public enum CallCount {
    OFFERED("Calls that entered, by the queue of the number they dialled"),
    ANSWERED("Calls that were connected to an agent"),
    ABANDONED("Calls whose caller hung up before an agent answered"),
    RESERVED("Calls that ended with a callback reservation"),
    DIVERTED("Calls sent elsewhere by a rule"),
    REFUSED("Calls beyond the limit of live calls, sent to the fallback queue"),
    FAILED_OVER("Calls that the dialplan gave to the fallback queue"),
    ANSWERED_WITHIN_OBJECTIVE("Calls answered within service.answer_within"),
    VANISHED("Calls that a reconnect did not find any more"),
    CALLBACK_OFFERED("Callers who were offered a callback");

    private final String description;

    CallCount(String description) {
        this.description = description;
    }

    // An index into arrays of this run, never stored or sent: the constants may change their order.
    @SuppressWarnings("EnumOrdinal")
    int index() {
        return ordinal();
    }

    String description() {
        return description;
    }

    String meterName() {
        return "baro.calls." + name().toLowerCase(Locale.ROOT).replace('_', '.');
    }
}
