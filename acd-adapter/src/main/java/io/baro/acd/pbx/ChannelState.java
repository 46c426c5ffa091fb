package io.baro.acd.pbx;

/** The states of a channel that our dialplan meets, with Asterisk's numbers and words. */
enum ChannelState {
    DOWN(0, "Down"),
    RING(4, "Ring"),
    RINGING(5, "Ringing"),
    UP(6, "Up");

    final int number;
    final String description;

    ChannelState(int number, String description) {
        this.number = number;
        this.description = description;
    }

    /** The two lines of a snapshot, header names prefixed. */
    String lines(String prefix) {
        return prefix + "ChannelState: " + number + "\r\n" + prefix + "ChannelStateDesc: " + description + "\r\n";
    }
}
