package io.baro.acd.asterisk;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How to reach one PBX.
 *
 * @param systemName of the PBX's {@code asterisk.conf}, with an unguessable part: what is not marked with it was forged
 * @param tlsCa certificate authority of the PBX's certificate; empty: plain TCP
 * @param heartbeat period of the heartbeat; three that do not come back mean the events are dead
 */
public record PbxLinkSettings(
        int pbxId,
        String name,
        String host,
        int port,
        String systemName,
        String eventsUser,
        String eventsSecret,
        String actionsUser,
        String actionsSecret,
        Optional<Path> tlsCa,
        Duration heartbeat,
        Duration connectTimeout) {

    /** The dialplan takes the engine for dead after 6 s without a heartbeat. */
    public static final Duration DEFAULT_HEARTBEAT = Duration.ofSeconds(2);

    public static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofSeconds(5);

    /** Names the PBX; secrets never appear in a text. */
    @Override
    public String toString() {
        return name + " (" + host + ":" + port + ")";
    }
}
