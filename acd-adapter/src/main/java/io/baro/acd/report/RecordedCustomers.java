package io.baro.acd.report;

import io.baro.engine.callcenter.CallIds;
import io.baro.engine.message.CallbackProgressedDecoder;
import io.baro.engine.message.CallbackStage;
import io.baro.engine.message.DialStatus;
import io.baro.engine.rehearsal.CustomerScript;
import io.baro.engine.traffic.CustomerHabits.Reaction;
import java.util.HashMap;
import java.util.Map;

/** Owns what a journal tells of customers who were called back: what each attempt came to, and how long they talked. One thread. */
final class RecordedCustomers {
    private record Attempt(long reservationId, int number) {}

    private final Map<Attempt, CustomerScript> scripts = new HashMap<>();
    private final Map<Long, Long> agentThereMillis = new HashMap<>();
    private final Map<Long, Long> reachedMillis = new HashMap<>();
    private final Map<Long, Long> talks = new HashMap<>();

    /** The customer's phone is called from now on. */
    void agentIsThere(long callId, long timeMillis) {
        agentThereMillis.put(CallIds.reservationOf(callId), timeMillis);
    }

    void progressed(long timeMillis, CallbackProgressedDecoder fact) {
        long reservationId = CallIds.reservationOf(fact.callId());
        Attempt attempt = new Attempt(reservationId, fact.attempt());
        Long since = agentThereMillis.get(reservationId);
        if (since == null) {
            return;
        }
        if (fact.stage() == CallbackStage.REACHED) {
            reachedMillis.put(reservationId, timeMillis);
            scripts.put(attempt, new CustomerScript(Reaction.ANSWER, timeMillis - since));
        } else if (fact.dialStatus() == DialStatus.ANSWER && reachedMillis.containsKey(reservationId)) {
            talks.put(reservationId, timeMillis - reachedMillis.get(reservationId));
        } else {
            boolean busy = fact.dialStatus() == DialStatus.BUSY;
            scripts.putIfAbsent(attempt, new CustomerScript(busy ? Reaction.BUSY : Reaction.NO_ANSWER, 0));
        }
    }

    /** What he did then, or null: he was not called so often. */
    CustomerScript script(long reservationId, int attempt) {
        return scripts.get(new Attempt(reservationId, attempt));
    }

    /** How long they talked, milliseconds; {@link RecordedCall#NEVER}: they did not. */
    long talkMillis(long reservationId) {
        return talks.getOrDefault(reservationId, RecordedCall.NEVER);
    }
}
