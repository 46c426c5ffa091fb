package io.baro.engine.port;

import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Who asked for a command: the name that stands in its field {@code actor}, for those who read the journal. Decides nothing, and the
 * router never looks at it. A codec does not clear a buffer that is used again, so whoever writes such a command always writes an
 * actor. Immutable; any thread.
 */
public final class Actor {
    /** Length of the field. */
    public static final int BYTES = 24;

    /** The telephone, the configuration, or a release that did not say. */
    public static final Actor NOBODY = named("");

    /** What one character of a string takes at most in UTF-8. */
    private static final int MOST_BYTES_A_CHARACTER = 3;

    private final UnsafeBuffer bytes;

    private Actor(UnsafeBuffer bytes) {
        this.bytes = bytes;
    }

    /**
     * Somebody of that name.
     *
     * @throws IllegalArgumentException when it takes more than {@value #BYTES} bytes of UTF-8
     */
    public static Actor named(String name) {
        UnsafeBuffer utf8 = new UnsafeBuffer(new byte[Math.max(BYTES, name.length() * MOST_BYTES_A_CHARACTER)]);
        int length = utf8.putStringWithoutLengthUtf8(0, name);
        if (length > BYTES) {
            throw new IllegalArgumentException("the name takes " + length + " bytes, at most " + BYTES);
        }
        return at(utf8, 0);
    }

    /** The one whose field begins there. */
    public static Actor at(DirectBuffer buffer, int offset) {
        UnsafeBuffer copy = new UnsafeBuffer(new byte[BYTES]);
        copy.putBytes(0, buffer, offset, BYTES);
        return new Actor(copy);
    }

    /** The field, for {@code putActor(bytes(), 0, BYTES)}. */
    public DirectBuffer bytes() {
        return bytes;
    }

    /** Empty: nobody said. */
    public String name() {
        int length = 0;
        while (length < BYTES && bytes.getByte(length) != 0) {
            length++;
        }
        return bytes.getStringWithoutLengthUtf8(0, length);
    }
}
