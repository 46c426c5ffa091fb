package io.baro.engine.naive;

import io.baro.engine.callcenter.CallIds;
import io.baro.engine.message.CallArrivedDecoder;
import io.baro.engine.message.CallFailedOverDecoder;
import io.baro.engine.message.CallHungUpDecoder;
import io.baro.engine.message.CallOutcome;
import io.baro.engine.message.CallWaitingDecoder;
import io.baro.engine.message.CallbackAcceptedDecoder;
import io.baro.engine.message.CallbackDeclinedDecoder;
import io.baro.engine.message.DialStatus;
import io.baro.engine.message.OfferOutcome;
import io.baro.engine.message.RedirectRefusedDecoder;
import io.baro.engine.message.RefusalReason;
import io.baro.engine.message.ReservationKind;
import java.util.List;

/** Routing 10 and the ends of a call: admission, menu, hang-up, fail-over, callback. */
final class NaiveCalls {
    private static final long MENU_SILENCE = 300_000;

    private final NaiveCentre centre;
    private final NaiveDecisions decisions;
    private final NaiveRules rules;
    private final NaiveLine line;
    private final NaiveAgents agents;
    private final NaiveDesk desk;

    NaiveCalls(
            NaiveCentre centre,
            NaiveDecisions decisions,
            NaiveRules rules,
            NaiveLine line,
            NaiveAgents agents,
            NaiveDesk desk) {
        this.centre = centre;
        this.decisions = decisions;
        this.rules = rules;
        this.line = line;
        this.agents = agents;
        this.desk = desk;
    }

    void arrived(CallArrivedDecoder fact) {
        NaiveQueue entry = queueOf(fact.callId(), fact.queueId(), CallArrivedDecoder.TEMPLATE_ID);
        boolean known = entry == null || centre.call(fact.callId()) != null;
        if (known || line.wasDiverted(fact.callId(), CallArrivedDecoder.TEMPLATE_ID)) {
            return;
        }
        noteContact(fact.callerKey());
        NaiveCall call = admit(fact.callId(), fact.callerKey(), fact.callerAge(), entry.id);
        if (call == null) {
            return;
        }
        call.dedicatedAgent = fact.dedicatedAgentId();
        call.teamQueue = fact.teamQueueId();
        rules.askAtEntry(call);
        if (!rules.routesToAgent(call)) {
            decisions.routeToMenu(call);
            return;
        }
        line.join(call, entry, centre.now);
        if (call.waits() && centre.calls.contains(call)) {
            decisions.holdInQueue(call);
        }
    }

    void waiting(CallWaitingDecoder fact) {
        NaiveReservation called = centre.reservationOfCallback(fact.callId());
        if (CallIds.isCallback(fact.callId()) && called != null) {
            customerWaits(called);
            return;
        }
        NaiveQueue queue = queueOf(fact.callId(), fact.queueId(), CallWaitingDecoder.TEMPLATE_ID);
        if (queue == null) {
            return;
        }
        NaiveCall call = centre.call(fact.callId());
        if (call == null) {
            call = admitFromLoop(fact, queue);
        }
        if (call == null) {
            return;
        }
        if (call.state == NaiveCall.State.ENTERING) {
            line.join(call, queue, centre.now - fact.waitedMillis());
            if (call.waits() && centre.calls.contains(call)) {
                line.turn(call);
            }
        } else if (call.waits()) {
            line.turn(call);
        } else if (call.state == NaiveCall.State.OFFERED && call.agents.isEmpty()) {
            line.comesBack(call);
        }
    }

    /** Routing 34: in the park loop is a customer who was called first. */
    private void customerWaits(NaiveReservation called) {
        NaiveCall call = called.call == null ? desk.seen(called) : called.call;
        if (call == null || call.state == NaiveCall.State.TALKING) {
            return;
        }
        desk.isOnLine(call);
        if (call.state == NaiveCall.State.ENTERING) {
            line.callback(call);
        } else if (call.waits()) {
            line.turn(call);
        } else if (call.state == NaiveCall.State.OFFERED && call.agents.isEmpty()) {
            line.comesBack(call);
        }
    }

