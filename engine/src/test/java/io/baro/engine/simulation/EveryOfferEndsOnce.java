package io.baro.engine.simulation;

import io.baro.engine.callcenter.Agent;
import io.baro.engine.callcenter.CallIds;
import io.baro.engine.callcenter.OfferIds;
import io.baro.engine.message.AgentChangedDecoder;
import io.baro.engine.message.AgentState;
import io.baro.engine.message.CallConnectedDecoder;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.message.OfferCallDecoder;
import io.baro.engine.message.OfferEndedDecoder;
import io.baro.engine.routing.Router;
import java.util.HashSet;
import java.util.Set;
import org.agrona.DirectBuffer;

/**
 * Each offer, alone or of several that ring together, ends exactly once: told as ended, or connected. Until then its agent holds
 * it; nobody is told as connected of a callback, its agent talks; a fact that proves an offer which was given up too early makes it anew.
 */
final class EveryOfferEndsOnce implements Invariant {
    private final Router router;
    private final Set<Long> open = new HashSet<>();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final OfferCallDecoder offer = new OfferCallDecoder();
    private final OfferEndedDecoder ended = new OfferEndedDecoder();
    private final CallConnectedDecoder connected = new CallConnectedDecoder();
    private final AgentChangedDecoder changed = new AgentChangedDecoder();
    private String broken;

    EveryOfferEndsOnce(Router router) {
        this.router = router;
    }

    /** Hears every decision at the moment it is made. */
    void note(DirectBuffer buffer, int offset) {
        header.wrap(buffer, offset);
        switch (header.templateId()) {
            case OfferCallDecoder.TEMPLATE_ID ->
                began(offer.wrapAndApplyHeader(buffer, offset, header).offerId());
            case OfferEndedDecoder.TEMPLATE_ID ->
                ended(ended.wrapAndApplyHeader(buffer, offset, header).offerId());
            case CallConnectedDecoder.TEMPLATE_ID ->
                ended(agent(connected.wrapAndApplyHeader(buffer, offset, header).agentId()).offer.id);
            case AgentChangedDecoder.TEMPLATE_ID -> {
                changed.wrapAndApplyHeader(buffer, offset, header);
                if (changed.state() == AgentState.RINGING) {
                    open.add(agent(changed.agentId()).offer.id);
                } else if (changed.state() == AgentState.TALKING && CallIds.isCallback(changed.callId())) {
                    ended(agent(changed.agentId()).offer.id);
                }
            }
            default -> {}
        }
    }

    @Override
    public String violation(Router sameRouter) {
        for (long offerId : open) {
            Agent holder = agent(OfferIds.agentOf(offerId));
            if (broken == null && (holder.offer.id != offerId || holder.offer.told || holder.offer.connected)) {
                broken = "offer " + offerId + " has not ended, and its agent does not hold it";
            }
        }
        for (int i = 0; i < router.center().limits().agents(); i++) {
            Agent each = agent(i);
            boolean holds = each != null && each.offer.isOpen() && !each.offer.told && !each.offer.connected;
            if (broken == null && holds && !open.contains(each.offer.id)) {
                broken = "agent " + i + " holds offer " + each.offer.id + ", which has ended";
            }
        }
        return broken;
    }

    private void began(long offerId) {
        if (!open.add(offerId)) {
            broken = "offer " + offerId + " is made twice";
        }
    }

    private void ended(long offerId) {
        if (!open.remove(offerId)) {
            broken = "offer " + offerId + " ends twice";
        }
    }

    private Agent agent(int agentId) {
        return router.center().agent(agentId);
    }
}
