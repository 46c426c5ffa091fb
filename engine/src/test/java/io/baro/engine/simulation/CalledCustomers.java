package io.baro.engine.simulation;

import io.baro.engine.message.DialStatus;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a PBX remembers of the customers it called: each attempt of a callback is made once, whoever asks again, and its result is told
 * again. Also the truth of who was reached: calling him another time breaks the promise. Never routes. Runs on: the test's thread.
 */
final class CalledCustomers {
    private record Attempt(long callbackId, int number) {}

    private final Map<Attempt, DialStatus> results = new HashMap<>();
    private final Set<Long> reached = new HashSet<>();

    /** Whether that attempt was begun before. */
    boolean isCalled(long callbackId, int attempt) {
        return results.containsKey(new Attempt(callbackId, attempt));
    }

    /** How that attempt ended; NONE: it is under way. */
    DialStatus result(long callbackId, int attempt) {
        return results.get(new Attempt(callbackId, attempt));
    }

    /** The customer's phone is called. */
    void begin(long callbackId, int attempt) {
        if (reached.contains(callbackId)) {
            throw new AssertionError("the customer of " + callbackId + " was reached and is called again");
        }
        if (results.put(new Attempt(callbackId, attempt), DialStatus.NONE) != null) {
            throw new AssertionError("attempt " + attempt + " of " + callbackId + " is made twice");
        }
    }

    /** The customer, who was called first, answered: with whom he talks shows later. */
    void answer(long callbackId, int attempt) {
        results.put(new Attempt(callbackId, attempt), DialStatus.ANSWER);
    }

    /** He talks to somebody. */
    void serve(long callbackId) {
        reached.add(callbackId);
    }

    /** The customer answered an agent. */
    void reach(long callbackId, int attempt) {
        reached.add(callbackId);
        results.put(new Attempt(callbackId, attempt), DialStatus.ANSWER);
    }

    /** The customer did not answer. */
    void miss(long callbackId, int attempt, DialStatus result) {
        results.put(new Attempt(callbackId, attempt), result);
    }
}
