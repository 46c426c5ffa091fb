package io.baro.bench.socket;

import java.nio.charset.StandardCharsets;

/** What differs from call to call in the recorded events; each has one width, so that an event never changes its length. */
enum Field {
    CALLER_CHANNEL("PJSIP/trunk-test-", "00000000"),
    LEG_CHANNEL("PJSIP/a1001-", "00000001"),
    CALLER_ID("seoul-7f3a9c-", "1795324526.0"),
    CALL_ID("", "1795324526.0"),
    LEG_ID("seoul-7f3a9c-", "1795324526.1"),
    OFFER("o_", "1001_20_"),
    OFFER_ID("Offer: ", "1001"),
    AGENT("", "a1001"),
    NUMBER("", "01000000001");

    private static final Field[] ALL = values();

    /** Epoch, dot and eight digits. */
    static final int ID_BYTES = 19;

    static final int OFFER_BYTES = 12;

    /** Bytes from here on stand for fields: no recorded byte is that high. */
    static final int FIRST_MARK = 0xC0;

    private final String before;
    private final String recorded;

    Field(String before, String recorded) {
        this.before = before;
        this.recorded = recorded;
    }

    static Field of(int mark) {
        return ALL[mark - FIRST_MARK];
    }

    static int count() {
        return ALL.length;
    }

    // An index into arrays of this run, never stored or sent: the constants may change their order.
    @SuppressWarnings("EnumOrdinal")
    int index() {
        return ordinal();
    }

    int width() {
        return switch (this) {
            case CALLER_ID, CALL_ID, LEG_ID -> ID_BYTES;
            case OFFER, OFFER_ID -> OFFER_BYTES;
            case CALLER_CHANNEL, LEG_CHANNEL, AGENT, NUMBER -> recorded.length();
        };
    }

    /** The event with marks in the place of what was recorded. */
    String mark(String event) {
        String marks = String.valueOf((char) (FIRST_MARK + index())).repeat(width());
        String after = this == OFFER ? "_20_" : "";
        return event.replace(before + recorded, before + marks + after);
    }

    /** The event with marks for all fields; the ones that others begin with come last. */
    static byte[] markAll(String event) {
        String marked = event;
        for (Field field : ALL) {
            marked = field.mark(marked);
        }
        return marked.getBytes(StandardCharsets.ISO_8859_1);
    }
}
