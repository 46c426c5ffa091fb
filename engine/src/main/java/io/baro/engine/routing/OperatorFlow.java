package io.baro.engine.routing;

import io.baro.engine.callcenter.Call;
import io.baro.engine.callcenter.CallCenter;
import io.baro.engine.callcenter.CallQueue;
import io.baro.engine.callcenter.CallState;
import io.baro.engine.message.RefusalReason;

/**
 * What somebody does by hand to a caller in line: another head start, another queue, the fallback queue (docs/routing.md 46-48). What
 * cannot be done is refused with its reason, and the call stays as it is. Never asks who wants it. Runs on: routing thread.
 */
final class OperatorFlow {
    private final CallCenter center;
    private final Facts facts;
    private final RuleBook rules;
    private final LineFlow lines;
    private final CallEnds ends;

    OperatorFlow(Router.Parts parts, LineFlow lines, CallEnds ends) {
        center = parts.center();
        facts = parts.facts();
        rules = parts.rules();
        this.lines = lines;
        this.ends = ends;
    }

    /** Gives the call another head start, at once or when it comes back from its offer; why not, or null. */
    RefusalReason rank(Call call, long boostMillis) {
        boolean stands = isInLine(call);
        if (!stands && !(call.state == CallState.OFFERED && !call.isCallback())) {
            return RefusalReason.WRONG_STATE;
        }
        call.leaveLine();
        call.boostMillis = rules.of(call).headStart(boostMillis);
        call.rulesAsked = true;
        if (stands) {
            call.standInLine();
        }
        facts.callReranked(call);
        return null;
    }

    /** Sends the call to another queue; why not, or null. */
    RefusalReason move(Call call, int queueId, long nowMillis) {
        CallQueue target = center.queue(queueId);
        if (!isInLine(call)) {
            return RefusalReason.WRONG_STATE;
        }
        if (target == null || target.pbxId() != call.pbxId()) {
            return RefusalReason.UNKNOWN_QUEUE;
        }
        if (target == call.queue) {
            return RefusalReason.WRONG_STATE;
        }
        if (!target.open || target.isFull()) {
            return target.open ? RefusalReason.QUEUE_FULL : RefusalReason.QUEUE_CLOSED;
        }
        lines.moveTo(call, target, nowMillis);
        return null;
    }

    /** Takes the call out of the line, to the fallback queue of its PBX; why not, or null. */
    RefusalReason withdraw(Call call, long nowMillis) {
        if (!isInLine(call)) {
            return RefusalReason.WRONG_STATE;
        }
        ends.divert(call, RefusalReason.BY_OPERATOR, nowMillis);
        return null;
    }

    /** The place of a callback is its reservation's, for the desk to keep. */
    private static boolean isInLine(Call call) {
        return call.state == CallState.WAITING && !call.isCallback();
    }
}
