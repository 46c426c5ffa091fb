package io.baro.engine.routing;

import io.baro.engine.callcenter.Agent;
import io.baro.engine.callcenter.CallIds;
import io.baro.engine.callcenter.CallQueue;
import io.baro.engine.callcenter.Ring;
import io.baro.engine.message.DialStatus;
import io.baro.engine.message.OfferOutcome;

/**
 * The ways offers end for their agents, alone or several that rang together: told once, and each agent given back. Never moves the
 * call. Several are linked by {@code alongside}, from the first, and are unlinked here. Runs on: routing thread.
 */
final class OfferEnds {
    private final Facts facts;
    private final Settings settings;
    private final AgentFlow agents;

    OfferEnds(Router.Parts parts, AgentFlow agents) {
        facts = parts.facts();
        settings = parts.settings();
        this.agents = agents;
    }

    /** Tells how an offer ended, if it was not told before and did not become a talk. */
    void tell(Agent agent, OfferOutcome outcome) {
        if (!agent.offer.told && !agent.offer.connected) {
            facts.offerEnded(agent, outcome);
            agent.offer.told = true;
        }
    }

    /** His leg ended before an answer. */
    void end(Agent agent, OfferOutcome outcome, long nowMillis) {
        agents.offerEnded(agent, outcome, nowMillis);
    }

    /** Another answered. Their phones stop ringing by themselves: who has a leg is free when it ends. */
    void answeredElsewhere(Agent first, long nowMillis) {
        Agent each = first;
        while (each != null) {
            Agent next = unlink(each);
            each.offer.elsewhere = true;
            tell(each, OfferOutcome.ANSWERED_ELSEWHERE);
            if (!each.offer.legSeen) {
                agents.offerEnded(each, OfferOutcome.ANSWERED_ELSEWHERE, nowMillis);
            }
            each = next;
        }
    }

    /** The dial is over: tells it of those without a leg. */
    void tellReturned(Agent first, DialStatus status, int cause) {
        for (Agent each = first; each != null; each = each.offer.alongside) {
            if (each.offer.dialStatus == DialStatus.NONE) {
                each.offer.dialStatus = status;
            }
            if (!each.offer.legSeen) {
                tell(each, withoutLeg(each, status, cause));
            }
        }
    }

    /** The dial is over: those without a leg are free at once, the others when it ends. */
    void returned(Agent first, DialStatus status, int cause, long nowMillis) {
        Agent each = first;
        while (each != null) {
            Agent next = unlink(each);
            if (!each.offer.legSeen) {
                agents.offerEnded(each, withoutLeg(each, status, cause), nowMillis);
            }
            each = next;
        }
    }

    /** Tells that these offers left no trace. */
    void tellLost(Agent first) {
        for (Agent each = first; each != null; each = each.offer.alongside) {
            tell(each, OfferOutcome.LOST);
        }
    }

    /** Their offers left no trace: they go on as if they had not been made. */
    void lost(Agent first, long nowMillis) {
        Agent each = first;
        while (each != null) {
            Agent next = unlink(each);
            if (each.offer.connected) {
                talkEnded(each, nowMillis);
            } else {
                agents.offerEnded(each, OfferOutcome.LOST, nowMillis);
            }
            each = next;
        }
    }

    /** A talk is over for the agent, and the call with him. */
    void talkEnded(Agent agent, long nowMillis) {
        orphan(agent);
        CallQueue queue = agent.offer.queue;
        if (!CallIds.isCallback(agent.offer.callId)) {
            queue.estimate().served(nowMillis - agent.offer.openedMillis + settings.wrapUpMillis(queue));
        }
        agents.offerEnded(agent, OfferOutcome.ANSWERED, nowMillis);
    }

    /** The call, if there still is one, goes on without this agent. */
    static void orphan(Agent agent) {
        if (agent.offer.call != null) {
            Ring.part(agent.offer.call, agent);
        }
    }

    /** The result of a dial is that of the phones that were dialled: of who rang with others and has no leg it says nothing. */
    private static OfferOutcome withoutLeg(Agent agent, DialStatus status, int cause) {
        return agent.offer.together ? OfferOutcome.UNREACHABLE : OfferOutcomes.of(status, cause, 0);
    }

    private static Agent unlink(Agent agent) {
        Agent next = agent.offer.alongside;
        agent.offer.alongside = null;
        return next;
    }
}
