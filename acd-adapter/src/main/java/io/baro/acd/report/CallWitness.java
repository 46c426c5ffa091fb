package io.baro.acd.report;

import io.baro.engine.message.CallArrivedDecoder;
import io.baro.engine.message.CallClimbedDecoder;
import io.baro.engine.message.CallClosedDecoder;
import io.baro.engine.message.CallConnectedDecoder;
import io.baro.engine.message.CallJoinedDecoder;
import io.baro.engine.message.CallWaitingDecoder;
import io.baro.engine.message.ConfirmReservationDecoder;
import io.baro.engine.message.DivertCallDecoder;
import io.baro.engine.message.HoldInQueueDecoder;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.message.OfferCallDecoder;
import io.baro.engine.message.OfferCallbackDecoder;
import io.baro.engine.message.OfferEndedDecoder;
import io.baro.engine.message.RefuseReservationDecoder;
import io.baro.engine.message.RouteToMenuDecoder;
import io.baro.engine.rehearsal.Onlooker;
import java.nio.ByteOrder;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.agrona.DirectBuffer;

/** Watches one call through a journal's run and writes its {@link Explanation}. Decides nothing. One thread. */
public final class CallWitness implements Onlooker {
    private static final long HOUR_MILLIS = 3_600_000;
    private static final int CALL_ID_AT = MessageHeaderDecoder.ENCODED_LENGTH;

    private final long callId;
    private final ReportNames names;
    private final Explanation explanation;
    private final RuleNotes rules = new RuleNotes();
    private final ContactNotes contacts = new ContactNotes();
    private final HandNotes hand;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final CallArrivedDecoder arrived = new CallArrivedDecoder();
    private final CallWaitingDecoder waiting = new CallWaitingDecoder();
    private final CallJoinedDecoder joined = new CallJoinedDecoder();
    private final CallClimbedDecoder climbed = new CallClimbedDecoder();
    private final OfferCallDecoder offer = new OfferCallDecoder();
    private final OfferEndedDecoder offerEnded = new OfferEndedDecoder();
    private final OfferCallbackDecoder callback = new OfferCallbackDecoder();
    private final RefuseReservationDecoder refusal = new RefuseReservationDecoder();
    private final DivertCallDecoder divert = new DivertCallDecoder();
    private final CallConnectedDecoder connected = new CallConnectedDecoder();
    private final CallClosedDecoder closed = new CallClosedDecoder();
    private long callerKey;
    private long joinedMillis;
    private int offers;

    /** Watches that call; times are told as clocks show them there. */
    public CallWitness(long callId, ReportNames names, ZoneId zone) {
        this.callId = callId;
        this.names = names;
        explanation = new Explanation(CallNames.write(callId, names.centres()) + " (" + callId + ")", zone);
        hand = new HandNotes(callId, names, explanation);
    }

    /** What was seen so far. */
    public Explanation explanation() {
        return explanation;
    }

    @Override
    public void onCommand(long timeMillis, DirectBuffer buffer, int offset, int length) {
        rules.take(buffer, offset);
        contacts.take(timeMillis, buffer, offset);
        hand.take(buffer, offset);
        header.wrap(buffer, offset);
        if (header.templateId() == CallArrivedDecoder.TEMPLATE_ID) {
            arrived.wrapAndApplyHeader(buffer, offset, header);
            if (arrived.callId() == callId) {
                callerKey = arrived.callerKey();
                explanation.add(
                        timeMillis, "arrived", Explanation.parts("withheld", callerKey == 0), "arrived" + shown());
            }
        } else if (header.templateId() == CallWaitingDecoder.TEMPLATE_ID) {
            waiting.wrapAndApplyHeader(buffer, offset, header);
            callerKey = waiting.callId() == callId ? waiting.callerKey() : callerKey;
        }
    }

