package io.baro.acd.ami;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The ActionID of one connection: {@code <16 hex nonce>-<kind>-<a>-<b>}, so that a response says by itself what it answers and nobody
 * keeps a table. The nonce is unguessable, because list items carry a caller's bytes unescaped and have no SystemName. Allocates
 * only when made. Runs on: event loop.
 */
public final class ActionId {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BYTES = 8;
    private static final int NONCE_DIGITS = 2 * NONCE_BYTES;
    private static final int RADIX_BITS = 4;
    private static final int MAX_HEX = 16;
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final byte[] text = new byte[NONCE_DIGITS + 4 + 2 * MAX_HEX];
    private int length;
    private byte kind;
    private long first;
    private long second;
    private int cursor;

    public ActionId() {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] digits = HexFormat.of().formatHex(nonce).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(digits, 0, text, 0, NONCE_DIGITS);
        text[NONCE_DIGITS] = '-';
        text[NONCE_DIGITS + 2] = '-';
    }

    /** Makes {@link #bytes} and {@link #length} the id of a new action. */
    public void write(byte kind, long first, long second) {
        text[NONCE_DIGITS + 1] = kind;
        int at = writeHex(NONCE_DIGITS + 3, first);
        text[at] = '-';
        length = writeHex(at + 1, second);
    }

    public byte[] bytes() {
        return text;
    }

    /** The id of a new rare action as text. */
    public String text(byte kind, long first, long second) {
        write(kind, first, second);
        return new String(text, 0, length, StandardCharsets.US_ASCII);
    }

    public int length() {
        return length;
    }

    /** Reads the id that a response or list item carries; false: it is none of this connection's. */
    public boolean read(AmiBlock block) {
        byte[] bytes = block.bytes();
        int from = block.offset(AmiHeader.ACTION_ID);
        int to = from + block.length(AmiHeader.ACTION_ID);
        if (to - from < NONCE_DIGITS + 6) {
            return false;
        }
        for (int i = 0; i <= NONCE_DIGITS; i++) {
            if (bytes[from + i] != text[i]) {
                return false;
            }
        }
        kind = bytes[from + NONCE_DIGITS + 1];
        cursor = from + NONCE_DIGITS + 3;
        first = readHex(bytes, to);
        cursor++;
        second = readHex(bytes, to);
        return cursor == to;
    }

    /** Kind of the id that {@link #read} read. */
    public byte kind() {
        return kind;
    }

    public long first() {
        return first;
    }

    public long second() {
        return second;
    }

    private int writeHex(int at, long number) {
        int digits = Math.max(1, (Long.SIZE - Long.numberOfLeadingZeros(number) + RADIX_BITS - 1) / RADIX_BITS);
        for (int i = 0; i < digits; i++) {
            text[at + i] = HEX[(int) (number >>> ((digits - 1 - i) * RADIX_BITS)) & (MAX_HEX - 1)];
        }
        return at + digits;
    }

    private long readHex(byte[] bytes, int to) {
        long number = 0;
        while (cursor < to && Character.digit(bytes[cursor], MAX_HEX) >= 0) {
            number = number << RADIX_BITS | Character.digit(bytes[cursor], MAX_HEX);
            cursor++;
        }
        return number;
    }
}
