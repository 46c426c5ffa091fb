package io.baro.acd.pbx;

import java.util.Arrays;
import java.util.EnumMap;

/**
 * Owns the bytes of the event that is being written, in the field order of Asterisk 22. Never allocates but to grow. Only the loop's
 * thread touches it; one per PBX.
 */
final class EventWriter {
    private static final byte[] CRLF = {'\r', '\n'};
    private static final SnapshotLabels PLAIN = new SnapshotLabels("");
    private static final SnapshotLabels DEST = new SnapshotLabels("Dest");
    private static final EnumMap<EventHead, byte[]> HEADS = Ascii.table(EventHead.class, EventHead::lines);
    private static final byte[] TIMESTAMP = Ascii.bytes("Timestamp: ");
    private static final long MICROS = 1_000_000;
    private static final int MICRO_DIGITS = 6;
    private static final int LONGEST_NUMBER = 20;

    private final VirtualClock clock;
    private final byte[] systemName;
    private final byte[] digits = new byte[LONGEST_NUMBER];
    private byte[] block = new byte[4096];
    private int length;

    EventWriter(VirtualClock clock, String systemName) {
        this.clock = clock;
        this.systemName = Ascii.bytes(systemName.isEmpty() ? "" : "SystemName: " + systemName + "\r\n");
    }

    /** Starts a block with {@code Event} and {@code Privilege}, as {@link EventHead} has them, the time and the system. */
    EventWriter begin(EventHead head) {
        length = 0;
        raw(HEADS.get(head));
        raw(TIMESTAMP);
        long now = clock.nowMicros();
        number(now / MICROS);
        raw('.');
        fraction(now % MICROS);
        raw(CRLF);
        return raw(systemName);
    }

    EventWriter channel(PbxChannel channel) {
        return snapshot(channel, PLAIN);
    }

    EventWriter dest(PbxChannel channel) {
        return snapshot(channel, DEST);
    }

    /** One header; {@code label} ends with colon and space. */
    EventWriter field(byte[] label, byte[] value) {
        return raw(label).raw(value).raw(CRLF);
    }

    EventWriter field(byte[] label, long value) {
        raw(label);
        number(value);
        return raw(CRLF);
    }

    /** Whole lines, line ends included. */
    EventWriter lines(byte[] text) {
        return raw(text);
    }

    EventWriter end() {
        return raw(CRLF);
    }

    byte[] block() {
        return block;
    }

    int length() {
        return length;
    }

    private EventWriter snapshot(PbxChannel channel, SnapshotLabels labels) {
        field(labels.channel, channel.nameBytes);
        raw(labels.states.get(channel.state));
        field(labels.callerNumber, channel.callerNumber);
        field(labels.callerName, PbxChannel.UNKNOWN);
        field(labels.connectedNumber, channel.connectedNumber);
        raw(labels.fixed);
        field(labels.context, channel.context);
        field(labels.exten, channel.exten);
        field(labels.priority, channel.priority);
        field(labels.uniqueId, channel.uniqueId);
        field(labels.linkedId, channel.linkedId);
        return field(labels.acdCall, channel.acdCall);
    }

    private EventWriter raw(byte[] bytes) {
        if (length + bytes.length > block.length) {
            block = Arrays.copyOf(block, Math.max(block.length * 2, length + bytes.length));
        }
        System.arraycopy(bytes, 0, block, length, bytes.length);
        length += bytes.length;
        return this;
    }

    private void raw(char one) {
        if (length == block.length) {
            block = Arrays.copyOf(block, block.length * 2);
        }
        block[length++] = (byte) one;
    }

    private void number(long value) {
        long rest = Math.abs(value);
        int at = digits.length;
        do {
            digits[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
        if (value < 0) {
            raw('-');
        }
        for (; at < digits.length; at++) {
            raw((char) digits[at]);
        }
    }

    private void fraction(long micros) {
        long divisor = MICROS / 10;
        for (int i = 0; i < MICRO_DIGITS; i++) {
            raw((char) ('0' + micros / divisor % 10));
            divisor /= 10;
        }
    }

    /** The header names of one snapshot, ready with their prefix. */
    private static final class SnapshotLabels {
        final byte[] channel;
        final EnumMap<ChannelState, byte[]> states;
        final byte[] callerNumber;
        final byte[] callerName;
        final byte[] connectedNumber;
        final byte[] fixed;
        final byte[] context;
        final byte[] exten;
        final byte[] priority;
        final byte[] uniqueId;
        final byte[] linkedId;
        final byte[] acdCall;

        SnapshotLabels(String prefix) {
            channel = Ascii.bytes(prefix + "Channel: ");
            states = Ascii.table(ChannelState.class, state -> state.lines(prefix));
            callerNumber = Ascii.bytes(prefix + "CallerIDNum: ");
            callerName = Ascii.bytes(prefix + "CallerIDName: ");
            connectedNumber = Ascii.bytes(prefix + "ConnectedLineNum: ");
            fixed = Ascii.bytes(prefix + "ConnectedLineName: <unknown>\r\n" + prefix + "Language: en\r\n" + prefix
                    + "AccountCode: \r\n");
            context = Ascii.bytes(prefix + "Context: ");
            exten = Ascii.bytes(prefix + "Exten: ");
            priority = Ascii.bytes(prefix + "Priority: ");
            uniqueId = Ascii.bytes(prefix + "Uniqueid: ");
            linkedId = Ascii.bytes(prefix + "Linkedid: ");
            acdCall = Ascii.bytes(prefix + "ChanVariable: ACD_CALL=");
        }
    }
}