    private NaiveCall admitFromLoop(CallWaitingDecoder fact, NaiveQueue queue) {
        if (line.wasDiverted(fact.callId(), CallWaitingDecoder.TEMPLATE_ID)) {
            return null;
        }
        NaiveReservation reserved = centre.reservation(fact.callId());
        if (reserved != null) {
            decisions.confirmReservation(fact.callId(), fact.callId(), reserved.queueId);
            return null;
        }
        noteContact(fact.callerKey());
        NaiveCall call = admit(fact.callId(), fact.callerKey(), fact.callerAge(), queue.id);
        if (call != null) {
            call.dedicatedAgent = fact.dedicatedAgentId();
            call.teamQueue = fact.teamQueueId();
        }
        return call;
    }

    void hungUp(long callId) {
        if (centre.divertedAt.remove(callId) == null) {
            leaves(known(callId, CallHungUpDecoder.TEMPLATE_ID), CallOutcome.ABANDONED, false);
        }
    }

    void failedOver(long callId) {
        if (centre.divertedAt.remove(callId) == null) {
            failedOver(known(callId, CallFailedOverDecoder.TEMPLATE_ID));
        }
    }

    /** Of a callback somebody else serves the customer. */
    void failedOver(NaiveCall call) {
        if (call != null && CallIds.isCallback(call.id)) {
            desk.servedElsewhere(call);
            partFromAgents(call);
            desk.ended(call);
        } else {
            leaves(call, CallOutcome.FAILED_OVER, false);
        }
    }

    /** The call is over, and its agent, if he was not dialled yet, is free. */
    void leaves(NaiveCall call, CallOutcome outcome, boolean vanished) {
        if (call != null && CallIds.isCallback(call.id)) {
            if (!call.waits() || call.onLine) {
                boolean begun = call.agents.isEmpty() || call.agents.getFirst().legSeen;
                partFromAgents(call);
                if (vanished) {
                    desk.endedUnseen(call);
                }
                desk.left(call, begun);
            }
        } else if (call != null) {
            partFromAgents(call);
            line.close(call, outcome, vanished);
        }
    }

    /** The dial to the customer of this callback is over, and so the call may be. */
    void progressed(NaiveCall dialled) {
        if (dialled != null && desk.endsWithItsDial(dialled)) {
            leaves(dialled, CallOutcome.ABANDONED, false);
        }
    }

    /** A redirect to a channel that is gone is a hang-up; true if any other refusal of an offer asks for a resync. */
    boolean redirectRefused(RedirectRefusedDecoder fact) {
        NaiveCall call = known(fact.callId(), RedirectRefusedDecoder.TEMPLATE_ID);
        if (call != null && fact.gone() != 0) {
            leaves(call, CallOutcome.ABANDONED, false);
            return false;
        }
        return call != null && fact.offerId() != 0;
    }

    void accepted(CallbackAcceptedDecoder fact) {
        long callId = fact.callId();
        NaiveCall call = centre.call(callId);
        NaiveReservation existing = centre.reservationOf(fact.callerKey());
        if (call == null) {
            NaiveReservation made = centre.reservation(callId);
            if (made != null) {
                decisions.confirmReservation(callId, callId, made.queueId);
            } else {
                decisions.refuseReservation(callId, RefusalReason.UNKNOWN_CALL);
            }
        } else if (call.state == NaiveCall.State.OFFERED
                || call.state == NaiveCall.State.TALKING
                || CallIds.isCallback(callId)) {
            decisions.refused(RefusalReason.WRONG_STATE, CallbackAcceptedDecoder.TEMPLATE_ID, callId);
        } else if (!centre.promising) {
            decisions.refuseReservation(callId, RefusalReason.NOT_DURABLE);
        } else if (fact.callerKey() == 0) {
            decisions.refuseReservation(callId, RefusalReason.NUMBER_WITHHELD);
        } else if (fact.problem() != RefusalReason.NULL_VAL) {
            decisions.refuseReservation(callId, fact.problem());
        } else if (NaiveDesk.isOver(fact.fromMillis(), fact.untilMillis(), centre.now)) {
            decisions.refuseReservation(callId, RefusalReason.WINDOW_PASSED);
        } else if (call.queue == null) {
            decisions.refuseReservation(callId, RefusalReason.UNKNOWN_QUEUE);
        } else if (existing == null && centre.reservations.size() == centre.limits.reservations()) {
            decisions.refuseReservation(callId, RefusalReason.RESERVATION_LIMIT);
        } else {
            reserve(call, fact, existing);
        }
    }

