package io.baro.acd.ami;

import io.netty.handler.ssl.SslContext;
import java.time.Duration;
import java.util.Optional;

/**
 * Where one connection goes and as whom.
 *
 * @param events true: this login wants events and acts only after {@code FullyBooted}
 */
public record AmiSessionSettings(
        String host,
        int port,
        String user,
        String secret,
        boolean events,
        Optional<SslContext> tls,
        Duration connectTimeout) {

    /** Names the login; a secret never appears in a text. */
    @Override
    public String toString() {
        return user + "@" + host + ":" + port;
    }
}
