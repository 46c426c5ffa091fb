package io.baro.engine.routing;

import io.baro.engine.callcenter.Agent;
import io.baro.engine.callcenter.Call;
import io.baro.engine.callcenter.CallCenter;
import io.baro.engine.callcenter.CallIds;
import io.baro.engine.callcenter.CallQueue;
import io.baro.engine.callcenter.CallState;
import io.baro.engine.callcenter.Reservation;
import io.baro.engine.callcenter.Ring;
import io.baro.engine.message.CallArrivedDecoder;
import io.baro.engine.message.CallOutcome;
import io.baro.engine.message.CallWaitingDecoder;
import io.baro.engine.message.DialStatus;
import io.baro.engine.message.OfferOutcome;
import io.baro.engine.message.RefusalReason;

/**
 * What happens to a call outside an offer and outside the line: admission, menu, leaving. Runs on: routing thread.
 */
final class CallFlow {
    /** Longest stay in entry and menu before the PBX is asked: two menu tries of 5 s and prompts take under a minute. */
    private static final long MENU_SILENCE_MILLIS = 300_000;

    private final CallCenter center;
    private final Timers timers;
    private final Decisions decisions;
    private final Facts facts;
    private final Settings settings;
    private final RuleBook rules;
    private final RuleFacts ruleFacts;
    private final ContactHistory contacts;
    private final LineFlow lines;
    private final CallEnds ends;
    private final AgentFlow agents;
    private final CallbackDesk desk;
    private final CustomerSide customers;

    CallFlow(
            Router.Parts parts,
            LineFlow lines,
            CallEnds ends,
            AgentFlow agents,
            CallbackDesk desk,
            CustomerSide customers) {
        center = parts.center();
        timers = parts.timers();
        decisions = parts.decisions();
        facts = parts.facts();
        settings = parts.settings();
        rules = parts.rules();
        ruleFacts = parts.ruleFacts();
        contacts = parts.contacts();
        this.lines = lines;
        this.ends = ends;
        this.agents = agents;
        this.desk = desk;
        this.customers = customers;
    }

    /** A caller came in. Rules send him past the menu or into it. Told twice, it changes nothing. */
    void arrived(CallArrivedDecoder command, CallQueue entry, long nowMillis) {
        long callId = command.callId();
        if (center.call(callId) != null || ends.wasDiverted(callId, CallArrivedDecoder.TEMPLATE_ID, nowMillis)) {
            return;
        }
        contacts.record(command.callerKey(), nowMillis);
        Call call = admit(callId, command.callerKey(), command.callerAge(), entry.id(), nowMillis);
        if (call == null) {
            return;
        }
        call.dedicatedAgentId = command.dedicatedAgentId();
        call.teamQueueId = command.teamQueueId();
        RuleSet set = rules.of(call);
        set.markAtEntry(call, ruleFacts, nowMillis);
        if (!set.routesToAgent(call)) {
            decisions.routeToMenu(call);
            return;
        }
        lines.join(call, entry, nowMillis, nowMillis);
        if (call.state == CallState.WAITING) {
            decisions.holdInQueue(call);
        }
    }

    /** The call is in the park loop: joins the line once, then only shows that it lives. */
    void waiting(CallWaitingDecoder command, CallQueue queue, long nowMillis) {
        Call call = center.call(command.callId());
        if (call == null) {
            call = admitFromLoop(command, queue, nowMillis);
            if (call == null) {
                return;
            }
        }
        switch (call.state) {
            case ENTERING -> joinFromLoop(call, queue, nowMillis - command.waitedMillis(), nowMillis);
            case WAITING -> lines.turn(call, nowMillis);
            case OFFERED -> returnedUnreported(call, nowMillis);
            case TALKING, ENDED -> {}
        }
    }

    /** A callback in the park loop: its customer was called first, and no agent has him. */
    void customerWaits(Reservation reservation, long nowMillis) {
        Call call = reservation.call == null ? desk.seen(reservation, nowMillis) : reservation.call;
        if (call == null || call.state == CallState.TALKING) {
            return;
        }
        customers.isOnLine(call);
        switch (call.state) {
            case ENTERING -> lines.callback(call, nowMillis);
            case WAITING -> lines.turn(call, nowMillis);
            case OFFERED -> returnedUnreported(call, nowMillis);
            case TALKING, ENDED -> {}
        }
    }

    /** The caller's channel ended. */
    void hungUp(Call call, long nowMillis) {
        if (call.state == CallState.WAITING && !call.isCallback()) {
            call.queue.estimate().abandoned(call.waitedMillis(nowMillis));
        }
        leaves(call, CallOutcome.ABANDONED, false, nowMillis);
    }

