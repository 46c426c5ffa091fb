package io.baro.engine.routing;

import io.baro.engine.callcenter.Agent;
import io.baro.engine.callcenter.Call;
import io.baro.engine.callcenter.CallCenter;
import io.baro.engine.callcenter.CallState;
import io.baro.engine.callcenter.OfferIds;
import io.baro.engine.callcenter.Ring;
import io.baro.engine.message.AgentState;
import io.baro.engine.message.CallOutcome;
import io.baro.engine.message.DialStatus;
import io.baro.engine.message.OfferOutcome;
import io.baro.engine.message.OfferProgressedDecoder;
import io.baro.engine.message.RefusalReason;

/**
 * What happens to an offer from the instruction to its end. The caller is free of it when his dialplan returns, the agent when his
 * leg hangs up (or none was made): two facts that may come in either order. Several agents may ring for one call; the first who is
 * connected has it, and the others go on as if they had not been asked. Runs on: routing thread.
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
    private final OfferEnds ends;
    private final CallbackDesk desk;
    private final CustomerSide customers;

    OfferFlow(Router.Parts parts, LineFlow lines, AgentFlow agents, CallbackDesk desk, CustomerSide customers) {
        center = parts.center();
        timers = parts.timers();
        decisions = parts.decisions();
        facts = parts.facts();
        states = parts.states();
        settings = parts.settings();
        contacts = parts.contacts();
        this.lines = lines;
        ends = new OfferEnds(parts, agents);
        this.desk = desk;
        this.customers = customers;
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
        Agent others = Ring.keep(call, agent);
        call.state = CallState.TALKING;
        call.connectedMillis = nowMillis;
        agent.offer.connected = true;
        agent.offer.connectedMillis = nowMillis;
        agent.offer.legSeen = true;
        timers.cancel(agent);
        timers.arm(call, nowMillis + TALK_SILENCE_MILLIS);
        agent.day.calls++;
        states.enter(agent, AgentState.TALKING);
        if (call.isCallback()) {
            customers.connected(call);
        } else {
            contacts.served(call.callerKey(), agent.id());
            center.accounting(call.pbxId()).closed(CallOutcome.ANSWERED);
            facts.callConnected(call);
        }
        ends.answeredElsewhere(others, nowMillis);
        if (!call.isCallback()) {
            desk.gotThrough(call.callerKey(), nowMillis);
        }
    }

    /** The agent's leg ended: he is free of the offer. Others who ring for the call ring on. */
    void legEnded(Agent agent, int cause, int techCause, long nowMillis) {
        if (agent.offer.connected) {
            ends.talkEnded(agent, nowMillis);
            return;
        }
        OfferOutcome outcome = outcomeOf(agent, cause, techCause, nowMillis);
        Call call = agent.offer.call;
        ends.tell(agent, outcome);
        if (call != null) {
            leave(call, agent, nowMillis);
        }
        ends.end(agent, outcome, nowMillis);
    }

    private OfferOutcome outcomeOf(Agent agent, int cause, int techCause, long nowMillis) {
        if (agent.offer.elsewhere) {
            return OfferOutcome.ANSWERED_ELSEWHERE;
        }
        OfferOutcome outcome = OfferOutcomes.of(agent.offer.dialStatus, cause, techCause);
        return outcome == OfferOutcome.NO_ANSWER && wasRefusedAtOnce(agent, techCause, nowMillis)
                ? OfferOutcome.REJECTED
                : outcome;
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
        boolean comesBack =
                call != null && call.state == CallState.OFFERED && OfferIds.areTogether(call.offerId, fact.offerId());
        Agent first = comesBack ? Ring.partAll(call) : null;
        if (holder != null && !holder.offer.connected && !isAmong(first, holder)) {
            OfferEnds.orphan(holder);
            holder.offer.alongside = first;
            first = holder;
        }
        ends.tellReturned(first, status, fact.cause());
        if (comesBack && call.isPromise()) {
            timers.arm(call, nowMillis + RETURN_MILLIS);
        } else if (comesBack) {
            lines.comeBack(call, nowMillis);
        }
        ends.returned(first, status, fact.cause(), nowMillis);
    }

    /** The PBX holds no caller for this agent any more: he goes on as if the offer had not been made. */
    void lost(Agent orphan, long nowMillis) {
        ends.tellLost(orphan);
        ends.lost(orphan, nowMillis);
    }

    /** No evidence that the offer ever reached the PBX: caller and agents go on as if it had not been made. */
    void lost(Call call, long nowMillis) {
        Agent first = Ring.partAll(call);
        ends.tellLost(first);
        comeBack(call, nowMillis);
        ends.lost(first, nowMillis);
    }

    /** Goes on after an offer whose end nobody reported. */
    void comeBack(Call call, long nowMillis) {
        if (call.isPromise()) {
            Ring.partAll(call);
            desk.ended(call, nowMillis);
        } else {
            lines.comeBack(call, nowMillis);
        }
    }

    /** Takes over an offer that an earlier life of the engine made, or that was given up too early. */
    void adopt(Agent agent, Call call, long offerId, long nowMillis) {
        boolean joins = call.state == CallState.OFFERED
                && OfferIds.areTogether(call.offerId, offerId)
                && OfferIds.agentOf(offerId) == agent.id();
        if (!joins) {
            Ring.partOthers(call, agent);
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
        if (!joins) {
            call.offerId = offerId;
        }
        agent.offer.open(offerId, call, nowMillis);
        Ring.join(call, agent);
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
        ends.tell(agent, OfferOutcome.LOST);
        Call displaced = agent.offer.call;
        if (displaced != null && displaced.state == CallState.OFFERED) {
            leave(displaced, agent, nowMillis);
        } else if (displaced != null) {
            Ring.part(displaced, agent);
        }
    }

    /** The call is without this agent; if nobody else rings for it, its dialplan is to report soon. */
    private void leave(Call call, Agent agent, long nowMillis) {
        Ring.part(call, agent);
        if (call.agent == null) {
            timers.arm(call, nowMillis + RETURN_MILLIS);
        }
    }

    /** Do not disturb: a phone says 480 at once, and says the same when it rang out. */
    private boolean wasRefusedAtOnce(Agent agent, int techCause, long nowMillis) {
        return techCause == OfferOutcomes.SIP_TEMPORARILY_UNAVAILABLE
                && nowMillis - agent.offer.openedMillis < settings.ringMillis(agent.offer.queue) / 2;
    }

    private static boolean isAmong(Agent first, Agent sought) {
        Agent each = first;
        while (each != null && each != sought) {
            each = each.offer.alongside;
        }
        return each != null;
    }
}
