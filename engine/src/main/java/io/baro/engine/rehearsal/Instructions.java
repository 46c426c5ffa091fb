package io.baro.engine.rehearsal;

import io.baro.engine.message.AgentChangedDecoder;
import io.baro.engine.message.ConfirmReservationDecoder;
import io.baro.engine.message.DialCallbackDecoder;
import io.baro.engine.message.DivertCallDecoder;
import io.baro.engine.message.HoldInQueueDecoder;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.message.OfferCallDecoder;
import io.baro.engine.message.OfferCallbackDecoder;
import io.baro.engine.message.RefuseReservationDecoder;
import io.baro.engine.message.ResyncPbxDecoder;
import io.baro.engine.message.RouteToMenuDecoder;
import org.agrona.DirectBuffer;

/** Reads the router's decisions as a PBX's link would, and lets the rehearsed PBXs obey. Decides nothing. One thread. */
final class Instructions {
    private final Rehearsal rehearsal;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final RouteToMenuDecoder menu = new RouteToMenuDecoder();
    private final HoldInQueueDecoder hold = new HoldInQueueDecoder();
    private final OfferCallDecoder offer = new OfferCallDecoder();
    private final DialCallbackDecoder dialCallback = new DialCallbackDecoder();
    private final OfferCallbackDecoder callback = new OfferCallbackDecoder();
    private final ConfirmReservationDecoder confirm = new ConfirmReservationDecoder();
    private final RefuseReservationDecoder refuse = new RefuseReservationDecoder();
    private final DivertCallDecoder divert = new DivertCallDecoder();
    private final ResyncPbxDecoder resync = new ResyncPbxDecoder();
    private final AgentChangedDecoder changed = new AgentChangedDecoder();

    Instructions(Rehearsal rehearsal) {
        this.rehearsal = rehearsal;
    }

    void obey(DirectBuffer buffer, int offset) {
        header.wrap(buffer, offset);
        switch (header.templateId()) {
            case RouteToMenuDecoder.TEMPLATE_ID ->
                move(menu.wrapAndApplyHeader(buffer, offset, header).callId(), Target.MENU, 0);
            case HoldInQueueDecoder.TEMPLATE_ID -> {
                hold.wrapAndApplyHeader(buffer, offset, header);
                move(hold.callId(), Target.LOOP, hold.queueId());
            }
            case OfferCallDecoder.TEMPLATE_ID -> {
                offer.wrapAndApplyHeader(buffer, offset, header);
                if (offer.dialFollows() == 0) {
                    rehearsal.dial(offer);
                }
            }
            case DialCallbackDecoder.TEMPLATE_ID ->
                rehearsal.callBack(dialCallback.wrapAndApplyHeader(buffer, offset, header));
            case OfferCallbackDecoder.TEMPLATE_ID ->
                move(callback.wrapAndApplyHeader(buffer, offset, header).callId(), Target.CALLBACK, 0);
            case ConfirmReservationDecoder.TEMPLATE_ID ->
                move(confirm.wrapAndApplyHeader(buffer, offset, header).callId(), Target.CONFIRMATION, 0);
            case RefuseReservationDecoder.TEMPLATE_ID ->
                move(refuse.wrapAndApplyHeader(buffer, offset, header).callId(), Target.APOLOGY, 0);
            case DivertCallDecoder.TEMPLATE_ID ->
                move(divert.wrapAndApplyHeader(buffer, offset, header).callId(), Target.FALLBACK, 0);
            case ResyncPbxDecoder.TEMPLATE_ID ->
                rehearsal.resync(
                        resync.wrapAndApplyHeader(buffer, offset, header).pbxId());
            case AgentChangedDecoder.TEMPLATE_ID -> {
                changed.wrapAndApplyHeader(buffer, offset, header);
                rehearsal.agent(changed.agentId()).changed(changed.state(), changed.reason());
            }
            default -> {
                // A fact for read models, or something that was refused: no instruction.
            }
        }
    }

    private enum Target {
        MENU,
        LOOP,
        CALLBACK,
        CONFIRMATION,
        APOLOGY,
        FALLBACK
    }

    private void move(long callId, Target target, int queueId) {
        rehearsal.redirect(callId, 0, caller -> {
            switch (target) {
                case MENU -> caller.enterMenu();
                case LOOP -> caller.enterLoop(queueId);
                case CALLBACK -> caller.enterCallback();
                case CONFIRMATION -> caller.enterConfirmation();
                case APOLOGY -> caller.enterApology();
                case FALLBACK -> caller.enterFallback();
            }
        });
    }
}
