package io.baro.acd.customer;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Seals the number of a callback reservation by AES-GCM into 64 bytes of one shape, and opens it for the dialler alone. Never
 * logs or keeps a number. Any thread; allocates, as a reservation is rare beside a call.
 *
 * <p>Layout: nonce (12) | sealed length byte and padded number (36) | tag (16).
 */
public final class NumberSeal {
    /** Bytes of a sealed number, whatever the length of the number. */
    public static final int SEALED_BYTES = 64;
    /** Bytes of a secret: AES-256. */
    public static final int KEY_BYTES = 32;

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int PLAIN_BYTES = CallerKeys.MAX_NUMBER_BYTES + 1;

    private final SecretKeySpec secret;
    private final SecureRandom random = new SecureRandom();

    public NumberSeal(byte[] key) {
        if (key.length != KEY_BYTES && key.length != CallerKeys.KEY_BYTES) {
            throw new IllegalArgumentException("a seal secret has 16 or 32 bytes, not " + key.length);
        }
        secret = new SecretKeySpec(key, "AES");
    }

    /**
     * Writes exactly {@link #SEALED_BYTES}.
     *
     * @throws IllegalArgumentException when the number is longer than {@link CallerKeys#MAX_NUMBER_BYTES}: its caller key was 0
     */
    public void seal(DirectBuffer ascii, int offset, int length, MutableDirectBuffer out, int outOffset) {
        if (length > CallerKeys.MAX_NUMBER_BYTES) {
            throw new IllegalArgumentException("number of " + length + " bytes");
        }
        byte[] plain = new byte[PLAIN_BYTES];
        plain[0] = (byte) length;
        ascii.getBytes(offset, plain, 1, length);
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(plain);
            out.putBytes(outOffset, nonce);
            out.putBytes(outOffset + NONCE_BYTES, sealed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-GCM is part of every Java runtime", impossible);
        }
    }

    /**
     * Opens what {@link #seal} wrote and returns the length of the number written to {@code out}; -1 when the bytes were changed
     * or sealed under another key.
     */
    public int open(DirectBuffer sealed, int offset, MutableDirectBuffer out, int outOffset) {
        byte[] nonce = new byte[NONCE_BYTES];
        byte[] box = new byte[SEALED_BYTES - NONCE_BYTES];
        sealed.getBytes(offset, nonce);
        sealed.getBytes(offset + NONCE_BYTES, box);
        try {
            byte[] plain = cipher(Cipher.DECRYPT_MODE, nonce).doFinal(box);
            out.putBytes(outOffset, plain, 1, plain[0]);
            return plain[0];
        } catch (GeneralSecurityException tampered) {
            return -1;
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, secret, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
