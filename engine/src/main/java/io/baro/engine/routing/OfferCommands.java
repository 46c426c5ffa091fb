package io.baro.engine.routing;

import io.baro.engine.callcenter.Agent;
import io.baro.engine.callcenter.Call;
import io.baro.engine.callcenter.CallCenter;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.message.OfferProgressedDecoder;
import io.baro.engine.message.OfferStage;
import org.agrona.DirectBuffer;

/** Decodes facts about offers and finds caller and agent, for {@link OfferFlow}. Runs on: routing thread. */
final class OfferCommands {
    private final CallCenter center;
    private final OfferFlow flow;
    private final OfferProgressedDecoder progressed = new OfferProgressedDecoder();

    OfferCommands(Router.Parts parts, Router.Flows flows) {
        center = parts.center();
        flow = flows.offers();
    }

    void progressed(MessageHeaderDecoder header, DirectBuffer buffer, int offset, long nowMillis) {
        progressed.wrap(buffer, offset, header.blockLength(), header.version());
        Agent agent = flow.agentOf(progressed.offerId());
        Call call = center.call(progressed.callId());
        boolean held = agent != null && agent.offer.id == progressed.offerId();
        OfferStage stage = progressed.stage();
        if (stage == OfferStage.RETURNED && held && agent.offer.callId != progressed.callId()) {
            flow.stale(progressed.offerId());
        } else if (stage == OfferStage.RETURNED) {
            flow.returned(held ? agent : null, call, progressed, nowMillis);
        } else if (stage == OfferStage.CONNECTED && agent != null && call != null && call.queue != null) {
            flow.connected(agent, call, progressed.offerId(), nowMillis);
        } else if (held) {
            heldProgressed(agent, stage, nowMillis);
        } else {
            flow.stale(progressed.offerId());
        }
    }

    private void heldProgressed(Agent agent, OfferStage stage, long nowMillis) {
        switch (stage) {
            case DIALLED -> flow.dialled(agent);
            case RINGING -> flow.ringing(agent);
            case DIAL_ENDED -> flow.dialEnded(agent, progressed.dialStatus());
            case LEG_ENDED -> flow.legEnded(agent, progressed.cause(), progressed.techCause(), nowMillis);
            case CONNECTED, RETURNED, NULL_VAL -> flow.stale(progressed.offerId());
        }
    }
}
