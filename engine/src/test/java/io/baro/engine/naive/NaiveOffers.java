package io.baro.engine.naive;

import io.baro.engine.callcenter.CallIds;
import io.baro.engine.callcenter.OfferIds;
import io.baro.engine.message.AgentState;
import io.baro.engine.message.DialStatus;
import io.baro.engine.message.OfferOutcome;
import io.baro.engine.message.OfferProgressedDecoder;
import io.baro.engine.message.OfferStage;
import io.baro.engine.message.RefusalReason;
import java.util.ArrayList;
import java.util.List;

/** An offer from the instruction to its end: the caller is free when his dialplan returns, the agent when his leg has ended. */
final class NaiveOffers {
    private static final long RETURN = 3_000;
    private static final long LONGEST_TALK = 4 * 3_600_000L;

    private final NaiveCentre centre;
    private final NaiveDecisions decisions;
    private final NaiveAgentStates states;
    private final NaiveLine line;
    private final NaiveAgents agents;
    private final NaiveDesk desk;

    NaiveOffers(
            NaiveCentre centre,
            NaiveDecisions decisions,
            NaiveAgentStates states,
            NaiveLine line,
            NaiveAgents agents,
            NaiveDesk desk) {
        this.centre = centre;
        this.decisions = decisions;
        this.states = states;
        this.line = line;
        this.agents = agents;
        this.desk = desk;
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
        List<NaiveAgent> others = new ArrayList<>(call.agents);
        others.remove(agent);
        others.forEach(call::part);
        call.state = NaiveCall.State.TALKING;
        call.connected = centre.now;
        call.silentAt = centre.now + LONGEST_TALK;
        agent.connected = true;
        agent.legSeen = true;
        agent.deadline = NaiveCentre.NEVER;
        agent.answeredToday++;
        if (CallIds.isCallback(call.id)) {
            states.enter(agent, AgentState.TALKING);
            desk.connected(call);
            others.forEach(this::answeredElsewhere);
            return;
        }
        if (call.callerKey != 0) {
            centre.lastAgentOf.put(call.callerKey, agent.id);
        }
        states.enter(agent, AgentState.TALKING);
        decisions.callConnected(call);
        others.forEach(this::answeredElsewhere);
        desk.gotThrough(call.callerKey);
    }

    /** Routing 28: no fault of his; with a leg he is free when that ends. */
    private void answeredElsewhere(NaiveAgent agent) {
        agent.elsewhere = true;
        tell(agent, OfferOutcome.ANSWERED_ELSEWHERE);
        if (!agent.legSeen) {
            agents.offerEnded(agent, OfferOutcome.ANSWERED_ELSEWHERE);
        }
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
        if (agent.elsewhere) {
            outcome = OfferOutcome.ANSWERED_ELSEWHERE;
        }
        tell(agent, outcome);
        if (agent.offerCall != null) {
            leaves(agent.offerCall, agent);
        }
        agents.offerEnded(agent, outcome);
    }

    /** The caller's dialplan goes on; without a leg the agent is free, too. */
    private void returned(NaiveAgent holder, NaiveCall call, OfferProgressedDecoder fact) {
        if (fact.dialStatus() == DialStatus.ANSWER) {
            return;
        }
        boolean isBack =
                call != null && call.state == NaiveCall.State.OFFERED && isOneRing(call.offerId, fact.offerId());
        List<NaiveAgent> dialled = isBack ? new ArrayList<>(call.agents) : new ArrayList<>();
        if (holder != null && !holder.connected && !dialled.contains(holder)) {
            dialled.addFirst(holder);
            if (holder.offerCall != null) {
                holder.offerCall.part(holder);
            }
        }
        for (NaiveAgent agent : dialled) {
            agent.dialStatus = agent.dialStatus == DialStatus.NONE ? fact.dialStatus() : agent.dialStatus;
        }
        List<NaiveAgent> free = dialled.stream().filter(agent -> !agent.legSeen).toList();
        free.forEach(agent -> tell(agent, withoutLeg(agent, fact)));
        if (isBack && call.isPromise()) {
            List.copyOf(call.agents).forEach(call::part);
            call.silentAt = centre.now + RETURN;
        } else if (isBack) {
            line.comesBack(call);
        }
        free.forEach(agent -> agents.offerEnded(agent, withoutLeg(agent, fact)));
    }

    /** Routing 29: what the dialplan says is of the phones it dialled. */
    private static OfferOutcome withoutLeg(NaiveAgent agent, OfferProgressedDecoder fact) {
        return agent.together ? OfferOutcome.UNREACHABLE : outcome(fact.dialStatus(), fact.cause(), 0);
    }

    private static boolean isOneRing(long one, long other) {
        return OfferIds.countOf(one) == OfferIds.countOf(other);
    }

    /** The offers never reached the PBX: all go on as if they had not been made. */
    void lost(NaiveCall call) {
        List<NaiveAgent> rung = List.copyOf(call.agents);
        rung.forEach(agent -> tell(agent, OfferOutcome.LOST));
        comesBack(call);
        rung.forEach(this::lost);
    }

    /** It goes on after an offer whose end nobody reported. */
    void comesBack(NaiveCall call) {
        if (call.isPromise()) {
            List.copyOf(call.agents).forEach(call::part);
            desk.ended(call);
        } else {
            line.comesBack(call);
        }
    }

    /** The PBX holds no caller for him. */
    void lost(NaiveAgent agent) {
        tell(agent, OfferOutcome.LOST);
        if (agent.connected) {
            talkEnded(agent);
        } else {
            agents.offerEnded(agent, OfferOutcome.LOST);
        }
    }

    /** Takes over an offer of an earlier life of the engine, or one that was given up too early. */
    void adopt(NaiveAgent agent, NaiveCall call, long offerId) {
        boolean joins = call.state == NaiveCall.State.OFFERED
                && isOneRing(call.offerId, offerId)
                && OfferIds.agentOf(offerId) == agent.id;
        if (!joins) {
            List.copyOf(call.agents).stream().filter(other -> other != agent).forEach(call::part);
            call.offerId = offerId;
        }
        boolean otherCall = agent.offerCall != null && agent.offerCall != call;
        if (agent.holdsOffer() && (agent.offerId != offerId || otherCall)) {
            displace(agent);
        }
        call.keptFor = null;
        call.silentAt = NaiveCentre.NEVER;
        call.changeAt = NaiveCentre.NEVER;
        call.state = NaiveCall.State.OFFERED;
        call.agents.add(agent);
        agent.openOffer(offerId, call, centre.now);
        agent.legSeen = true;
        states.enter(agent, AgentState.RINGING);
        agent.deadline = centre.now + (call.queue.ring < 0 ? centre.ring : call.queue.ring) + centre.grace;
    }

    private void displace(NaiveAgent agent) {
        tell(agent, OfferOutcome.LOST);
        if (agent.offerCall != null) {
            leaves(agent.offerCall, agent);
        }
    }

    /** Nobody rings any more: the dialplan is to report soon. */
    private void leaves(NaiveCall call, NaiveAgent agent) {
        call.part(agent);
        if (call.state == NaiveCall.State.OFFERED && call.agents.isEmpty()) {
            call.silentAt = centre.now + RETURN;
        }
    }

    private void talkEnded(NaiveAgent agent) {
        if (agent.offerCall != null) {
            agent.offerCall.part(agent);
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
        if (cause == 26) {
            return OfferOutcome.ANSWERED_ELSEWHERE;
        } else if (status == DialStatus.CANCEL) {
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