    private void reserve(NaiveCall call, CallbackAcceptedDecoder fact, NaiveReservation existing) {
        byte[] number = new byte[CallbackAcceptedDecoder.numberLength()];
        for (int i = 0; i < number.length; i++) {
            number[i] = (byte) fact.number(i);
        }
        if (existing != null) {
            existing.withdrawn = false;
            boolean mayChange = desk.mayChange(existing);
            if (mayChange) {
                existing.number = number;
                desk.promise(existing, fact.fromMillis(), fact.untilMillis());
            }
            decisions.confirmReservation(existing.id, call.id, existing.queueId);
            line.close(call, CallOutcome.RESERVED, false);
            if (mayChange) {
                desk.place(existing);
            }
            return;
        }
        NaiveReservation made = new NaiveReservation(
                call.id, fact.callerKey(), call.queue.id, ReservationKind.CALLBACK, number, centre.now);
        made.joined = call.joined;
        made.boost = call.boost;
        desk.record(made, fact.fromMillis(), fact.untilMillis());
        decisions.confirmReservation(made.id, call.id, made.queueId);
        line.close(call, CallOutcome.RESERVED, false);
        desk.place(made);
    }

    void declined(long callId) {
        NaiveCall call = known(callId, CallbackDeclinedDecoder.TEMPLATE_ID);
        if (call != null && call.waits() && !CallIds.isCallback(callId)) {
            line.turn(call);
        }
    }

    /** Null at the limit: refused, counted, diverted. */
    NaiveCall admit(long callId, long callerKey, int age, int queueId) {
        decisions.callAdmitted(callId, queueId);
        if (centre.calls.size() == centre.limits.calls()) {
            decisions.callRefused(callId, queueId);
            decisions.refused(RefusalReason.CALL_LIMIT, CallArrivedDecoder.TEMPLATE_ID, callId);
            line.divert(callId, RefusalReason.CALL_LIMIT);
            return null;
        }
        NaiveCall call = new NaiveCall(callId, callerKey, age, centre.now);
        call.rules = rules.versionFor(callId);
        call.seenInResync = centre.pbx(call.pbx).resync;
        call.silentAt = centre.now + MENU_SILENCE;
        centre.calls.add(call);
        return call;
    }

    private void noteContact(long callerKey) {
        if (callerKey != 0) {
            centre.contacts.add(new NaiveCentre.Contact(callerKey, centre.now));
        }
    }

    /** An agent whose leg was seen is freed only by that leg's end. */
    private void partFromAgents(NaiveCall call) {
        List.copyOf(call.agents).forEach(agent -> partFrom(call, agent));
    }

    private void partFrom(NaiveCall call, NaiveAgent agent) {
        call.part(agent);
        if (agent.connected) {
            agent.deadline = centre.now + centre.grace;
            return;
        }
        agent.dialStatus = DialStatus.CANCEL;
        decisions.offerEnded(agent, OfferOutcome.ABANDONED);
        agent.told = true;
        if (!agent.legSeen) {
            agents.offerEnded(agent, OfferOutcome.ABANDONED);
        }
    }

    private NaiveCall known(long callId, int templateId) {
        NaiveCall call = centre.call(callId);
        if (call == null) {
            decisions.refused(RefusalReason.UNKNOWN_CALL, templateId, callId);
        }
        return call;
    }

    private NaiveQueue queueOf(long callId, int queueId, int templateId) {
        NaiveQueue queue = centre.queue(queueId);
        if (CallIds.isCallback(callId)) {
            decisions.refused(RefusalReason.UNKNOWN_CALL, templateId, callId);
            return null;
        }
        if (queue == null || queue.pbx != CallIds.pbxOf(callId)) {
            decisions.refused(RefusalReason.UNKNOWN_QUEUE, templateId, queueId);
            return null;
        }
        return queue;
    }
}
