package io.baro.engine.routing;

import io.baro.engine.callcenter.Agent;
import io.baro.engine.callcenter.Call;
import io.baro.engine.callcenter.CallCenter;
import io.baro.engine.callcenter.CallQueue;
import io.baro.engine.callcenter.CallState;
import io.baro.engine.callcenter.OfferIds;
import io.baro.engine.message.AgentState;
import io.baro.engine.message.CallOutcome;
import io.baro.engine.message.DialStatus;
import io.baro.engine.message.OfferOutcome;
import io.baro.engine.message.OfferProgressedDecoder;
import io.baro.engine.message.RefusalReason;

/**
 * What happens to an offer from the instruction to its end. The caller is free of it when his dialplan returns, the agent when his
 * leg hangs up (or none was made): two facts that may come in either order. Runs on: routing thread.
 */
final class OfferFlow {
    /** The dialplan reports within milliseconds of the leg's end; later than this its report is lost. */
    private static final long RETURN_MILLIS = 3_000;

    /** No talk is longer; after it the PBX is asked whether the call still lives. */
    private static final long TALK_SILENCE_MILLIS = 4 * 3_600_000L;

    private final CallCenter center;
    private final Timers timers;
    private final Decisions decisions;
    private final Facts facts;
    private final AgentStates states;
    private final Settings settings;
    private final ContactHistory contacts;
    private final LineFlow lines;
    private final AgentFlow agents;

    OfferFlow(Router.Parts parts, LineFlow lines, AgentFlow agents) {
        center = parts.center();
        timers = parts.timers();
        decisions = parts.decisions();
        facts = parts.facts();
        states = parts.states();
        settings = parts.settings();
        contacts = parts.contacts();
        this.lines = lines;
        this.agents = agents;
    }

    /** The PBX dials the agent: from now on only the end of his leg frees him. */
    void dialled(Agent agent) {
        agent.offer.legSeen = true;
    }

    /** His phone rings. */
    void ringing(Agent agent) {
        agent.offer.legSeen = true;
        if (agent.state == AgentState.RESERVED) {
            states.enter(agent, AgentState.RINGING);
        }
    }

    /** The dial ended with a status; what it means shows when the leg ends. */
    void dialEnded(Agent agent, DialStatus status) {
        agent.offer.dialStatus = status;
    }

    /** Caller and agent are in one bridge. Overrides whatever was concluded before from a lost or crossed fact. */
    void connected(Agent agent, Call call, long offerId, long nowMillis) {
        if (call.state == CallState.TALKING) {
            return;
        }
        if (agent.offer.id != offerId || agent.offer.call != call) {
            adopt(agent, call, offerId, nowMillis);
        }
        call.state = CallState.TALKING;
        call.connectedMillis = nowMillis;
        agent.offer.connected = true;
        agent.offer.connectedMillis = nowMillis;
        agent.offer.legSeen = true;
        timers.cancel(agent);
        timers.arm(call, nowMillis + TALK_SILENCE_MILLIS);
        agent.day.calls++;
        contacts.served(call.callerKey(), agent.id());
        states.enter(agent, AgentState.TALKING);
        center.accounting(call.pbxId()).closed(CallOutcome.ANSWERED);
        facts.callConnected(call);
    }

    /** The agent's leg ended: he is free of the offer. */
    void legEnded(Agent agent, int cause, int techCause, long nowMillis) {
        if (agent.offer.connected) {
            talkEnded(agent, nowMillis);
            return;
        }
        OfferOutcome outcome = OfferOutcomes.of(agent.offer.dialStatus, cause, techCause);
        if (outcome == OfferOutcome.NO_ANSWER && wasRefusedAtOnce(agent, techCause, nowMillis)) {
            outcome = OfferOutcome.REJECTED;
        }
        Call call = agent.offer.call;
        tell(agent, outcome);
        if (call != null) {
            call.agent = null;
            timers.arm(call, nowMillis + RETURN_MILLIS);
        }
        agents.offerEnded(agent, outcome, nowMillis);
    }

