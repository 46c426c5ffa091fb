package io.baro.engine.naive;

import io.baro.engine.callcenter.CallIds;
import io.baro.engine.message.CallHungUpEncoder;
import io.baro.engine.message.CallbackAcceptedEncoder;
import io.baro.engine.message.CallbackPolicyDefinedEncoder;
import io.baro.engine.message.CallbackProgressedEncoder;
import io.baro.engine.message.CallbackStage;
import io.baro.engine.message.CallingHoursChangedEncoder;
import io.baro.engine.message.CareCallAskedEncoder;
import io.baro.engine.message.DialStatus;
import io.baro.engine.message.MessageHeaderEncoder;
import io.baro.engine.message.RefusalReason;
import io.baro.engine.message.ReservationCarriedEncoder;
import io.baro.engine.message.ReservationKind;
import io.baro.engine.message.ReservationWithdrawnEncoder;
import io.baro.engine.port.Actor;
import java.util.SplittableRandom;
import org.agrona.concurrent.UnsafeBuffer;

/** What could happen to reservations, and what could not. */
final class RandomReservations {
    private static final int BUFFER_BYTES = 256;
    private static final int[] CAUSES = {0, 0, 1, 16, 17, 18, 19, 20, 21, 22, 27, 28, 34, 38};

    private final SplittableRandom dice;
    private final NaiveCentre centre;
    private final RandomFloor floor;
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[BUFFER_BYTES]);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private long sequence;

    RandomReservations(SplittableRandom dice, NaiveCentre centre, RandomFloor floor) {
        this.dice = dice;
        this.centre = centre;
        this.floor = floor;
    }

    /** Pauses so short that much happens in the minutes of a run. */
    Command policy(long now) {
        return done(
                now,
                new CallbackPolicyDefinedEncoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .mostAttempts((short) dice.nextInt(0, 4))
                        .busyRetryMillis(dice.nextInt(1, 60) * 1_000L)
                        .noAnswerRetryMillis(dice.nextInt(1, 120) * 1_000L)
                        .trunkRetryMillis(dice.nextInt(1, 60) * 1_000L)
                        .lifeMillis(dice.nextInt(20, 900) * 1_000L)
                        .ringMillis(dice.nextInt(10, 60) * 1_000L)
                        .yieldMillis(dice.nextInt(3) == 0 ? 0 : dice.nextInt(600) * 1_000L)
                        .encodedLength());
    }

    Command accepted(long now, long callId, long key) {
        boolean window = dice.nextInt(4) == 0;
        CallbackAcceptedEncoder encoder = new CallbackAcceptedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .callId(callId)
                .callerKey(key)
                .fromMillis(window ? now + dice.nextInt(-60, 300) * 1_000L : 0)
                .untilMillis(window ? now + dice.nextInt(-10, 600) * 1_000L : 0)
                .problem(dice.nextInt(12) == 0 ? RefusalReason.OUTSIDE_HOURS : RefusalReason.NULL_VAL);
        for (int i = 0; i < CallbackAcceptedEncoder.numberLength(); i++) {
            encoder.number(i, (short) (i + key));
        }
        return done(now, encoder.encodedLength());
    }

    /** What the centre wants of the desk. */
    Command ofDesk(long now) {
        return switch (dice.nextInt(4)) {
            case 0 -> dice.nextInt(3) == 0 ? carried(now) : careCall(now);
            case 1 -> policy(now);
            default ->
                done(
                        now,
                        new CallingHoursChangedEncoder()
                                .wrapAndApplyHeader(buffer, 0, header)
                                .allowed((short) (dice.nextInt(3) == 0 ? 0 : 1))
                                .encodedLength());
        };
    }

    /** Mostly of one that is called now. */
    Command fact(long now) {
        NaiveReservation any = centre.reservations.get(dice.nextInt(centre.reservations.size()));
        for (int i = 0; i < centre.reservations.size() && (any.call == null || any.waits()); i++) {
            any = centre.reservations.get(i);
        }
        return switch (dice.nextInt(12)) {
            case 0 -> dice.nextInt(2) == 0 ? careCall(now) : carried(now);
            case 1 -> withdrawn(now, any.id);
            case 2, 3, 4 ->
                done(
                        now,
                        new CallHungUpEncoder()
                                .wrapAndApplyHeader(buffer, 0, header)
                                .callId(CallIds.callbackOf(any.id))
                                .cause((short) 16)
                                .encodedLength());
            default -> progressed(now, any);
        };
    }

    private Command withdrawn(long now, long id) {
        return done(
                now,
                new ReservationWithdrawnEncoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .reservationId(dice.nextInt(8) == 0 ? id + 1_000_000 : id)
                        .putActor(Actor.NOBODY.bytes(), 0, Actor.BYTES)
                        .encodedLength());
    }

    private Command progressed(long now, NaiveReservation reservation) {
        int attempt = dice.nextInt(10) == 0 ? dice.nextInt(5) : reservation.attempts + 1;
        return done(
                now,
                new CallbackProgressedEncoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .callId(CallIds.callbackOf(reservation.id))
                        .stage(dice.nextInt(3) == 0 ? CallbackStage.REACHED : CallbackStage.ENDED)
                        .dialStatus(DialStatus.get((short) dice.nextInt(8)))
                        .attempt((short) attempt)
                        .cause((short) CAUSES[dice.nextInt(CAUSES.length)])
                        .encodedLength());
    }

    private Command careCall(long now) {
        int pbx = dice.nextInt(floor.pbxs);
        long id = CallIds.of(pbx, 1_600_000_000, dice.nextInt(4) == 0 ? sequence : ++sequence);
        int queue = dice.nextInt(10) == 0 ? dice.nextInt(-1, 14) : floor.queueAt(pbx);
        CareCallAskedEncoder encoder = new CareCallAskedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .reservationId(dice.nextInt(20) == 0 ? CallIds.callbackOf(id) : id)
                .callerKey(dice.nextInt(25))
                .queueId(queue)
                .fromMillis(now + dice.nextInt(-60, 60) * 1_000L)
                .untilMillis(now + dice.nextInt(-10, 900) * 1_000L)
                .boostMillis(-dice.nextInt(0, 1_000) * 1_000L)
                .putActor(Actor.NOBODY.bytes(), 0, Actor.BYTES);
        for (int i = 0; i < CareCallAskedEncoder.numberLength(); i++) {
            encoder.number(i, (short) i);
        }
        return done(now, encoder.encodedLength());
    }

    private Command carried(long now) {
        int pbx = dice.nextInt(floor.pbxs);
        long id = CallIds.of(pbx, 1_600_000_000, dice.nextInt(4) == 0 ? sequence : ++sequence);
        boolean care = dice.nextBoolean();
        ReservationCarriedEncoder encoder = new ReservationCarriedEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .reservationId(dice.nextInt(20) == 0 ? CallIds.callbackOf(id) : id)
                .callerKey(dice.nextInt(1, 25))
                .queueId(dice.nextInt(10) == 0 ? dice.nextInt(-1, 14) : floor.queueAt(pbx))
                .kind(care ? ReservationKind.CARE : ReservationKind.CALLBACK)
                .finished((short) (care && dice.nextInt(4) == 0 ? 1 : 0))
                .attempts((short) dice.nextInt(3))
                .joinedMillis(now - dice.nextInt(-60, 3_600) * 1_000L)
                .boostMillis(dice.nextInt(-600, 600) * 1_000L)
                .madeMillis(now - dice.nextInt(3_600) * 1_000L)
                .dueMillis(now + dice.nextInt(-60, 60) * 1_000L)
                .untilMillis(now + dice.nextInt(-10, 900) * 1_000L);
        for (int i = 0; i < ReservationCarriedEncoder.numberLength(); i++) {
            encoder.number(i, (short) (i + pbx));
        }
        return done(now, encoder.encodedLength());
    }

    private Command done(long now, int bodyLength) {
        return Command.of(now, buffer, MessageHeaderEncoder.ENCODED_LENGTH + bodyLength);
    }
}
