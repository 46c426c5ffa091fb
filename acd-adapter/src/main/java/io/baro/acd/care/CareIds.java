package io.baro.acd.care;

import io.baro.engine.callcenter.CallIds;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.random.RandomGenerator;

/**
 * The reservation ids of the list: the same whenever a line is read, another one on another day or for another number. Their epoch lies
 * before 1987, so no channel of a PBX has one, nor has a callback of a caller. Stateless; any thread.
 */
public final class CareIds {
    /** 2^29 s; with the 24 bits of the sequence, two of 20,000 lines share an id once in 40 million lists. */
    private static final long EPOCHS = 1L << 29;

    private static final int SEQUENCE_BITS = 24;

    private static final int SEQUENCES = 1 << SEQUENCE_BITS;

    /** Which PBX calls is no part of what a line is. */
    private static final long ALL_BUT_PBX = CallIds.of(0, -1, -1);

    private CareIds() {}

    /** @param name the operator's own of that call */
    static long of(int pbxId, String name, LocalDate day, long callerKey) {
        ByteBuffer hash =
                ByteBuffer.wrap(sha256().digest((name + "," + day + "," + callerKey).getBytes(StandardCharsets.UTF_8)));
        long bits = hash.getLong();
        return CallIds.of(pbxId, (bits >>> SEQUENCE_BITS) % EPOCHS, bits);
    }

    /** Of a call that a person asks for by hand: its epoch lies between 1987 and 2004, so it is no line's of the list and no channel's. */
    public static long byHand(int pbxId, RandomGenerator random) {
        return CallIds.of(pbxId, EPOCHS + random.nextLong(EPOCHS), random.nextInt(SEQUENCES));
    }

    /** Whether it is a line's of the list. */
    static boolean isOfList(long reservationId) {
        return CallIds.epochSecondsOf(reservationId) < EPOCHS;
    }

    /** The same for a line that another centre's PBX calls now. */
    static long line(long reservationId) {
        return reservationId & ALL_BUT_PBX;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every Java", impossible);
        }
    }
}
