package io.baro.acd.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a token is recognised by: SHA-256 of its characters, plain, since a token is 32 random bytes and nobody guesses it. Keeps nothing.
 * Stateless; any thread.
 */
public final class TokenHash {
    private TokenHash() {}

    /** 64 digits in lower case, as {@code tokens.csv} has them. */
    public static String of(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of Java", impossible);
        }
    }
}
