package io.baro.engine.routing;

import io.baro.engine.message.CallMovedEncoder;
import io.baro.engine.message.CallRankedEncoder;
import io.baro.engine.message.CallWithdrawnEncoder;
import io.baro.engine.message.ReservationMovedEncoder;
import io.baro.engine.port.Actor;

/** The part of the tests' pen that writes what somebody does by hand. Never applies anything. Runs on: the test's thread. */
public abstract sealed class HandPen extends DeskPen permits CommandWriter {
    private final CallRankedEncoder ranked = new CallRankedEncoder();
    private final CallMovedEncoder moved = new CallMovedEncoder();
    private final CallWithdrawnEncoder withdrawn = new CallWithdrawnEncoder();
    private final ReservationMovedEncoder reservationMoved = new ReservationMovedEncoder();

    public CommandWriter callRanked(long callId, long boostMillis) {
        return done(ranked.wrapAndApplyHeader(buffer, 0, header)
                .callId(callId)
                .boostMillis(boostMillis)
                .putActor(actor.bytes(), 0, Actor.BYTES)
                .encodedLength());
    }

    public CommandWriter callMoved(long callId, int queueId) {
        return done(moved.wrapAndApplyHeader(buffer, 0, header)
                .callId(callId)
                .queueId(queueId)
                .putActor(actor.bytes(), 0, Actor.BYTES)
                .encodedLength());
    }

    public CommandWriter callWithdrawn(long callId) {
        return done(withdrawn
                .wrapAndApplyHeader(buffer, 0, header)
                .callId(callId)
                .putActor(actor.bytes(), 0, Actor.BYTES)
                .encodedLength());
    }

    /** Epoch milliseconds; 0: not said. */
    public CommandWriter reservationMoved(long reservationId, long fromMillis, long untilMillis) {
        return done(reservationMoved
                .wrapAndApplyHeader(buffer, 0, header)
                .reservationId(reservationId)
                .fromMillis(fromMillis)
                .untilMillis(untilMillis)
                .putActor(actor.bytes(), 0, Actor.BYTES)
                .encodedLength());
    }
}
