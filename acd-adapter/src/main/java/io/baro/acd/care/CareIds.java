package io.baro.acd.care;

import io.baro.engine.callcenter.CallIds;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;

/**
 * The reservation ids of the list: the same whenever a line is read, another one on another day or for another number. Their epoch lies
 * before 1987, so no channel of a PBX has one, nor has a callback of a caller. Stateless; any thread.
 */
final class CareIds {
    /** 2^29 s; with the 24 bits of the sequence, two of 20,000 lines share an id once in 40 million lists. */
    private static final long EPOCHS = 1L << 29;

    private static final int SEQUENCE_BITS = 24;

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
