package io.baro.engine.routing;

import io.baro.engine.callcenter.Agent;
import io.baro.engine.callcenter.Call;
import io.baro.engine.callcenter.CallCenter;
import io.baro.engine.callcenter.CallIds;
import io.baro.engine.callcenter.CallQueue;
import io.baro.engine.callcenter.CallState;
import io.baro.engine.callcenter.Reservation;
import io.baro.engine.message.CallArrivedDecoder;
import io.baro.engine.message.CallOutcome;
import io.baro.engine.message.CallWaitingDecoder;
import io.baro.engine.message.DialStatus;
import io.baro.engine.message.OfferOutcome;
import io.baro.engine.message.RefusalReason;

/**
 * What happens to a call outside an offer: admission, menu or line, waiting, leaving. Runs on: routing thread.
 */
final class CallFlow {
    /** Longest stay in entry and menu before the PBX is asked: two menu tries of 5 s and prompts take under a minute. */
    private static final long MENU_SILENCE_MILLIS = 300_000;

    /** A waiting call is heard of every loop turn, 5-15 s; after eight missed turns the PBX is asked. */
    private static final long WAITING_SILENCE_MILLIS = 120_000;

    private final CallCenter center;
    private final Timers timers;
    private final Decisions decisions;
    private final Facts facts;
    private final Settings settings;
    private final RuleBook rules;
    private final ContactHistory contacts;
    private final Matcher matcher;
    private final AgentFlow agents;

    CallFlow(Router.Parts parts, Matcher matcher, AgentFlow agents) {
        center = parts.center();
        timers = parts.timers();
        decisions = parts.decisions();
        facts = parts.facts();
        settings = parts.settings();
        rules = parts.rules();
        contacts = parts.contacts();
        this.matcher = matcher;
        this.agents = agents;
    }

    /** A caller came in. Rules send him past the menu or into it. Told twice, it changes nothing. */
    void arrived(long callId, long callerKey, int age, CallQueue entry, long nowMillis) {
        if (center.call(callId) != null) {
            return;
        }
        contacts.record(callerKey, nowMillis);
        Call call = admit(callId, callerKey, age, entry.id(), nowMillis);
        if (call == null) {
            return;
        }
        rules.current().markAtEntry(call, contacts, nowMillis);
        if (!rules.current().routesToAgent(call)) {
            decisions.routeToMenu(call);
        } else if (!joinLine(call, entry, nowMillis, nowMillis)) {
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
            case WAITING -> stillWaiting(call, nowMillis);
            case OFFERED -> returnedUnreported(call, nowMillis);
            case TALKING, ENDED -> {}
        }
    }

    /** Stands in line with an arrival; true if an agent was offered at once. */
    boolean joinLine(Call call, CallQueue queue, long joinedMillis, long nowMillis) {
        call.queue = queue;
        call.joinedMillis = Math.min(joinedMillis, nowMillis);
        rules.current().refresh(queue, decisions);
        rules.current().markAtJoin(call, contacts, nowMillis);
        return standInLine(call, nowMillis, true);
    }

    /** Comes back to the line after an offer, with the rank it had. */
    void backInLine(Call call, long nowMillis) {
        call.agent = null;
        standInLine(call, nowMillis, false);
    }

    /** The caller's channel ended. */
    void hungUp(Call call, long nowMillis) {
        leaveAgent(call, nowMillis);
        close(call, CallOutcome.ABANDONED, false);
    }

    /** The dialplan took the call to the fallback queue: it is not ours any more, and its agent is free. */
    void failedOver(Call call, long nowMillis) {
        leaveAgent(call, nowMillis);
        close(call, CallOutcome.FAILED_OVER, false);
    }

    /** A resync did not find the call: it ended unseen. */
    void vanished(Call call, long nowMillis) {
        leaveAgent(call, nowMillis);
        close(call, CallOutcome.ABANDONED, true);
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
            decisions.divertCall(callId, RefusalReason.CALL_LIMIT);
            return null;
        }
        call.seenInResync = center.pbx(pbxId).resync;
        timers.arm(call, nowMillis + MENU_SILENCE_MILLIS);
        return call;
    }

    /** Ends the call with this outcome; a talking call was answered, and counted so, whatever ends it. */
    void close(Call call, CallOutcome outcome, boolean vanished) {
        boolean talked = call.state == CallState.TALKING;
        if (call.queue != null) {
            call.queue.waiting.leave(call.inQueue);
        }
        timers.cancel(call);
        facts.callClosed(call, talked ? CallOutcome.ANSWERED : outcome, vanished);
        if (!talked) {
            center.accounting(call.pbxId()).closed(outcome);
        }
        center.end(call);
    }

    /** Shows that a waiting call lives, and whether it should be asked about a callback now. */
    void stillWaiting(Call call, long nowMillis) {
        timers.arm(call, nowMillis + WAITING_SILENCE_MILLIS);
        rules.current().refresh(call.queue, decisions);
        if (call.shedNever || call.callbackOffered || call.callerKey() == 0) {
            return;
        }
        int fired = rules.current().callbackRules(call, contacts, nowMillis);
        if (fired != 0) {
            call.rulesFired |= fired;
            call.callbackOffered = true;
            decisions.offerCallback(call);
        }
    }

    /** Heard of first in the loop: a lost arrival, or a caller whose reservation was recorded but never confirmed to him. */
    private Call admitFromLoop(CallWaitingDecoder command, CallQueue queue, long nowMillis) {
        long callId = command.callId();
        Reservation reserved = center.reservations().ofCaller(command.callerKey());
        if (reserved != null && reserved.id() == callId) {
            decisions.confirmReservation(callId, callId, reserved.queueId());
            return null;
        }
        contacts.record(command.callerKey(), nowMillis);
        return admit(callId, command.callerKey(), command.callerAge(), queue.id(), nowMillis);
    }

    private void joinFromLoop(Call call, CallQueue queue, long joinedMillis, long nowMillis) {
        if (!joinLine(call, queue, joinedMillis, nowMillis)) {
            stillWaiting(call, nowMillis);
        }
    }

    /** In the loop although offered: a turn that crossed the redirect, unless the agent's leg has ended already. */
    private void returnedUnreported(Call call, long nowMillis) {
        if (call.agent == null) {
            backInLine(call, nowMillis);
        }
    }

    private boolean standInLine(Call call, long nowMillis, boolean tell) {
        call.state = CallState.WAITING;
        call.queue.join(call);
        if (tell) {
            facts.callJoined(call);
        }
        timers.arm(call, nowMillis + WAITING_SILENCE_MILLIS);
        return matcher.offerToBestAgent(call, nowMillis);
    }

    /** Parts a call from the agent it was offered to. An agent whose leg was seen is freed only by that leg's end. */
    private void leaveAgent(Call call, long nowMillis) {
        Agent agent = call.agent;
        if (agent == null) {
            return;
        }
        call.agent = null;
        agent.offer.call = null;
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
