package io.baro.engine.routing;

import io.baro.engine.message.CallbackAcceptedEncoder;
import io.baro.engine.message.CallbackPolicyDefinedEncoder;
import io.baro.engine.message.CallbackProgressedEncoder;
import io.baro.engine.message.CallbackStage;
import io.baro.engine.message.CallingHoursChangedEncoder;
import io.baro.engine.message.CareCallAskedEncoder;
import io.baro.engine.message.DialStatus;
import io.baro.engine.message.RefusalReason;
import io.baro.engine.message.ReservationCarriedEncoder;
import io.baro.engine.message.ReservationKind;
import io.baro.engine.message.ReservationWithdrawnEncoder;
import io.baro.engine.port.Actor;

/** The part of the tests' pen that writes what the callback desk is told. Never applies anything. Runs on: the test's thread. */
public abstract sealed class DeskPen extends ConfigPen permits HandPen {
    private final CallbackAcceptedEncoder accepted = new CallbackAcceptedEncoder();
    private final CallbackProgressedEncoder calledBack = new CallbackProgressedEncoder();

    /** How callbacks are tried, in the order of CallbackPolicyDefined. */
    public record Policy(
            int mostAttempts,
            long busyRetryMillis,
            long noAnswerRetryMillis,
            long trunkRetryMillis,
            long lifeMillis,
            long ringMillis,
            long yieldMillis) {}

    /** When somebody wants to be called, epoch milliseconds; 0: not said. And what is wrong with it. */
    public record Wish(long fromMillis, long untilMillis, RefusalReason problem) {
        /** As soon as possible. */
        public static final Wish NOW = new Wish(0, 0, RefusalReason.NULL_VAL);
    }

    /** Somebody of a list. */
    public record Care(long reservationId, long callerKey, int queueId, Wish wish, long boostMillis) {}

    public CommandWriter callbackPolicy(Policy policy) {
        return done(new CallbackPolicyDefinedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .mostAttempts((short) policy.mostAttempts())
                .busyRetryMillis(policy.busyRetryMillis())
                .noAnswerRetryMillis(policy.noAnswerRetryMillis())
                .trunkRetryMillis(policy.trunkRetryMillis())
                .lifeMillis(policy.lifeMillis())
                .ringMillis(policy.ringMillis())
                .yieldMillis(policy.yieldMillis())
                .encodedLength());
    }

    public CommandWriter callingHours(boolean allowed) {
        return done(new CallingHoursChangedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .allowed((short) (allowed ? 1 : 0))
                .encodedLength());
    }

    public CommandWriter callbackAccepted(long callId, long callerKey) {
        return callbackAccepted(callId, callerKey, Wish.NOW);
    }

    public CommandWriter callbackAccepted(long callId, long callerKey, Wish wish) {
        accepted.wrapAndApplyHeader(buffer, 0, header)
                .callId(callId)
                .callerKey(callerKey)
                .fromMillis(wish.fromMillis())
                .untilMillis(wish.untilMillis())
                .problem(wish.problem());
        for (int i = 0; i < CallbackAcceptedEncoder.numberLength(); i++) {
            accepted.number(i, (short) i);
        }
        return done(accepted.encodedLength());
    }

    public CommandWriter careCall(Care care) {
        CareCallAskedEncoder encoder = new CareCallAskedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .reservationId(care.reservationId())
                .callerKey(care.callerKey())
                .queueId(care.queueId())
                .fromMillis(care.wish().fromMillis())
                .untilMillis(care.wish().untilMillis())
                .boostMillis(care.boostMillis())
                .putActor(actor.bytes(), 0, Actor.BYTES);
        for (int i = 0; i < CareCallAskedEncoder.numberLength(); i++) {
            encoder.number(i, (short) i);
        }
        return done(encoder.encodedLength());
    }

    /** What an earlier state promised: that care call or callback, as it stood there. */
    public CommandWriter carried(Care what, ReservationKind kind, int attempts, boolean finished) {
        ReservationCarriedEncoder encoder = new ReservationCarriedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .reservationId(what.reservationId())
                .callerKey(what.callerKey())
                .queueId(what.queueId())
                .kind(kind)
                .finished((short) (finished ? 1 : 0))
                .attempts((short) attempts)
                .joinedMillis(what.wish().fromMillis())
                .boostMillis(what.boostMillis())
                .madeMillis(what.wish().fromMillis())
                .dueMillis(what.wish().fromMillis())
                .untilMillis(what.wish().untilMillis());
        for (int i = 0; i < ReservationCarriedEncoder.numberLength(); i++) {
            encoder.number(i, (short) i);
        }
        return done(encoder.encodedLength());
    }

    public CommandWriter reservationWithdrawn(long reservationId) {
        return done(new ReservationWithdrawnEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .reservationId(reservationId)
                .putActor(actor.bytes(), 0, Actor.BYTES)
                .encodedLength());
    }

    public CommandWriter callbackReached(long callbackId, int attempt) {
        return progressed(callbackId, CallbackStage.REACHED, DialStatus.ANSWER, attempt, 0);
    }

    public CommandWriter callbackEnded(long callbackId, DialStatus status, int attempt, int cause) {
        return progressed(callbackId, CallbackStage.ENDED, status, attempt, cause);
    }

    private CommandWriter progressed(long callbackId, CallbackStage stage, DialStatus status, int attempt, int cause) {
        return done(calledBack
                .wrapAndApplyHeader(buffer, 0, header)
                .callId(callbackId)
                .stage(stage)
                .dialStatus(status)
                .attempt((short) attempt)
                .cause((short) cause)
                .encodedLength());
    }
}
