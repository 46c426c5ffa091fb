package io.baro.acd.view;

import io.baro.acd.customer.CallTokens;
import io.baro.engine.callcenter.CallIds;
import io.baro.engine.message.CallAdmittedDecoder;
import io.baro.engine.message.CallClimbedDecoder;
import io.baro.engine.message.CallClosedDecoder;
import io.baro.engine.message.CallConnectedDecoder;
import io.baro.engine.message.CallJoinedDecoder;
import io.baro.engine.message.CallOutcome;
import io.baro.engine.message.CallRerankedDecoder;
import io.baro.engine.message.OfferCallDecoder;
import io.baro.engine.message.OfferEndedDecoder;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** What each fact about a call means to the call's view and to its queue's counts. Guarded by {@link LiveFloor}'s lock. */
final class CallFold {
    private final Boards boards;
    private final CallTokens tokens;
    private FloorNames names;

    CallFold(Boards boards, CallTokens tokens) {
        this.boards = boards;
        this.tokens = tokens;
    }

    void know(FloorNames now) {
        names = now;
    }

    void admitted(CallAdmittedDecoder fact, long timeMillis, boolean told) {
        if (!told) {
            boards.queues().admitted(fact.queueId());
        }
        long callId = fact.callId();
        boards.calls().put(callId, fresh(callId, null, CallView.ENTERING, since(callId, timeMillis, told)));
    }

    void joined(CallJoinedDecoder fact, long timeMillis, boolean told) {
        long callId = fact.callId();
        if (!told) {
            boards.queues().offered(fact.queueId());
        }
        Long ewt = fact.ewtMillis() < 0 ? null : fact.ewtMillis();
        boards.queues().estimated(fact.queueId(), fact.ewtMillis());
        boards.calls()
                .put(
                        callId,
                        new CallView(
                                tokens.of(callId),
                                names.centreOfCall(callId),
                                names.queue(fact.queueId()),
                                CallView.WAITING,
                                since(callId, timeMillis, told),
                                0,
                                fact.boostMillis(),
                                names.rules(fact.rulesFired(), fact.rulesVersion()),
                                fact.ahead(),
                                ewt,
                                null,
                                CallIds.isCallback(callId),
                                null));
    }

    void climbed(CallClimbedDecoder fact) {
        String queue = names.queue(fact.queueId());
        boards.calls()
                .get(fact.callId())
                .filter(call -> !Objects.equals(call.queue(), queue))
                .ifPresent(call -> boards.queues().offered(fact.queueId()));
        boards.calls().change(fact.callId(), call -> call.movedTo(queue));
    }

    void reranked(CallRerankedDecoder fact) {
        boards.calls().change(fact.callId(), call -> call.boosted(fact.boostMillis()));
    }

    /** A callback is nobody's call before it is offered. */
    void offered(OfferCallDecoder decision) {
        long callId = decision.callId();
        String agent = names.agent(decision.agentId());
        if (boards.calls().get(callId).isEmpty()) {
            Instant since = Instant.ofEpochMilli(decision.joinedMillis());
            boards.calls().put(callId, fresh(callId, names.queue(decision.queueId()), CallView.OFFERED, since));
        }
        boolean first = decision.ringIndex() == 0 || decision.ringIndex() == OfferCallDecoder.ringIndexNullValue();
        if (first) {
            boards.calls().change(callId, call -> call.offeredTo(agent));
        }
    }

    void offerEnded(OfferEndedDecoder fact) {
        long callId = fact.callId();
        if (CallIds.isCallback(callId)) {
            boards.calls().end(callId, call -> call.closed(null, call.waitedMs()));
            return;
        }
        String agent = names.agent(fact.agentId());
        boards.calls()
                .change(
                        callId,
                        call -> call.state().equals(CallView.OFFERED) && agent != null && agent.equals(call.agent())
                                ? call.backInLine()
                                : call);
    }

    void connected(CallConnectedDecoder fact, boolean told) {
        if (!told) {
            boards.queues().answered(fact.queueId(), fact.waitedMillis());
        }
        String agent = names.agent(fact.agentId());
        boards.calls()
                .change(
                        fact.callId(),
                        call -> call.movedTo(names.queue(fact.queueId())).talkingTo(agent, fact.waitedMillis()));
    }

    void closed(CallClosedDecoder fact) {
        CallOutcome outcome = fact.outcome();
        if (outcome == CallOutcome.ABANDONED) {
            boards.queues().abandoned(fact.queueId());
        } else if (outcome == CallOutcome.RESERVED) {
            boards.queues().reserved(fact.queueId());
        }
        String how = outcome.name().toLowerCase(Locale.ROOT);
        boards.calls().end(fact.callId(), call -> call.closed(how, fact.waitedMillis()));
    }

    private CallView fresh(long callId, String queue, String state, Instant since) {
        return new CallView(
                tokens.of(callId),
                names.centreOfCall(callId),
                queue,
                state,
                since,
                0,
                0,
                List.of(),
                null,
                null,
                null,
                CallIds.isCallback(callId),
                null);
    }

    /** What is told anew does not say since when: the second in which the caller's channel was made does. */
    private static Instant since(long callId, long timeMillis, boolean told) {
        long made = TimeUnit.SECONDS.toMillis(CallIds.epochSecondsOf(callId));
        return Instant.ofEpochMilli(told && !CallIds.isCallback(callId) ? Math.min(made, timeMillis) : timeMillis);
    }
}
