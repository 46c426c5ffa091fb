package io.baro.acd.pbx;

import java.util.HashMap;
import java.util.Map;

/** Owns what became of the last attempt of each callback: the AstDB family {@code acd-callback}, which outlives a restart of the PBX. */
final class CallbackMemory {
    private final Map<String, Made> byCall = new HashMap<>();

    /** An attempt, and how it ended: a DIALSTATUS, or DIALLED as long as it has not. */
    record Made(int attempt, String status, int cause) {}

    /** The last attempt for that call, or null. */
    Made of(String call) {
        return byCall.get(call);
    }

    /** Nobody was called: the trunk carried nothing. */
    void forget(String call) {
        byCall.remove(call);
    }

    void made(String call, int attempt, String status, int cause) {
        byCall.put(call, new Made(attempt, status, cause));
    }
}
