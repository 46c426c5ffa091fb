package io.baro.engine.naive;

import io.baro.engine.message.CallMovedEncoder;
import io.baro.engine.message.CallRankedEncoder;
import io.baro.engine.message.CallWithdrawnEncoder;
import io.baro.engine.message.MessageHeaderEncoder;
import io.baro.engine.message.ReservationMovedEncoder;
import io.baro.engine.port.Actor;
import java.util.SplittableRandom;
import org.agrona.concurrent.UnsafeBuffer;

/** What somebody could do by hand to calls and reservations, and what he could not. */
final class RandomOperator {
    private static final int BUFFER_BYTES = 128;
    private static final Actor KIM = Actor.named("kim");

    private final SplittableRandom dice;
    private final NaiveCentre centre;
    private final RandomFloor floor;
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[BUFFER_BYTES]);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();

    RandomOperator(SplittableRandom dice, NaiveCentre centre, RandomFloor floor) {
        this.dice = dice;
        this.centre = centre;
        this.floor = floor;
    }

    /** Whether there is anything to lay hands on. */
    boolean mayAct() {
        return !centre.calls.isEmpty() || !centre.reservations.isEmpty();
    }

    Command act(long now) {
        boolean ofReservation = !centre.reservations.isEmpty() && (centre.calls.isEmpty() || dice.nextInt(3) == 0);
        return ofReservation ? reservationMoved(now) : ofCall(now);
    }

    /** Mostly of one that waits. */
    private Command ofCall(long now) {
        NaiveCall call = centre.calls.get(dice.nextInt(centre.calls.size()));
        for (int i = 0; i < 3 && !call.waits(); i++) {
            call = centre.calls.get(dice.nextInt(centre.calls.size()));
        }
        long callId = dice.nextInt(20) == 0 ? call.id + 100_000 : call.id;
        return switch (dice.nextInt(8)) {
            case 0 -> withdrawn(now, callId);
            case 1, 2, 3 -> moved(now, callId, dice.nextInt(8) == 0 ? dice.nextInt(-1, 14) : floor.queueAt(call.pbx));
            default -> ranked(now, callId, dice.nextInt(-600, 900) * 1_000L);
        };
    }

    private Command ranked(long now, long callId, long boost) {
        return done(
                now,
                new CallRankedEncoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .callId(callId)
                        .boostMillis(boost)
                        .putActor(KIM.bytes(), 0, Actor.BYTES)
                        .encodedLength());
    }

    private Command moved(long now, long callId, int queueId) {
        return done(
                now,
                new CallMovedEncoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .callId(callId)
                        .queueId(queueId)
                        .putActor(KIM.bytes(), 0, Actor.BYTES)
                        .encodedLength());
    }

    private Command withdrawn(long now, long callId) {
        return done(
                now,
                new CallWithdrawnEncoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .callId(callId)
                        .putActor(KIM.bytes(), 0, Actor.BYTES)
                        .encodedLength());
    }

    private Command reservationMoved(long now) {
        NaiveReservation any = centre.reservations.get(dice.nextInt(centre.reservations.size()));
        return done(
                now,
                new ReservationMovedEncoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .reservationId(dice.nextInt(20) == 0 ? any.id + 1_000_000 : any.id)
                        .fromMillis(dice.nextInt(4) == 0 ? 0 : now + dice.nextInt(-60, 120) * 1_000L)
                        .untilMillis(dice.nextInt(4) == 0 ? 0 : now + dice.nextInt(-10, 600) * 1_000L)
                        .putActor(KIM.bytes(), 0, Actor.BYTES)
                        .encodedLength());
    }

    private Command done(long now, int bodyLength) {
        return Command.of(now, buffer, MessageHeaderEncoder.ENCODED_LENGTH + bodyLength);
    }
}
