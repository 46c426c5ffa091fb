package io.baro.engine.naive;

import io.baro.engine.message.AgentState;
import io.baro.engine.message.DialStatus;
import io.baro.engine.message.OfferOutcome;
import io.baro.engine.message.OfferProgressedDecoder;
import io.baro.engine.message.OfferStage;
import io.baro.engine.message.RefusalReason;

/** An offer from the instruction to its end: the caller is free when his dialplan returns, the agent when his leg has ended. */
final class NaiveOffers {
    private static final long RETURN = 3_000;
    private static final long LONGEST_TALK = 4 * 3_600_000L;

    private final NaiveCentre centre;
    private final NaiveDecisions decisions;
    private final NaiveAgentStates states;
    private final NaiveLine line;
    private final NaiveAgents agents;

    NaiveOffers(
            NaiveCentre centre, NaiveDecisions decisions, NaiveAgentStates states, NaiveLine line, NaiveAgents agents) {
        this.centre = centre;
        this.decisions = decisions;
        this.states = states;
        this.line = line;
        this.agents = agents;
    }

    void progressed(OfferProgressedDecoder fact) {
        NaiveAgent agent = centre.agentOfOffer(fact.offerId());
        NaiveCall call = centre.call(fact.callId());
        boolean holds = agent != null && agent.offerId == fact.offerId();
        if (fact.stage() == OfferStage.RETURNED && holds && agent.offerCallId != fact.callId()) {
            stale(fact);
        } else if (fact.stage() == OfferStage.RETURNED) {
            returned(holds ? agent : null, call, fact);
        } else if (fact.stage() == OfferStage.CONNECTED && agent != null && call != null && call.queue != null) {
            connected(agent, call, fact.offerId());
        } else if (holds && fact.stage() != OfferStage.CONNECTED) {
            held(agent, fact);
        } else {
            stale(fact);
        }
    }

    private void stale(OfferProgressedDecoder fact) {
        decisions.refused(RefusalReason.STALE_OFFER, OfferProgressedDecoder.TEMPLATE_ID, fact.offerId());
    }

    private void held(NaiveAgent agent, OfferProgressedDecoder fact) {
        switch (fact.stage()) {
            case DIALLED -> agent.legSeen = true;
            case RINGING -> {
                agent.legSeen = true;
                if (agent.state == AgentState.RESERVED) {
                    states.enter(agent, AgentState.RINGING);
                }
            }
            case DIAL_ENDED -> agent.dialStatus = fact.dialStatus();
            case LEG_ENDED -> legEnded(agent, fact.cause(), fact.techCause());
            default -> throw new IllegalStateException("not of a held offer: " + fact.stage());
        }
    }

    /** Both in one bridge: this overrides whatever was concluded before. */
    void connected(NaiveAgent agent, NaiveCall call, long offerId) {
        if (call.state == NaiveCall.State.TALKING) {
            return;
        }
        if (agent.offerId != offerId || agent.offerCall != call) {
            adopt(agent, call, offerId);
        }
        call.state = NaiveCall.State.TALKING;
        call.connected = centre.now;
        call.silentAt = centre.now + LONGEST_TALK;
        agent.connected = true;
        agent.legSeen = true;
        agent.deadline = NaiveCentre.NEVER;
        agent.answeredToday++;
        if (call.callerKey != 0) {
            centre.lastAgentOf.put(call.callerKey, agent.id);
        }
        states.enter(agent, AgentState.TALKING);
        decisions.callConnected(call);
    }

    private void legEnded(NaiveAgent agent, int cause, int techCause) {
        if (agent.connected) {
            talkEnded(agent);
            return;
        }
        OfferOutcome outcome = outcome(agent.dialStatus, cause, techCause);
        long ring = agent.offerQueue.ring < 0 ? centre.ring : agent.offerQueue.ring;
        if (outcome == OfferOutcome.NO_ANSWER && techCause == 480 && centre.now - agent.offerOpened < ring / 2) {
            outcome = OfferOutcome.REJECTED;
        }
        tell(agent, outcome);
        if (agent.offerCall != null) {
            agent.offerCall.agent = null;
            agent.offerCall.silentAt = centre.now + RETURN;
        }
        agents.offerEnded(agent, outcome);
    }

