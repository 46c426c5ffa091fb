package io.baro.engine.rehearsal;

import io.baro.engine.callcenter.CallIds;
import io.baro.engine.message.AgentChangedDecoder;
import io.baro.engine.message.AgentState;
import io.baro.engine.message.CallArrivedDecoder;
import io.baro.engine.message.CallClimbedDecoder;
import io.baro.engine.message.CallClosedDecoder;
import io.baro.engine.message.CallJoinedDecoder;
import io.baro.engine.message.CallWaitingDecoder;
import io.baro.engine.message.CallbackPolicyDefinedDecoder;
import io.baro.engine.message.CareCallAskedDecoder;
import io.baro.engine.message.ConfirmReservationDecoder;
import io.baro.engine.message.DialStatus;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.message.OfferCallDecoder;
import io.baro.engine.message.OfferEndedDecoder;
import io.baro.engine.message.OfferProgressedDecoder;
import io.baro.engine.message.OfferStage;
import io.baro.engine.message.PbxLostDecoder;
import io.baro.engine.message.ReservationCarriedDecoder;
import io.baro.engine.message.ReservationChangedDecoder;
import io.baro.engine.message.ReservationClosedDecoder;
import io.baro.engine.message.ReservationKind;
import io.baro.engine.message.ReservationMovedDecoder;
import io.baro.engine.message.ResyncBeganDecoder;
import io.baro.engine.message.ResyncCompletedDecoder;
import io.baro.engine.message.RulesBegunDecoder;
import java.util.BitSet;
import org.agrona.DirectBuffer;

/**
 * Reads every command and decision and tells {@link PromiseKeeper} what they mean: who stands in which line, who is ready. Judges
 * nothing itself, and asks the router nothing. One thread.
 */
public final class Promises implements Onlooker {
    private final PromiseKeeper keeper;
    private final FloorPlan plan;
    private final BitSet away = new BitSet();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final CallArrivedDecoder arrived = new CallArrivedDecoder();
    private final CallWaitingDecoder waiting = new CallWaitingDecoder();
    private final OfferProgressedDecoder progressed = new OfferProgressedDecoder();
    private final PbxLostDecoder lost = new PbxLostDecoder();
    private final ResyncBeganDecoder resyncBegan = new ResyncBeganDecoder();
    private final ResyncCompletedDecoder resyncCompleted = new ResyncCompletedDecoder();
    private final CallJoinedDecoder joined = new CallJoinedDecoder();
    private final CallClimbedDecoder climbed = new CallClimbedDecoder();
    private final OfferCallDecoder offer = new OfferCallDecoder();
    private final OfferEndedDecoder offerEnded = new OfferEndedDecoder();
    private final CareCallAskedDecoder care = new CareCallAskedDecoder();
    private final ReservationCarriedDecoder carried = new ReservationCarriedDecoder();
    private final ReservationMovedDecoder moved = new ReservationMovedDecoder();
    private final ConfirmReservationDecoder confirm = new ConfirmReservationDecoder();
    private final ReservationChangedDecoder reservation = new ReservationChangedDecoder();
    private final ReservationClosedDecoder reservationClosed = new ReservationClosedDecoder();
    private final CallClosedDecoder closed = new CallClosedDecoder();
    private final AgentChangedDecoder changed = new AgentChangedDecoder();
    private final CallbackPolicyDefinedDecoder policy = new CallbackPolicyDefinedDecoder();
    private long waitedMillis;
    /** What the command at hand wants moved; the decision tells whether it was. */
    private long movedReservation;

    private long movedToMillis;
    private long yieldMillis;

    /** Watches over this floor. */
    public Promises(FloorPlan plan) {
        this.plan = plan;
        keeper = new PromiseKeeper(plan);
    }

    /** Offers by which somebody was overtaken by one who joined more than the bound after him and competed for the same agent. */
    public long overtakesBeyondBound() {
        return keeper.overtakes();
    }

    /** Commands after which a call waited that a ready agent might have taken. */
    public long idleWhileWaiting() {
        return keeper.idle();
    }

    /** The first promise that was broken, in words; empty: none. */
    public String firstBreach() {
        return keeper.firstBreach();
    }

    @Override
    public void onCommand(long timeMillis, DirectBuffer buffer, int offset, int length) {
        keeper.releaseDue(timeMillis);
        waitedMillis = 0;
        movedReservation = 0;
        header.wrap(buffer, offset);
        switch (header.templateId()) {
            case CallArrivedDecoder.TEMPLATE_ID -> {
                arrived.wrapAndApplyHeader(buffer, offset, header);
                keeper.heardOf(arrived.callId(), arrived.dedicatedAgentId());
            }
            case CallWaitingDecoder.TEMPLATE_ID -> {
                waiting.wrapAndApplyHeader(buffer, offset, header);
                waitedMillis = waiting.waitedMillis();
                keeper.turned(waiting.callId(), waiting.dedicatedAgentId());
            }
            case OfferProgressedDecoder.TEMPLATE_ID -> onProgress(buffer, offset);
            case CareCallAskedDecoder.TEMPLATE_ID,
                    ReservationMovedDecoder.TEMPLATE_ID,
                    ReservationCarriedDecoder.TEMPLATE_ID -> onPromise(timeMillis, buffer, offset);
            case CallbackPolicyDefinedDecoder.TEMPLATE_ID ->
                yieldMillis = Math.max(
                        0, policy.wrapAndApplyHeader(buffer, offset, header).yieldMillis());
            case PbxLostDecoder.TEMPLATE_ID ->
                away.set(lost.wrapAndApplyHeader(buffer, offset, header).pbxId());
            case ResyncBeganDecoder.TEMPLATE_ID ->
                away.set(resyncBegan.wrapAndApplyHeader(buffer, offset, header).pbxId());
            case ResyncCompletedDecoder.TEMPLATE_ID ->
                away.clear(resyncCompleted
                        .wrapAndApplyHeader(buffer, offset, header)
                        .pbxId());
            case RulesBegunDecoder.TEMPLATE_ID -> plan.take(buffer, offset);
            default -> {
                // Moves nobody by itself; what comes of it shows in the decisions.
            }
        }
    }

