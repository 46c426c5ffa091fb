package io.baro.acd.customer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;

/**
 * Turns a telephone number into the caller key that the router counts by: SipHash-2-4 of its digits under a secret key, so that
 * neither a journal nor a heap dump tells numbers to those who lack the key. Never keeps a number. Stateless after construction;
 * any thread; allocates nothing.
 *
 * <p>Only digits are hashed: {@code 010-1234-5678} and {@code 01012345678} are one caller.
 */
public final class CallerKeys {
    /** The key of a caller who withheld his number. */
    public static final long WITHHELD = 0;
    /** Longer is no telephone number (E.164 has 15 digits) and would not fit a {@link NumberSeal}: treated as withheld. */
    public static final int MAX_NUMBER_BYTES = 35;
    /** Bytes of a SipHash key. */
    public static final int KEY_BYTES = 16;

    private static final int COMPRESSION_ROUNDS = 2;
    private static final int FINALISATION_ROUNDS = 4;

    private final long k0;
    private final long k1;

    public CallerKeys(byte[] key16) {
        if (key16.length != KEY_BYTES) {
            throw new IllegalArgumentException("a caller key secret has 16 bytes, not " + key16.length);
        }
        ByteBuffer key = ByteBuffer.wrap(key16).order(ByteOrder.LITTLE_ENDIAN);
        k0 = key.getLong();
        k1 = key.getLong();
    }

    /** The key of that number; {@link #WITHHELD} when it holds no digit. */
    public long keyOf(DirectBuffer ascii, int offset, int length) {
        if (length > MAX_NUMBER_BYTES || !hasDigit(ascii, offset, length)) {
            return WITHHELD;
        }
        long hash = sipHash(ascii, offset, length, true);
        return hash == WITHHELD ? 1 : hash;
    }

    /** The reference algorithm, one word of eight bytes at a time; the last word carries the length and the finalisation. */
    long sipHash(DirectBuffer buffer, int offset, int length, boolean digitsOnly) {
        long v0 = k0 ^ 0x736f6d6570736575L;
        long v1 = k1 ^ 0x646f72616e646f6dL;
        long v2 = k0 ^ 0x6c7967656e657261L;
        long v3 = k1 ^ 0x7465646279746573L;
        long word = 0;
        int count = 0;
        for (int i = 0; i <= length; i++) {
            boolean last = i == length;
            if (last) {
                word |= (long) count << 56;
            } else {
                byte b = buffer.getByte(offset + i);
                if (digitsOnly && !isDigit(b)) {
                    continue;
                }
                word |= (b & 0xFFL) << ((count & 7) << 3);
                count++;
                if ((count & 7) != 0) {
                    continue;
                }
            }
            v3 ^= word;
            int rounds = last ? COMPRESSION_ROUNDS + FINALISATION_ROUNDS : COMPRESSION_ROUNDS;
            for (int round = 0; round < rounds; round++) {
                if (round == COMPRESSION_ROUNDS) {
                    v0 ^= word;
                    v2 ^= 0xFF;
                }
                v0 += v1;
                v1 = Long.rotateLeft(v1, 13) ^ v0;
                v0 = Long.rotateLeft(v0, 32);
                v2 += v3;
                v3 = Long.rotateLeft(v3, 16) ^ v2;
                v0 += v3;
                v3 = Long.rotateLeft(v3, 21) ^ v0;
                v2 += v1;
                v1 = Long.rotateLeft(v1, 17) ^ v2;
                v2 = Long.rotateLeft(v2, 32);
            }
            if (!last) {
                v0 ^= word;
                word = 0;
            }
        }
        return v0 ^ v1 ^ v2 ^ v3;
    }

    static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private static boolean hasDigit(DirectBuffer ascii, int offset, int length) {
        for (int i = 0; i < length; i++) {
            if (isDigit(ascii.getByte(offset + i))) {
                return true;
            }
        }
        return false;
    }
}
