package io.baro.engine.routing;

import io.baro.engine.callcenter.Call;
import io.baro.engine.callcenter.CallCenter;
import io.baro.engine.callcenter.CallState;
import io.baro.engine.message.CallOutcome;
import io.baro.engine.message.RefusalReason;

/** The one way a call ends: out of its line, out of the timers, counted once, told. Runs on: routing thread. */
final class CallEnds {
    private final CallCenter center;
    private final Timers timers;
    private final Facts facts;
    private final Decisions decisions;

    CallEnds(Router.Parts parts) {
        center = parts.center();
        timers = parts.timers();
        facts = parts.facts();
        decisions = parts.decisions();
    }

    /** Ends the call with this outcome; a talking call was answered, and counted so, whatever ends it. */
    void close(Call call, CallOutcome outcome, boolean vanished) {
        boolean talked = call.state == CallState.TALKING;
        call.leaveLine();
        timers.cancel(call);
        timers.cancelChange(call);
        facts.callClosed(call, talked ? CallOutcome.ANSWERED : outcome, vanished);
        if (!talked) {
            center.accounting(call.pbxId()).closed(outcome);
        }
        center.end(call);
    }

    /** Sends the call to the fallback queue of its PBX: it is not ours any more. */
    void divert(Call call, RefusalReason reason) {
        long callId = call.id();
        close(call, CallOutcome.DIVERTED, false);
        decisions.divertCall(callId, reason);
    }
}