    @Override
    public void onDecision(long timeMillis, DirectBuffer buffer, int offset, int length) {
        header.wrap(buffer, offset);
        switch (header.templateId()) {
            case CallJoinedDecoder.TEMPLATE_ID -> {
                joined.wrapAndApplyHeader(buffer, offset, header);
                keeper.joined(joined.callId(), joined.queueId(), joined.keptForAgent(), timeMillis - waitedMillis);
            }
            case CallClimbedDecoder.TEMPLATE_ID -> {
                climbed.wrapAndApplyHeader(buffer, offset, header);
                keeper.climbed(climbed.callId(), climbed.queueId(), climbed.step());
            }
            case OfferCallDecoder.TEMPLATE_ID -> {
                offer.wrapAndApplyHeader(buffer, offset, header);
                keeper.offered(offer.callId(), offer.agentId(), offer.offerId());
            }
            case OfferEndedDecoder.TEMPLATE_ID -> {
                offerEnded.wrapAndApplyHeader(buffer, offset, header);
                keeper.offerEnded(offerEnded.callId(), offerEnded.offerId());
            }
            case ConfirmReservationDecoder.TEMPLATE_ID ->
                keeper.promised(
                        confirm.wrapAndApplyHeader(buffer, offset, header).reservationId(), timeMillis);
            case ReservationChangedDecoder.TEMPLATE_ID -> onReservation(timeMillis, buffer, offset);
            case ReservationClosedDecoder.TEMPLATE_ID ->
                keeper.forgotten(reservationClosed
                        .wrapAndApplyHeader(buffer, offset, header)
                        .reservationId());
            case CallClosedDecoder.TEMPLATE_ID ->
                keeper.closed(closed.wrapAndApplyHeader(buffer, offset, header).callId());
            case AgentChangedDecoder.TEMPLATE_ID -> {
                changed.wrapAndApplyHeader(buffer, offset, header);
                AgentState state = changed.state();
                keeper.agentIs(
                        changed.agentId(),
                        state == AgentState.READY,
                        state != AgentState.LOGGED_OUT && state != AgentState.NOT_READY);
            }
            default -> {
                // Moves nobody.
            }
        }
    }

    @Override
    public void afterCommand(long timeMillis) {
        if (away.isEmpty()) {
            keeper.check(timeMillis);
        }
    }

    /** Whom the centre owes a call, and when. */
    private void onPromise(long timeMillis, DirectBuffer buffer, int offset) {
        switch (header.templateId()) {
            case CareCallAskedDecoder.TEMPLATE_ID -> {
                care.wrapAndApplyHeader(buffer, offset, header);
                keeper.owed(
                        care.reservationId(),
                        Math.max(timeMillis, care.fromMillis()),
                        -care.boostMillis(),
                        PromiseKeeper.YIELDS_NOT);
            }
            case ReservationMovedDecoder.TEMPLATE_ID -> {
                moved.wrapAndApplyHeader(buffer, offset, header);
                movedReservation = moved.reservationId();
                movedToMillis = Math.max(timeMillis, moved.fromMillis());
            }
            case ReservationCarriedDecoder.TEMPLATE_ID -> {
                carried.wrapAndApplyHeader(buffer, offset, header);
                boolean yields = carried.kind() == ReservationKind.CALLBACK;
                keeper.owed(
                        carried.reservationId(),
                        carried.joinedMillis(),
                        -carried.boostMillis(),
                        yields ? carried.madeMillis() : PromiseKeeper.YIELDS_NOT);
            }
            default -> throw new IllegalStateException("promises nothing: " + header.templateId());
        }
    }

    private void onReservation(long timeMillis, DirectBuffer buffer, int offset) {
        reservation.wrapAndApplyHeader(buffer, offset, header);
        if (reservation.reservationId() == movedReservation) {
            keeper.moved(movedReservation, movedToMillis);
        }
        switch (reservation.state()) {
            case WAITING ->
                keeper.callbackWaits(
                        reservation.reservationId(),
                        reservation.queueId(),
                        yieldMillis,
                        reservation.untilMillis(),
                        timeMillis);
            case RESTING -> keeper.closed(CallIds.callbackOf(reservation.reservationId()));
            case CALLING, REACHED, NULL_VAL -> {
                // An agent has it.
            }
        }
    }

    private void onProgress(DirectBuffer buffer, int offset) {
        progressed.wrapAndApplyHeader(buffer, offset, header);
        if (CallIds.isCallback(progressed.callId())) {
            return;
        }
        if (progressed.stage() == OfferStage.RETURNED && progressed.dialStatus() != DialStatus.ANSWER) {
            keeper.returned(progressed.callId(), progressed.offerId());
        }
    }
}
