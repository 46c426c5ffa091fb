package io.baro.acd.customer;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names calls and reservations for people who look on: a keyed hash of the id, the same as long as the installation has its key, which
 * tells nothing of the PBX's own unique id (who knows that could act on the channel). Any thread.
 */
public final class CallTokens {
    /** 72 of 256 bits: two of a million calls share a token once in 10 billion such days. */
    private static final int BYTES = 9;

    /** Bytes of its key. */
    static final int KEY_BYTES = 32;

    private static final String ALGORITHM = "HmacSHA256";

    private final Mac mac;
    private final ByteBuffer id = ByteBuffer.allocate(Long.BYTES);

    /** @param key of the installation */
    CallTokens(byte[] key) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC-SHA-256 is part of every Java runtime", impossible);
        }
    }

    /** Twelve characters that may stand in a path. */
    public synchronized String of(long callId) {
        byte[] hash = mac.doFinal(id.putLong(0, callId).array());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES));
    }
}
