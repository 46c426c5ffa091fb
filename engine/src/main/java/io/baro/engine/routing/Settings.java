package io.baro.engine.routing;

import io.baro.engine.callcenter.CallQueue;
import io.baro.engine.callcenter.QueueSettings;
import io.baro.engine.message.OfferOutcome;
import io.baro.engine.state.State;

/** Timings and policies for all queues, as the last definitions said, and what a queue says of its own. Runs on: routing thread. */
final class Settings {
    private static final OutcomePolicy BACK_BY_HIMSELF = new OutcomePolicy(0, 1);
    private static final OutcomePolicy A_REST = new OutcomePolicy(15_000, 0);

    /** How long an agent's phone rings, milliseconds. Until settings arrive: four rings of the Korean ringing cadence. */
    private long ringMillis = 12_000;

    /** Pause after each call, milliseconds. */
    private long wrapUpMillis = 10_000;

    /** How long beyond the ringing an offer may stay without an end before the PBX is asked: Asterisk's own timers fire before. */
    long offerGraceMillis = 10_000;

    /** Whether the journal can keep a promise. */
    boolean promising = true;

    /** Whether it is a time at which people may be called. */
    boolean callingHours = true;

    /** How callbacks are tried. */
    CallbackPolicy callbacks = new CallbackPolicy(3, 300_000, 1_800_000, 60_000, 86_400_000, 45_000, 0);

    /** Whether offers may be made. */
    boolean offering = true;

    private final OutcomePolicy[] policies = new OutcomePolicy[OfferOutcome.ANSWERED_ELSEWHERE.value() + 1];

    /**
     * What an offer that was not answered means for its agent.
     *
     * @param restMillis left alone for so long; 0: not
     * @param limit after so many in a row he must come back himself; 0: never
     */
    record OutcomePolicy(long restMillis, int limit) {
        private static OutcomePolicy next(State state, OutcomePolicy policy) {
            OutcomePolicy known = policy == null ? BACK_BY_HIMSELF : policy;
            return new OutcomePolicy(state.next(known.restMillis), state.next(known.limit));
        }
    }

    /** As CallbackPolicyDefined tells it, milliseconds. */
    record CallbackPolicy(
            int mostAttempts,
            long busyRetryMillis,
            long noAnswerRetryMillis,
            long trunkRetryMillis,
            long lifeMillis,
            long ringMillis,
            long yieldMillis) {
        private static CallbackPolicy next(State state, CallbackPolicy policy) {
            return new CallbackPolicy(
                    state.next(policy.mostAttempts),
                    state.next(policy.busyRetryMillis),
                    state.next(policy.noAnswerRetryMillis),
                    state.next(policy.trunkRetryMillis),
                    state.next(policy.lifeMillis),
                    state.next(policy.ringMillis),
                    state.next(policy.yieldMillis));
        }
    }

    Settings() {
        policies[OfferOutcome.NO_ANSWER.value()] = BACK_BY_HIMSELF;
        policies[OfferOutcome.BUSY.value()] = A_REST;
        policies[OfferOutcome.REJECTED.value()] = A_REST;
        policies[OfferOutcome.UNREACHABLE.value()] = A_REST;
    }

    /** Takes the timings for all queues; busy, rejected and unreachable agents rest for {@code restMillis}. */
    void define(long ring, long wrapUp, long restMillis, long grace) {
        ringMillis = ring;
        wrapUpMillis = wrapUp;
        offerGraceMillis = grace;
        OutcomePolicy rest = new OutcomePolicy(restMillis, 0);
        policies[OfferOutcome.BUSY.value()] = rest;
        policies[OfferOutcome.REJECTED.value()] = rest;
        policies[OfferOutcome.UNREACHABLE.value()] = rest;
    }

    /** Takes the policy of one outcome; false if that outcome has none. */
    boolean define(OfferOutcome outcome, OutcomePolicy policy) {
        if (outcome == OfferOutcome.NULL_VAL || policies[outcome.value()] == null) {
            return false;
        }
        policies[outcome.value()] = policy;
        return true;
    }

    /** The policy of an outcome, or null: the agent is ready again at once. */
    OutcomePolicy policy(OfferOutcome outcome) {
        return policies[outcome.value()];
    }

    /** Whether a callback may begin: what is dialled must be on disk before, so that no crash dials it twice. */
    boolean mayCall() {
        return callingHours && promising;
    }

    /** How long phones ring for calls of a queue. */
    long ringMillis(CallQueue queue) {
        long own = queue.settings().ringMillis();
        return own == QueueSettings.AS_ALL ? ringMillis : own;
    }

    /** Pause after a call of a queue. */
    long wrapUpMillis(CallQueue queue) {
        long own = queue.settings().wrapUpMillis();
        return own == QueueSettings.AS_ALL ? wrapUpMillis : own;
    }

    void visit(State state) {
        ringMillis = state.next(ringMillis);
        wrapUpMillis = state.next(wrapUpMillis);
        offerGraceMillis = state.next(offerGraceMillis);
        promising = state.next(promising);
        callingHours = state.next(callingHours);
        callbacks = CallbackPolicy.next(state, callbacks);
        offering = state.next(offering);
        for (int i = 0; i < policies.length; i++) {
            if (state.next(policies[i] != null)) {
                policies[i] = OutcomePolicy.next(state, policies[i]);
            }
        }
    }
}
