package io.baro.engine.rehearsal;

import io.baro.engine.callcenter.CallIds;
import io.baro.engine.message.DialCallbackDecoder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * Owns the callbacks that the PBXs have channels for, and what those who were promised one would talk about. Stops the day when a
 * customer would be called twice for one attempt, which a PBX does not do. Never routes. One thread.
 */
final class CallbackFloor {
    /** Of somebody whose first call nobody saw: the middle of what callers talk. */
    private static final long UNKNOWN_TALK_MILLIS = 180_000;

    private record Attempt(long callId, int number) {}

    private final Exchange exchange;
    private final Long2ObjectHashMap<CallScript> promised = new Long2ObjectHashMap<>();
    private final List<RehearsedCallback> alive = new ArrayList<>();
    private final Set<Attempt> made = new HashSet<>();

    CallbackFloor(Exchange exchange) {
        this.exchange = exchange;
    }

    /** A caller was told that he will be called: what he wanted he will want then. */
    void promised(RehearsedCaller caller) {
        promised.putIfAbsent(caller.callId, caller.script);
    }

    /** Makes the channel some milliseconds after the instruction. */
    void dial(DialCallbackDecoder dial, RehearsedAgent agent, long delayMillis) {
        CallScript script = promised.get(CallIds.reservationOf(dial.callId()));
        RehearsedCallback.Plan plan = new RehearsedCallback.Plan(
                dial.callId(),
                dial.offerId(),
                dial.ringMillis(),
                dial.customerRingMillis(),
                dial.attempt(),
                dial.customerFirst() == 1,
                script == null ? UNKNOWN_TALK_MILLIS : script.talkMillis());
        RehearsedCallback callback = new RehearsedCallback(exchange, agent, plan);
        exchange.agenda().in(delayMillis, Agenda.caller(plan.callId()), () -> {
            alive.add(callback);
            callback.start();
        });
    }

    /** The agent is there and the customer's phone is called. */
    void calls(long callId, int attempt) {
        if (!made.add(new Attempt(callId, attempt))) {
            throw new IllegalStateException("attempt " + attempt + " of callback " + callId + " is made twice");
        }
    }

    void ended(RehearsedCallback callback) {
        alive.remove(callback);
    }

    /** Channels that there are now. */
    List<RehearsedCallback> alive() {
        return alive;
    }
}
