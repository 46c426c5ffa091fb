package io.baro.acd.app;

import io.baro.acd.config.CommandOffer;
import io.baro.acd.config.Configuration;
import io.baro.engine.callcenter.CallIds;
import io.baro.engine.callcenter.FinishedCareCalls;
import io.baro.engine.callcenter.Reservation;
import io.baro.engine.message.MessageHeaderEncoder;
import io.baro.engine.message.ReservationCarriedEncoder;
import io.baro.engine.message.ReservationKind;
import io.baro.engine.port.Ingress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a router what a state of other queues promised: by the names of centre and queue, whose ids are others now. Says what could not be
 * carried. Main thread.
 */
final class CarryOver {
    private static final Logger LOG = LoggerFactory.getLogger(CarryOver.class);
    private static final byte[] NO_NUMBER = new byte[ReservationCarriedEncoder.numberLength()];

    private final Configuration configuration;
    private final CommandOffer offer;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final ReservationCarriedEncoder carried = new ReservationCarriedEncoder();
    private final TreeMap<String, Integer> queuesGone = new TreeMap<>();
    private final TreeMap<String, Integer> centresGone = new TreeMap<>();
    private int told;

    CarryOver(Configuration configuration, Ingress ingress) {
        this.configuration = configuration;
        offer = new CommandOffer(ingress);
    }

    /** Carries what can be read there; what cannot be is said in one line. */
    void carry(Path aside) {
        AsideState state;
        try {
            state = AsideState.of(aside, configuration);
        } catch (IOException unreadable) {
            LOG.error(
                    "callbacks promised in {} are not carried over, it cannot be made again: {}",
                    aside,
                    unreadable.getMessage());
            return;
        }
        for (Reservation reservation : state.open()) {
            open(state, reservation);
        }
        FinishedCareCalls finished = state.book().finishedCareCalls();
        for (int i = 0; i < finished.size(); i++) {
            finished(state.centreOf(finished.id(i)), finished.id(i), finished.forgottenMillis(i));
        }
        LOG.info("{} callbacks promised in {} are carried over", told, aside);
        queuesGone.forEach((queue, count) -> LOG.warn(
                "queue {} is gone: {} callbacks promised there wait in {} now",
                queue,
                count,
                configuration.queues().defaultEntry()));
        centresGone.forEach((centre, count) -> LOG.error(
                "centre {} is gone: {} callbacks promised there are not carried over, somebody has to call; list them:"
                        + " baro records to-call --config {} --aside {}",
                centre.isEmpty() ? "of an older state" : centre,
                count,
                configuration.dir(),
                aside));
    }

    private void open(AsideState state, Reservation reservation) {
        String centre = state.centreOf(reservation.id());
        int pbxId = configuration.pbxIdOf(centre);
        if (pbxId < 0) {
            centresGone.merge(centre, 1, Integer::sum);
            return;
        }
        String queue = state.queueOf(reservation);
        int index = configuration.queues().indexOf(queue);
        if (index < 0) {
            queuesGone.merge(queue, 1, Integer::sum);
            index = configuration.queues().indexOf(configuration.queues().defaultEntry());
        }
        begin(reservation.id(), pbxId, index)
                .callerKey(reservation.callerKey())
                .kind(reservation.kind())
                .finished((short) 0)
                .attempts((short) reservation.attempts)
                .joinedMillis(reservation.joinedMillis())
                .boostMillis(reservation.boostMillis())
                .madeMillis(reservation.madeMillis())
                .dueMillis(reservation.dueMillis)
                .untilMillis(reservation.untilMillis);
        send(reservation.sealedNumber());
        told++;
    }

    /** That it is done must be known here, too, or the list would have him called again. */
    private void finished(String centre, long reservationId, long forgottenMillis) {
        int pbxId = configuration.pbxIdOf(centre);
        if (pbxId >= 0) {
            int index = configuration.queues().indexOf(configuration.queues().defaultEntry());
            begin(reservationId, pbxId, index)
                    .callerKey(0)
                    .kind(ReservationKind.CARE)
                    .finished((short) 1)
                    .attempts((short) 0)
                    .joinedMillis(0)
                    .boostMillis(0)
                    .madeMillis(0)
                    .dueMillis(0)
                    .untilMillis(forgottenMillis - FinishedCareCalls.REMEMBERED_MILLIS);
            send(NO_NUMBER);
        }
    }

    /** The same second and channel on the PBX as it is numbered now. */
    private ReservationCarriedEncoder begin(long id, int pbxId, int queue) {
        return carried.wrapAndApplyHeader(offer.buffer(), 0, header)
                .reservationId(CallIds.of(pbxId, CallIds.epochSecondsOf(id), CallIds.sequenceOf(id)))
                .queueId(configuration.queues().queueId(pbxId, queue));
    }

    private void send(byte[] number) {
        int at = MessageHeaderEncoder.ENCODED_LENGTH + ReservationCarriedEncoder.numberEncodingOffset();
        offer.buffer().putBytes(at, number);
        offer.sendMessage(carried.encodedLength());
    }
}
