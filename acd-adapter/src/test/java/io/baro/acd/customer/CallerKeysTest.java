package io.baro.acd.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class CallerKeysTest {
    /** From the reference implementation's vectors.h (SipHash-2-4-64, key 00..0f, input 00..n-1), for n = 0 to 15 and 63. */
    private static final long[] VECTORS = {
        0x726fdb47dd0e0e31L, 0x74f839c593dc67fdL, 0x0d6c8009d9a94f5aL, 0x85676696d7fb7e2dL,
        0xcf2794e0277187b7L, 0x18765564cd99a68dL, 0xcbc9466e58fee3ceL, 0xab0200f58b01d137L,
        0x93f5f5799a932462L, 0x9e0082df0ba9e4b0L, 0x7a5dbbc594ddb9f3L, 0xf4b32f46226bada7L,
        0x751e8fbc860ee5fbL, 0x14ea5627c0843d90L, 0xf723ca908e7af2eeL, 0xa129ca6149be45e5L
    };

    private static final long VECTOR_OF_63_BYTES = 0x958a324ceb064572L;

    private final CallerKeys keys = new CallerKeys(counting(16));

    @Test
    void hashesAsTheReferenceImplementationDoes() {
        for (int length = 0; length < VECTORS.length; length++) {
            byte[] input = counting(length);
            assertEquals(VECTORS[length], keys.sipHash(new UnsafeBuffer(input), 0, length, false), "length " + length);
        }
        assertEquals(VECTOR_OF_63_BYTES, keys.sipHash(new UnsafeBuffer(counting(63)), 0, 63, false));
    }

    @Test
    void punctuationDoesNotMakeAnotherCaller() {
        assertEquals(keyOf("01012345678"), keyOf("010-1234-5678"));
        assertNotEquals(keyOf("01012345678"), keyOf("01012345679"));
    }

    @Test
    void numberWithoutDigitsIsWithheldAndNoOtherIs() {
        assertEquals(CallerKeys.WITHHELD, keyOf(""));
        assertEquals(CallerKeys.WITHHELD, keyOf("*#+"));
        assertNotEquals(CallerKeys.WITHHELD, keyOf("0"));
    }

    @Test
    void whatIsTooLongForATelephoneNumberIsWithheld() {
        assertNotEquals(CallerKeys.WITHHELD, keyOf("1".repeat(CallerKeys.MAX_NUMBER_BYTES)));
        assertEquals(CallerKeys.WITHHELD, keyOf("1".repeat(CallerKeys.MAX_NUMBER_BYTES + 1)));
    }

    @Test
    void anotherSecretGivesAnotherKey() {
        byte[] number = "01012345678".getBytes(StandardCharsets.US_ASCII);
        CallerKeys other = new CallerKeys(new byte[16]);
        assertNotEquals(keyOf("01012345678"), other.keyOf(new UnsafeBuffer(number), 0, number.length));
    }

    @Test
    void secretOfAnotherLengthIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new CallerKeys(new byte[15]));
    }

    private long keyOf(String number) {
        byte[] padded = ("xx" + number + "999").getBytes(StandardCharsets.US_ASCII);
        return keys.keyOf(new UnsafeBuffer(padded), 2, number.length());
    }

    private static byte[] counting(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }
}
