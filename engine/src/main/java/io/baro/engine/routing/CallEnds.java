package io.baro.engine.routing;

import io.baro.engine.callcenter.Call;
import io.baro.engine.callcenter.CallCenter;
import io.baro.engine.callcenter.CallState;
import io.baro.engine.message.CallOutcome;
import io.baro.engine.message.RefusalReason;

/** The one way a call ends: out of its line, out of the timers, counted once, told. Runs on: routing thread. */
final class CallEnds {
    /** A redirect takes effect within milliseconds; what comes within this may have crossed it. */
    private static final long DIVERT_SETTLES_MILLIS = 2_000;

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
    void divert(Call call, RefusalReason reason, long nowMillis) {
        long callId = call.id();
        close(call, CallOutcome.DIVERTED, false);
        divert(callId, reason, nowMillis);
    }

    /** Sends a call that is not ours there, and remembers it: what its PBX still says of it is no new call. */
    void divert(long callId, RefusalReason reason, long nowMillis) {
        center.diverted().add(callId, nowMillis);
        decisions.divertCall(callId, reason);
    }

    /** Whether a call that asks to be let in was sent away before; if it is still here after a while, it is sent again. */
    boolean wasDiverted(long callId, int templateId, long nowMillis) {
        if (!center.diverted().contains(callId)) {
            return false;
        }
        if (nowMillis - center.diverted().divertedMillis(callId) < DIVERT_SETTLES_MILLIS) {
            decisions.commandRefused(RefusalReason.WRONG_STATE, templateId, callId);
        } else {
            divert(callId, RefusalReason.SHED, nowMillis);
        }
        return true;
    }
}
