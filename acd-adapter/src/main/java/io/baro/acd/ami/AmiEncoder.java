package io.baro.acd.ami;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/**
 * Writes one AMI action at a time into a buffer and refuses what could become two: Asterisk unescapes nothing, so a line feed in a
 * value would be a header of its own. A refused action leaves no byte behind. Never allocates, never sends. Runs on: event loop.
 */
public final class AmiEncoder {
    /** Asterisk reads 1,022 bytes and answers a longer line with an error that carries no ActionID (manager.c:7204). */
    static final int MAX_LINE_BYTES = 1000;

    /** {@code AST_MAX_MANHEADERS}. */
    static final int MAX_HEADERS = 128;

    private static final int FIRST_PRINTABLE = 0x20;
    private static final int DELETE = 0x7F;
    private static final byte[] ACTION = "Action".getBytes(StandardCharsets.US_ASCII);

    /** Why an action was not encoded. */
    public enum Refusal {
        NONE,
        /** A byte under 0x20 or 0x7F, in a name or a value. */
        CONTROL_BYTE,
        /** An empty name, or one with a colon in it. */
        BAD_NAME,
        LINE_TOO_LONG,
        TOO_MANY_HEADERS
    }

    private final byte[] digits = new byte[Decimal.MAX_DIGITS];
    private ByteBuf out;
    private int start;
    private int headers;
    private Refusal refusal = Refusal.NONE;

    /** Begins an action at the end of {@code out}. */
    public AmiEncoder begin(ByteBuf out, byte[] action) {
        this.out = out;
        start = out.writerIndex();
        headers = 0;
        refusal = Refusal.NONE;
        return header(ACTION, action);
    }

    public AmiEncoder header(byte[] name, byte[] value) {
        return header(name, value, 0, value.length);
    }

    public AmiEncoder header(byte[] name, long number) {
        return header(name, digits, 0, Decimal.write(digits, 0, number));
    }

    public AmiEncoder header(byte[] name, byte[] value, int from, int length) {
        if (refusal != Refusal.NONE) {
            return this;
        }
        refusal = judge(name, value, from, length);
        if (refusal == Refusal.NONE) {
            headers++;
            out.writeBytes(name).writeByte(':').writeByte(' ').writeBytes(value, from, length);
            out.writeByte('\r').writeByte('\n');
        }
        return this;
    }

    /** Ends the action; false: it was refused, {@link #refusal} says why, and the buffer is as before {@link #begin}. */
    public boolean end() {
        if (refusal == Refusal.NONE) {
            out.writeByte('\r').writeByte('\n');
            return true;
        }
        out.writerIndex(start);
        return false;
    }

    public Refusal refusal() {
        return refusal;
    }

    private Refusal judge(byte[] name, byte[] value, int from, int length) {
        if (headers == MAX_HEADERS) {
            return Refusal.TOO_MANY_HEADERS;
        }
        if (name.length + 2 + length > MAX_LINE_BYTES) {
            return Refusal.LINE_TOO_LONG;
        }
        if (name.length == 0) {
            return Refusal.BAD_NAME;
        }
        for (byte letter : name) {
            if (letter == ':') {
                return Refusal.BAD_NAME;
            }
        }
        return hasControlByte(name, 0, name.length) || hasControlByte(value, from, length)
                ? Refusal.CONTROL_BYTE
                : Refusal.NONE;
    }

    private static boolean hasControlByte(byte[] bytes, int from, int length) {
        for (int i = from; i < from + length; i++) {
            int value = bytes[i] & 0xFF;
            if (value < FIRST_PRINTABLE || value == DELETE) {
                return true;
            }
        }
        return false;
    }
}