    /** The caller's dialplan goes on; without a leg the agent is free, too. */
    private void returned(NaiveAgent holder, NaiveCall call, OfferProgressedDecoder fact) {
        if (fact.dialStatus() == DialStatus.ANSWER) {
            return;
        }
        boolean agentHolds = holder != null && !holder.connected;
        if (agentHolds && holder.dialStatus == DialStatus.NONE) {
            holder.dialStatus = fact.dialStatus();
        }
        OfferOutcome outcome = outcome(fact.dialStatus(), fact.cause(), 0);
        boolean agentIsFree = agentHolds && !holder.legSeen;
        if (agentIsFree) {
            tell(holder, outcome);
        }
        if (agentHolds) {
            holder.offerCall = null;
        }
        if (call != null && call.state == NaiveCall.State.OFFERED && call.offerId == fact.offerId()) {
            line.comesBack(call);
        }
        if (agentIsFree) {
            agents.offerEnded(holder, outcome);
        }
    }

    /** The offer never reached the PBX: both go on as if it had not been made. */
    void lost(NaiveAgent agent) {
        NaiveCall call = agent.offerCall;
        tell(agent, OfferOutcome.LOST);
        agent.offerCall = null;
        if (call != null && call.state == NaiveCall.State.OFFERED) {
            line.comesBack(call);
        }
        if (agent.connected) {
            talkEnded(agent);
        } else {
            agents.offerEnded(agent, OfferOutcome.LOST);
        }
    }

    /** Takes over an offer of an earlier life of the engine, or one that was given up too early. */
    void adopt(NaiveAgent agent, NaiveCall call, long offerId) {
        if (call.agent != null && call.agent != agent) {
            call.agent.offerCall = null;
        }
        boolean otherCall = agent.offerCall != null && agent.offerCall != call;
        if (agent.holdsOffer() && (agent.offerId != offerId || otherCall)) {
            displace(agent);
        }
        call.keptFor = null;
        call.silentAt = NaiveCentre.NEVER;
        call.changeAt = NaiveCentre.NEVER;
        call.state = NaiveCall.State.OFFERED;
        call.agent = agent;
        call.offerId = offerId;
        agent.openOffer(offerId, call, centre.now);
        agent.legSeen = true;
        states.enter(agent, AgentState.RINGING);
        agent.deadline = centre.now + (call.queue.ring < 0 ? centre.ring : call.queue.ring) + centre.grace;
    }

    private void displace(NaiveAgent agent) {
        tell(agent, OfferOutcome.LOST);
        NaiveCall displaced = agent.offerCall;
        if (displaced != null) {
            displaced.agent = null;
        }
        if (displaced != null && displaced.state == NaiveCall.State.OFFERED) {
            displaced.silentAt = centre.now + RETURN;
        }
    }

    private void talkEnded(NaiveAgent agent) {
        if (agent.offerCall != null) {
            agent.offerCall.agent = null;
        }
        agents.offerEnded(agent, OfferOutcome.ANSWERED);
    }

    private void tell(NaiveAgent agent, OfferOutcome outcome) {
        if (!agent.told && !agent.connected) {
            decisions.offerEnded(agent, outcome);
            agent.told = true;
        }
    }

    /** The table of research/asterisk.md 2.3. */
    private static OfferOutcome outcome(DialStatus status, int cause, int sip) {
        if (status == DialStatus.CANCEL) {
            return OfferOutcome.ABANDONED;
        } else if (sip == 603 || cause == 21) {
            return OfferOutcome.REJECTED;
        } else if (sip == 486 || sip == 600 || cause == 17) {
            return OfferOutcome.BUSY;
        }
        return switch (cause) {
            case 1, 18, 20, 22, 34, 58 -> OfferOutcome.UNREACHABLE;
            default ->
                switch (status) {
                    case BUSY -> OfferOutcome.BUSY;
                    case CHANUNAVAIL, CONGESTION -> OfferOutcome.UNREACHABLE;
                    default -> OfferOutcome.NO_ANSWER;
                };
        };
    }
}
