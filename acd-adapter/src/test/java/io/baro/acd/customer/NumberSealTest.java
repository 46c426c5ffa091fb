package io.baro.acd.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class NumberSealTest {
    private static final int OFFSET = 5;

    private final NumberSeal seal = new NumberSeal(new byte[32]);

    @Test
    void theDiallerReadsWhatWasSealed() {
        for (String number : new String[] {"", "114", "+821012345678", "1".repeat(35)}) {
            assertEquals(number, opened(seal, sealed(number)));
        }
    }

    @Test
    void oneNumberNeverLooksTheSameTwice() {
        assertFalse(Arrays.equals(sealed("01012345678"), sealed("01012345678")));
    }

    @Test
    void everySealHasOneLengthAndTouchesNothingElse() {
        byte[] out = sealed("114");
        assertEquals(OFFSET + NumberSeal.SEALED_BYTES + 1, out.length);
        assertEquals(0, out[OFFSET - 1]);
        assertEquals(0, out[out.length - 1]);
    }

    @Test
    void aChangedByteOrAnotherSecretOpensNothing() {
        byte[] sealed = sealed("01012345678");
        byte[] other = new byte[32];
        other[0] = 1;
        assertEquals(null, opened(new NumberSeal(other), sealed));
        for (int i = OFFSET; i < OFFSET + NumberSeal.SEALED_BYTES; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertNotEquals("01012345678", opened(seal, changed), "byte " + i);
        }
    }

    @Test
    void refusingALongNumberDoesNotTellIt() {
        String number = "7".repeat(36);
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> sealed(number));
        assertFalse(refusal.getMessage().contains("777"));
    }

    private byte[] sealed(String number) {
        byte[] ascii = number.getBytes(StandardCharsets.US_ASCII);
        byte[] out = new byte[OFFSET + NumberSeal.SEALED_BYTES + 1];
        seal.seal(new UnsafeBuffer(ascii), 0, ascii.length, new UnsafeBuffer(out), OFFSET);
        return out;
    }

    private static String opened(NumberSeal seal, byte[] sealed) {
        byte[] out = new byte[CallerKeys.MAX_NUMBER_BYTES];
        int length = seal.open(new UnsafeBuffer(sealed), OFFSET, new UnsafeBuffer(out), 0);
        return length < 0 ? null : new String(out, 0, length, StandardCharsets.US_ASCII);
    }
}