    /**
     * The caller's dialplan came back from the dial.
     *
     * @param holder the agent if he still holds this offer, else null
     * @param call the caller's call, or null if it is over
     */
    void returned(Agent holder, Call call, OfferProgressedDecoder fact, long nowMillis) {
        DialStatus status = fact.dialStatus();
        if (status == DialStatus.ANSWER) {
            return;
        }
        boolean agentHolds = holder != null && !holder.offer.connected;
        if (agentHolds && holder.offer.dialStatus == DialStatus.NONE) {
            holder.offer.dialStatus = status;
        }
        OfferOutcome outcome = OfferOutcomes.of(status, fact.cause(), 0);
        boolean noLeg = agentHolds && !holder.offer.legSeen;
        if (noLeg) {
            tell(holder, outcome);
        }
        if (agentHolds) {
            holder.offer.call = null;
        }
        if (call != null && call.state == CallState.OFFERED && call.offerId == fact.offerId()) {
            lines.comeBack(call, nowMillis);
        }
        if (noLeg) {
            agents.offerEnded(holder, outcome, nowMillis);
        }
    }

    /** No evidence that the offer ever reached the PBX: caller and agent go on as if it had not been made. */
    void lost(Agent agent, long nowMillis) {
        Call call = agent.offer.call;
        tell(agent, OfferOutcome.LOST);
        agent.offer.call = null;
        if (call != null && call.state == CallState.OFFERED) {
            lines.comeBack(call, nowMillis);
        }
        if (agent.offer.connected) {
            talkEnded(agent, nowMillis);
        } else {
            agents.offerEnded(agent, OfferOutcome.LOST, nowMillis);
        }
    }

    /** Takes over an offer that an earlier life of the engine made, or that was given up too early. */
    void adopt(Agent agent, Call call, long offerId, long nowMillis) {
        Agent other = call.agent;
        if (other != null && other != agent) {
            other.offer.call = null;
        }
        Call promised = agent.offer.call;
        if (agent.offer.isOpen() && (agent.offer.id != offerId || (promised != null && promised != call))) {
            displace(agent, nowMillis);
        }
        if (call.state == CallState.WAITING) {
            call.leaveLine();
            timers.cancelChange(call);
            call.keptFor = null;
        }
        timers.cancel(call);
        call.state = CallState.OFFERED;
        call.agent = agent;
        call.offerId = offerId;
        agent.offer.open(offerId, call, nowMillis);
        agent.offer.legSeen = true;
        states.enter(agent, AgentState.RINGING);
        timers.arm(agent, nowMillis + settings.ringMillis(call.queue) + settings.offerGraceMillis);
    }

    /** Says that a fact came for an offer that is over. */
    void stale(long offerId) {
        decisions.commandRefused(RefusalReason.STALE_OFFER, OfferProgressedDecoder.TEMPLATE_ID, offerId);
    }

    /** The agent that an offer id names, whether or not he still holds it; null if no such agent. */
    Agent agentOf(long offerId) {
        return center.agent(OfferIds.agentOf(offerId));
    }

    /** The offer that the agent held until a fact proved another: its caller is free of it when nothing more is heard. */
    private void displace(Agent agent, long nowMillis) {
        tell(agent, OfferOutcome.LOST);
        Call displaced = agent.offer.call;
        if (displaced != null) {
            displaced.agent = null;
        }
        if (displaced != null && displaced.state == CallState.OFFERED) {
            timers.arm(displaced, nowMillis + RETURN_MILLIS);
        }
    }

    /** Do not disturb: a phone says 480 at once, and says the same when it rang out. */
    private boolean wasRefusedAtOnce(Agent agent, int techCause, long nowMillis) {
        return techCause == OfferOutcomes.SIP_TEMPORARILY_UNAVAILABLE
                && nowMillis - agent.offer.openedMillis < settings.ringMillis(agent.offer.queue) / 2;
    }

    private void talkEnded(Agent agent, long nowMillis) {
        if (agent.offer.call != null) {
            agent.offer.call.agent = null;
        }
        CallQueue queue = agent.offer.queue;
        queue.estimate().served(nowMillis - agent.offer.openedMillis + settings.wrapUpMillis(queue));
        agents.offerEnded(agent, OfferOutcome.ANSWERED, nowMillis);
    }

    private void tell(Agent agent, OfferOutcome outcome) {
        if (!agent.offer.told && !agent.offer.connected) {
            facts.offerEnded(agent, outcome);
            agent.offer.told = true;
        }
    }
}
