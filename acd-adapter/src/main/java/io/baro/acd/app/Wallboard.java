package io.baro.acd.app;

import io.baro.acd.metrics.CentreNames;
import io.baro.engine.callcenter.CallIds;
import io.baro.engine.message.CallClosedDecoder;
import io.baro.engine.message.CallJoinedDecoder;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.message.OfferCallDecoder;
import io.baro.engine.message.OfferCallbackDecoder;
import io.baro.engine.port.DecisionListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.agrona.DirectBuffer;
import org.agrona.collections.Long2LongHashMap;

/**
 * Remembers who waits and why the last offers were made, for the demonstration's screen. Never decides, holds no number. Written on
 * the routing thread, which also makes a view when one was asked for; any thread asks and reads.
 */
final class Wallboard implements DecisionListener {
    private static final int REASONS_KEPT = 8;
    private static final long NOBODY = -1;
    private static final float LOAD_FACTOR = 0.5f;

    private final CentreNames names;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final CallJoinedDecoder joined = new CallJoinedDecoder();
    private final OfferCallDecoder offerCall = new OfferCallDecoder();
    private final OfferCallbackDecoder offerCallback = new OfferCallbackDecoder();
    private final CallClosedDecoder closed = new CallClosedDecoder();
    /** Call id to when it joined its line, epoch milliseconds. */
    private final Long2LongHashMap waiting;
    /** Call id to queue (upper half) and rules that fired (lower half). */
    private final Long2LongHashMap places;

    private final Reason[] reasons = new Reason[REASONS_KEPT];
    private long reasonCount;
    private volatile boolean asked = true;
    private volatile View view = new View(List.of(), List.of());

    /** Who waits longest in each centre, and why the last offers were made, newest first. */
    record View(List<Optional<Waiter>> longest, List<Why> why) {}

    /** Somebody in line; the token tells him from others and tells nothing else. */
    record Waiter(String token, String queue, long joinedMillis, int rules) {}

    /** Why a call went to an agent, or was offered a callback (then the agent is -1). */
    record Why(
            String token,
            long timeMillis,
            String centre,
            String queue,
            int agentId,
            long waitedMillis,
            long boostMillis,
            int rules) {}

    /** One slot of the ring of reasons, overwritten in place. */
    private static final class Reason {
        private long timeMillis;
        private long callId;
        private int queueId;
        private int agentId;
        private long waitedMillis;
        private long boostMillis;
        private int rules;
    }

    Wallboard(CentreNames names, int callLimit) {
        this.names = names;
        waiting = new Long2LongHashMap(callLimit * 2, LOAD_FACTOR, NOBODY);
        places = new Long2LongHashMap(callLimit * 2, LOAD_FACTOR, NOBODY);
        for (int i = 0; i < REASONS_KEPT; i++) {
            reasons[i] = new Reason();
        }
    }

    /** The last view, and asks for a newer one. */
    View view() {
        asked = true;
        return view;
    }

    @Override
    public void onDecision(
            long sequence, long timeMillis, long ingressNanos, DirectBuffer buffer, int offset, int length) {
        header.wrap(buffer, offset);
        switch (header.templateId()) {
            case CallJoinedDecoder.TEMPLATE_ID -> {
                joined.wrapAndApplyHeader(buffer, offset, header);
                waiting.put(joined.callId(), timeMillis);
                places.put(joined.callId(), ((long) joined.queueId() << 32) | (joined.rulesFired() & 0xFFFF_FFFFL));
            }
            case OfferCallDecoder.TEMPLATE_ID -> onOffer(timeMillis, buffer, offset);
            case OfferCallbackDecoder.TEMPLATE_ID -> onCallback(timeMillis, buffer, offset);
            case CallClosedDecoder.TEMPLATE_ID -> {
                long callId = closed.wrapAndApplyHeader(buffer, offset, header).callId();
                waiting.remove(callId);
                places.remove(callId);
            }
            default -> {
                // The wallboard shows lines and offers only.
            }
        }
    }

    @Override
    public void onBatchEnd() {
        if (asked) {
            asked = false;
            view = new View(longest(), why());
        }
    }

    private void onOffer(long timeMillis, DirectBuffer buffer, int offset) {
        offerCall.wrapAndApplyHeader(buffer, offset, header);
        waiting.remove(offerCall.callId());
        if (offerCall.rulesFired() == 0) {
            return;
        }
        Reason reason = nextReason(timeMillis, offerCall.callId(), offerCall.queueId(), offerCall.rulesFired());
        reason.agentId = offerCall.agentId();
        reason.waitedMillis = offerCall.waitedMillis();
        reason.boostMillis = offerCall.boostMillis();
    }

    private void onCallback(long timeMillis, DirectBuffer buffer, int offset) {
        offerCallback.wrapAndApplyHeader(buffer, offset, header);
        long joinedMillis = waiting.get(offerCallback.callId());
        Reason reason =
                nextReason(timeMillis, offerCallback.callId(), offerCallback.queueId(), offerCallback.rulesFired());
        reason.agentId = -1;
        reason.waitedMillis = joinedMillis == NOBODY ? 0 : timeMillis - joinedMillis;
        reason.boostMillis = 0;
    }

    private Reason nextReason(long timeMillis, long callId, int queueId, int rules) {
        Reason reason = reasons[(int) (reasonCount++ % REASONS_KEPT)];
        reason.timeMillis = timeMillis;
        reason.callId = callId;
        reason.queueId = queueId;
        reason.rules = rules;
        return reason;
    }

    private List<Optional<Waiter>> longest() {
        int centres = names.centres().size();
        long[] since = new long[centres];
        long[] calls = new long[centres];
        waiting.forEachLong((callId, joinedMillis) -> {
            int centre = CallIds.pbxOf(callId);
            if (calls[centre] == 0 || joinedMillis < since[centre]) {
                calls[centre] = callId;
                since[centre] = joinedMillis;
            }
        });
        List<Optional<Waiter>> longest = new ArrayList<>();
        for (int centre = 0; centre < centres; centre++) {
            long place = places.get(calls[centre]);
            longest.add(
                    calls[centre] == 0
                            ? Optional.empty()
                            : Optional.of(new Waiter(
                                    token(calls[centre]), names.queueOfSlot((int) (place >>> 32)), since[centre], (int)
                                            place)));
        }
        return longest;
    }

    private List<Why> why() {
        List<Why> why = new ArrayList<>();
        for (long i = reasonCount - 1; i >= 0 && i >= reasonCount - REASONS_KEPT; i--) {
            Reason reason = reasons[(int) (i % REASONS_KEPT)];
            why.add(new Why(
                    token(reason.callId),
                    reason.timeMillis,
                    names.centres().get(CallIds.pbxOf(reason.callId)),
                    names.queueOfSlot(reason.queueId),
                    reason.agentId,
                    reason.waitedMillis,
                    reason.boostMillis,
                    reason.rules));
        }
        return why;
    }

    /** Four hexadecimal digits of a mixed call id: enough to follow somebody on a screen. */
    private static String token(long callId) {
        long mixed = callId * 0x9E37_79B9_7F4A_7C15L;
        return String.format("c-%04x", mixed >>> 48);
    }
}