    /** The dialplan took the call to the fallback queue: it is not ours any more, and its agent is free. */
    void failedOver(Call call, long nowMillis) {
        if (call.isCallback()) {
            customers.servedElsewhere(call);
            leaveAgents(call, nowMillis);
            desk.ended(call, nowMillis);
            return;
        }
        leaves(call, CallOutcome.FAILED_OVER, false, nowMillis);
    }

    /** A resync did not find the call: it ended unseen. */
    void vanished(Call call, long nowMillis) {
        leaves(call, CallOutcome.ABANDONED, true, nowMillis);
    }

    /** Whether a call was sent to the fallback queue before: what its PBX still says of it is no new call. */
    boolean wasDiverted(long callId, int templateId, long nowMillis) {
        return ends.wasDiverted(callId, templateId, nowMillis);
    }

    /** Admits a call and counts it as offered; at the limit refuses it, counted too, and returns null. */
    Call admit(long callId, long callerKey, int age, int queueId, long nowMillis) {
        int pbxId = CallIds.pbxOf(callId);
        center.accounting(pbxId).offered();
        facts.callAdmitted(callId, queueId);
        Call call = center.admit(callId, callerKey, age, nowMillis);
        if (call == null) {
            center.accounting(pbxId).closed(CallOutcome.REFUSED);
            facts.callRefused(callId, queueId);
            decisions.commandRefused(RefusalReason.CALL_LIMIT, CallArrivedDecoder.TEMPLATE_ID, callId);
            ends.divert(callId, RefusalReason.CALL_LIMIT, nowMillis);
            return null;
        }
        call.rulesVersion = rules.choose(callId).version();
        call.seenInResync = center.pbx(pbxId).resync;
        timers.arm(call, nowMillis + MENU_SILENCE_MILLIS);
        return call;
    }

    /** Heard of first in the loop: a lost arrival, or a caller whose reservation was recorded but never confirmed to him. */
    private Call admitFromLoop(CallWaitingDecoder command, CallQueue queue, long nowMillis) {
        long callId = command.callId();
        if (ends.wasDiverted(callId, CallWaitingDecoder.TEMPLATE_ID, nowMillis)) {
            return null;
        }
        Reservation reserved = center.reservations().get(callId);
        if (reserved != null) {
            decisions.confirmReservation(callId, callId, reserved.queueId());
            return null;
        }
        contacts.record(command.callerKey(), nowMillis);
        Call call = admit(callId, command.callerKey(), command.callerAge(), queue.id(), nowMillis);
        if (call != null) {
            call.dedicatedAgentId = command.dedicatedAgentId();
            call.teamQueueId = command.teamQueueId();
        }
        return call;
    }

    private void joinFromLoop(Call call, CallQueue queue, long joinedMillis, long nowMillis) {
        lines.join(call, queue, joinedMillis, nowMillis);
        if (call.state == CallState.WAITING) {
            lines.turn(call, nowMillis);
        }
    }

    /** In the loop although offered: a turn that crossed the redirect, unless the agent's leg has ended already. */
    private void returnedUnreported(Call call, long nowMillis) {
        if (call.agent == null) {
            lines.comeBack(call, nowMillis);
        }
    }

    /** Its channel ended. A callback that waits alone has none: it was that of a try before. */
    private void leaves(Call call, CallOutcome outcome, boolean unseen, long nowMillis) {
        if (!call.isCallback()) {
            leaveAgents(call, nowMillis);
            ends.close(call, outcome, unseen);
        } else if (call.state != CallState.WAITING || call.onLine) {
            boolean begun = call.agent == null || call.agent.offer.legSeen;
            leaveAgents(call, nowMillis);
            if (unseen) {
                customers.endedUnseen(call);
            }
            customers.left(call, begun, nowMillis);
        }
    }

    private void leaveAgents(Call call, long nowMillis) {
        while (call.agent != null) {
            leaveAgent(call, call.agent, nowMillis);
        }
    }

    /** Parts a call from an agent it was offered to. An agent whose leg was seen is freed only by that leg's end. */
    private void leaveAgent(Call call, Agent agent, long nowMillis) {
        Ring.part(call, agent);
        if (agent.offer.connected) {
            timers.arm(agent, nowMillis + settings.offerGraceMillis);
            return;
        }
        agent.offer.dialStatus = DialStatus.CANCEL;
        facts.offerEnded(agent, OfferOutcome.ABANDONED);
        agent.offer.told = true;
        if (!agent.offer.legSeen) {
            agents.offerEnded(agent, OfferOutcome.ABANDONED, nowMillis);
        }
    }
}