    @Override
    public void onDecision(long timeMillis, DirectBuffer buffer, int offset, int length) {
        header.wrap(buffer, offset);
        switch (header.templateId()) {
            case RouteToMenuDecoder.TEMPLATE_ID -> tell(timeMillis, buffer, offset, "menu", "to the menu");
            case HoldInQueueDecoder.TEMPLATE_ID ->
                tell(timeMillis, buffer, offset, "past_menu", "past the menu, straight into the line");
            case ConfirmReservationDecoder.TEMPLATE_ID ->
                tell(timeMillis, buffer, offset, "reserved", "the callback is reserved, his place in line with it");
            case CallJoinedDecoder.TEMPLATE_ID ->
                onJoined(timeMillis, joined.wrapAndApplyHeader(buffer, offset, header));
            case CallClimbedDecoder.TEMPLATE_ID ->
                onClimbed(timeMillis, climbed.wrapAndApplyHeader(buffer, offset, header));
            case OfferCallDecoder.TEMPLATE_ID -> onOffer(timeMillis, offer.wrapAndApplyHeader(buffer, offset, header));
            case OfferEndedDecoder.TEMPLATE_ID ->
                onOfferEnded(timeMillis, offerEnded.wrapAndApplyHeader(buffer, offset, header));
            case OfferCallbackDecoder.TEMPLATE_ID ->
                onCallback(timeMillis, callback.wrapAndApplyHeader(buffer, offset, header));
            case RefuseReservationDecoder.TEMPLATE_ID -> {
                refusal.wrapAndApplyHeader(buffer, offset, header);
                about(
                        refusal.callId(),
                        timeMillis,
                        "callback_refused",
                        refusal.reason().name());
            }
            case DivertCallDecoder.TEMPLATE_ID -> {
                divert.wrapAndApplyHeader(buffer, offset, header);
                onDiverted(timeMillis, divert);
            }
            case CallConnectedDecoder.TEMPLATE_ID ->
                onConnected(timeMillis, connected.wrapAndApplyHeader(buffer, offset, header));
            case CallClosedDecoder.TEMPLATE_ID ->
                onClosed(timeMillis, closed.wrapAndApplyHeader(buffer, offset, header));
            default -> hand.decided(timeMillis, joinedMillis, buffer, offset);
        }
    }

    private void onJoined(long timeMillis, CallJoinedDecoder fact) {
        if (fact.callId() != callId) {
            return;
        }
        joinedMillis = joinedMillis == 0 ? timeMillis : joinedMillis;
        RuleNotes.Version version = rules.version(fact.rulesVersion());
        List<String> lines = new ArrayList<>();
        boolean moved = hand.isMovedTo(fact.queueId());
        lines.add((moved ? "moved " + hand.by() + " to " : "joined ") + names.queue(fact.queueId())
                + " under rules version " + fact.rulesVersion());
        for (long window : version.windows()) {
            lines.add(contacts.within(callerKey, window, timeMillis) + " contacts within " + window / HOUR_MILLIS
                    + " h, this one included");
        }
        List<String> fired = fired(fact.rulesFired(), fact.rulesVersion());
        lines.add("rules fired: " + (fired.isEmpty() ? "none" : String.join(", ", fired)));
        lines.add("rank " + explanation.clock(joinedMillis - fact.boostMillis()) + " = joined "
                + explanation.clock(joinedMillis) + " - boost " + OfferWords.seconds(fact.boostMillis()) + " (at most "
                + OfferWords.seconds(version.maxBoostMillis()) + ")");
        lines.add("in line: " + fact.ahead() + " ahead, " + fact.waiting() + " waiting with him; told "
                + told(fact.ewtMillis()) + ", at most " + told(fact.ewt90Millis()) + " for nine in ten");
        if (fact.keptForAgent() >= 0) {
            lines.add("kept for agent " + names.agent(fact.keptForAgent()));
        }
        Map<String, Object> parts = Explanation.parts(
                "queue", names.queue(fact.queueId()),
                "rules_version", fact.rulesVersion(),
                "rules", fired,
                "boost_ms", fact.boostMillis(),
                "ahead", fact.ahead(),
                "waiting", fact.waiting(),
                "ewt_ms", fact.ewtMillis(),
                "ewt90_ms", fact.ewt90Millis());
        if (moved) {
            parts.put("by", hand.who());
        }
        explanation.add(timeMillis, moved ? "moved" : "joined", parts, lines.toArray(String[]::new));
    }

