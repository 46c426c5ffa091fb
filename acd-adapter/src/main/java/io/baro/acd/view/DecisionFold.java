package io.baro.acd.view;

import io.baro.acd.customer.CallTokens;
import io.baro.engine.message.CallClimbedDecoder;
import io.baro.engine.message.CallClosedDecoder;
import io.baro.engine.message.CallConnectedDecoder;
import io.baro.engine.message.CallJoinedDecoder;
import io.baro.engine.message.CallRerankedDecoder;
import io.baro.engine.message.ChosenBy;
import io.baro.engine.message.CommandRefusedDecoder;
import io.baro.engine.message.DivertCallDecoder;
import io.baro.engine.message.OfferCallDecoder;
import io.baro.engine.message.OfferCallbackDecoder;
import io.baro.engine.message.OfferEndedDecoder;
import io.baro.engine.message.RulesAppliedDecoder;
import io.baro.engine.message.SpikeChangedDecoder;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Writes decisions into the log in words that people read. Guarded by {@link LiveFloor}'s lock. */
final class DecisionFold {
    private static final long NOBODY_ELSE = -1;
    private static final int NOBODY = -1;
    private static final int NO_QUEUE = -1;

    private final Boards boards;
    private final CallTokens tokens;
    private FloorNames names;

    DecisionFold(Boards boards, CallTokens tokens) {
        this.boards = boards;
        this.tokens = tokens;
    }

    void know(FloorNames now) {
        names = now;
    }

    void joined(CallJoinedDecoder fact, long timeMillis) {
        List<String> rules = names.rules(fact.rulesFired(), fact.rulesVersion());
        add(DecisionView.of(timeMillis, "joined", about(fact.callId(), fact.queueId(), fact.keptForAgent()), null)
                .withRank(null, fact.boostMillis(), rules, fact.rulesVersion()));
    }

    void offered(OfferCallDecoder fact, long timeMillis) {
        add(new DecisionView(
                Instant.ofEpochMilli(timeMillis),
                "offer",
                tokens.of(fact.callId()),
                names.centreOfCall(fact.callId()),
                names.queue(fact.queueId()),
                names.agent(fact.agentId()),
                fact.waitedMillis(),
                fact.boostMillis(),
                names.rules(fact.rulesFired(), fact.rulesVersion()),
                fact.rulesVersion(),
                word(fact.chosenBy()),
                word(fact.strategy()),
                (int) fact.step(),
                fact.candidates(),
                runnerUp(fact),
                fact.runnerUp() == NOBODY_ELSE ? null : fact.margin(),
                null));
    }

    void offerEnded(OfferEndedDecoder fact, long timeMillis) {
        add(DecisionView.of(
                timeMillis, "offer_ended", about(fact.callId(), fact.queueId(), fact.agentId()), word(fact.outcome())));
    }

    void connected(CallConnectedDecoder fact, long timeMillis) {
        add(DecisionView.of(timeMillis, "answered", about(fact.callId(), fact.queueId(), fact.agentId()), null)
                .waited(fact.waitedMillis()));
    }

    void callback(OfferCallbackDecoder fact, long timeMillis) {
        List<String> rules = names.rules(fact.rulesFired(), fact.rulesVersion());
        add(DecisionView.of(timeMillis, "callback_offered", about(fact.callId(), fact.queueId(), NOBODY), null)
                .withRank(null, null, rules, fact.rulesVersion()));
    }

    void climbed(CallClimbedDecoder fact, long timeMillis) {
        add(DecisionView.of(
                timeMillis, "climbed", about(fact.callId(), fact.queueId(), NOBODY), "step " + fact.step()));
    }

    void reranked(CallRerankedDecoder fact, long timeMillis) {
        add(DecisionView.of(timeMillis, "reranked", about(fact.callId(), fact.queueId(), NOBODY), null)
                .withRank(null, fact.boostMillis(), List.of(), null));
    }

    void diverted(DivertCallDecoder fact, long timeMillis) {
        add(DecisionView.of(timeMillis, "diverted", about(fact.callId(), NO_QUEUE, NOBODY), word(fact.reason())));
    }

    void closed(CallClosedDecoder fact, long timeMillis) {
        add(DecisionView.of(timeMillis, "closed", about(fact.callId(), fact.queueId(), NOBODY), word(fact.outcome()))
                .waited(fact.waitedMillis()));
    }

    void spike(SpikeChangedDecoder fact, long timeMillis) {
        String centre = fact.queueId() < 0 ? null : names.centres().get(names.centreOf(fact.queueId()));
        List<String> rule = names.rules(1 << fact.ruleId(), boards.decisions().rulesVersion());
        String kind = fact.active() == 1 ? "spike_on" : "spike_off";
        DecisionView.Subject subject = new DecisionView.Subject(null, centre, names.queue(fact.queueId()), null);
        add(DecisionView.of(timeMillis, kind, subject, null)
                .withRank(null, null, rule, boards.decisions().rulesVersion()));
    }

    void rules(RulesAppliedDecoder fact, long timeMillis) {
        DecisionView.Subject nothing = new DecisionView.Subject(null, null, null, null);
        add(DecisionView.of(timeMillis, "rules_applied", nothing, null)
                .withRank(null, null, List.of(), fact.version()));
    }

    void refused(CommandRefusedDecoder fact, long timeMillis) {
        DecisionView.Subject nothing = new DecisionView.Subject(null, null, null, null);
        add(DecisionView.of(timeMillis, "refused", nothing, word(fact.reason())));
    }

    private DecisionView.Subject about(long callId, int queueId, int agentId) {
        return new DecisionView.Subject(
                tokens.of(callId), names.centreOfCall(callId), names.queue(queueId), names.agent(agentId));
    }

    private String runnerUp(OfferCallDecoder fact) {
        if (fact.runnerUp() == NOBODY_ELSE) {
            return null;
        }
        return fact.chosenBy() == ChosenBy.CALL ? names.agent((int) fact.runnerUp()) : tokens.of(fact.runnerUp());
    }

    private void add(DecisionView decision) {
        boards.decisions().add(decision);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
