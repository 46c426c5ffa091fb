package io.baro.acd.pbx;

import java.util.List;
import java.util.Map;

/**
 * Owns what an operator would write into the Asterisk files of one PBX. Immutable.
 *
 * @param port TCP port on loopback; 0: any free one
 * @param eventsUser name of the user whose sessions mean that an engine is there, {@code acd-ev}
 * @param menuQueues digit of the menu to queue, {@code ACD_MENU_<digit>}
 * @param menuDefault queue of who presses nothing, {@code ACD_MENU_DEFAULT}
 * @param turnSeconds one turn of the park loop, {@code ACD_TURN}, virtual seconds
 * @param maxWaitSeconds after which a caller goes to the fallback queue, {@code ACD_MAX_WAIT}, virtual seconds
 * @param writeTimeoutMillis a session that reads nothing for so long is cut, {@code writetimeout}, wall milliseconds
 */
public record PbxSettings(
        String name,
        String systemName,
        int port,
        List<AmiUser> users,
        String eventsUser,
        List<String> endpoints,
        Map<Character, String> menuQueues,
        String menuDefault,
        int turnSeconds,
        int maxWaitSeconds,
        int writeTimeoutMillis) {
    /** The engine writes its heartbeat every 2 s: three missed ones are its end. */
    static final int HEARTBEAT_SECONDS = 6;
    /** How long an arrived caller waits to be told where to go. */
    static final int ENTRY_WAIT_MILLIS = 2_000;
    /** How long a caller who pressed 1 waits for the engine's word. */
    static final int CALLBACK_WAIT_MILLIS = 10_000;

    private static final int DEFAULT_TURN_SECONDS = 5;
    private static final int DEFAULT_MAX_WAIT_SECONDS = 1_800;
    private static final int DEFAULT_WRITE_TIMEOUT_MILLIS = 5_000;

    public PbxSettings {
        users = List.copyOf(users);
        endpoints = List.copyOf(endpoints);
        menuQueues = Map.copyOf(menuQueues);
    }

    /** A PBX as config/asterisk sets one up, on any free port, users {@code acd-ev} and {@code acd-act}. */
    public static PbxSettings of(
            String name, String systemName, String eventsSecret, String actionsSecret, List<String> endpoints) {
        return new PbxSettings(
                name,
                systemName,
                0,
                List.of(AmiUser.events("acd-ev", eventsSecret), AmiUser.actions("acd-act", actionsSecret)),
                "acd-ev",
                endpoints,
                Map.of(),
                "general",
                DEFAULT_TURN_SECONDS,
                DEFAULT_MAX_WAIT_SECONDS,
                DEFAULT_WRITE_TIMEOUT_MILLIS);
    }

    /** The same with this menu. */
    public PbxSettings withMenu(Map<Character, String> queues, String defaultQueue) {
        return new PbxSettings(
                name,
                systemName,
                port,
                users,
                eventsUser,
                endpoints,
                queues,
                defaultQueue,
                turnSeconds,
                maxWaitSeconds,
                writeTimeoutMillis);
    }

    /** The same on this port. */
    public PbxSettings withPort(int newPort) {
        return new PbxSettings(
                name,
                systemName,
                newPort,
                users,
                eventsUser,
                endpoints,
                menuQueues,
                menuDefault,
                turnSeconds,
                maxWaitSeconds,
                writeTimeoutMillis);
    }

    /** The same with these waits of the park loop. */
    public PbxSettings withWaits(int turn, int maxWait) {
        return new PbxSettings(
                name,
                systemName,
                port,
                users,
                eventsUser,
                endpoints,
                menuQueues,
                menuDefault,
                turn,
                maxWait,
                writeTimeoutMillis);
    }
}