    private void onClimbed(long timeMillis, CallClimbedDecoder fact) {
        if (fact.callId() == callId) {
            explanation.add(
                    timeMillis,
                    "climbed",
                    Explanation.parts("queue", names.queue(fact.queueId()), "step", (int) fact.step()),
                    "now on step " + fact.step() + " of " + names.queue(fact.queueId()) + ", the rank kept");
        }
    }

    private void onDiverted(long timeMillis, DivertCallDecoder decision) {
        String reason = decision.reason().name();
        if (decision.callId() == callId && hand.isTakenOut()) {
            explanation.add(
                    timeMillis,
                    "diverted",
                    Explanation.parts("reason", reason, "by", hand.who()),
                    "diverted: taken out of the line " + hand.by());
        } else {
            about(decision.callId(), timeMillis, "diverted", reason);
        }
    }

    private void onOffer(long timeMillis, OfferCallDecoder fact) {
        if (fact.callId() == callId) {
            explanation.add(
                    timeMillis, "offer", OfferWords.parts(fact, names), OfferWords.lines(++offers, fact, names));
        }
    }

    private void onOfferEnded(long timeMillis, OfferEndedDecoder fact) {
        if (fact.callId() == callId) {
            String outcome = words(fact.outcome().name());
            explanation.add(
                    timeMillis,
                    "offer_ended",
                    Explanation.parts(
                            "agent",
                            names.agent(fact.agentId()),
                            "outcome",
                            fact.outcome().name()),
                    "offer " + offers + " ended: " + outcome);
        }
    }

    private void onCallback(long timeMillis, OfferCallbackDecoder fact) {
        if (fact.callId() == callId) {
            explanation.add(
                    timeMillis,
                    "callback_offered",
                    Explanation.parts("ewt_ms", fact.ewtMillis()),
                    "a callback is offered; the line is at " + told(fact.ewtMillis()));
        }
    }

    private void onConnected(long timeMillis, CallConnectedDecoder fact) {
        if (fact.callId() == callId) {
            explanation.add(
                    timeMillis,
                    "answered",
                    Explanation.parts("agent", names.agent(fact.agentId()), "waited_ms", fact.waitedMillis()),
                    "answered by agent " + names.agent(fact.agentId()) + " after "
                            + OfferWords.seconds(fact.waitedMillis()) + "; told when he joined: "
                            + told(fact.ewtMillis()));
        }
    }

    private void onClosed(long timeMillis, CallClosedDecoder fact) {
        if (fact.callId() == callId) {
            explanation.add(
                    timeMillis,
                    "closed",
                    Explanation.parts(
                            "outcome", fact.outcome().name(),
                            "waited_ms", fact.waitedMillis(),
                            "talked_ms", fact.talkedMillis()),
                    "outcome: " + words(fact.outcome().name()) + ", waited "
                            + OfferWords.seconds(fact.waitedMillis()) + ", talked "
                            + OfferWords.seconds(fact.talkedMillis()));
        }
    }

    private void tell(long timeMillis, DirectBuffer buffer, int offset, String what, String line) {
        boolean reservation = header.templateId() == ConfirmReservationDecoder.TEMPLATE_ID;
        int at = CALL_ID_AT + (reservation ? ConfirmReservationDecoder.callIdEncodingOffset() : 0);
        if (buffer.getLong(offset + at, ByteOrder.LITTLE_ENDIAN) == callId) {
            explanation.add(timeMillis, what, Explanation.parts(), line);
        }
    }

    private void about(long subject, long timeMillis, String what, String reason) {
        if (subject == callId) {
            explanation.add(timeMillis, what, Explanation.parts("reason", reason), words(what) + ": " + words(reason));
        }
    }

    private List<String> fired(int bits, int version) {
        List<String> fired = new ArrayList<>();
        for (int rule = 0; rule < Integer.SIZE; rule++) {
            if ((bits >>> rule & 1) == 1) {
                long boost = rules.version(version).boostMillis(rule);
                fired.add(names.rule(version, rule) + (boost == 0 ? "" : " +" + OfferWords.seconds(boost)));
            }
        }
        return fired;
    }

    private String shown() {
        return callerKey == 0 ? ", number withheld" : "";
    }

    private static String told(long millis) {
        return millis < 0 ? "no estimate" : OfferWords.seconds(millis);
    }

    private static String words(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
