package io.baro.engine.naive;

import io.baro.engine.callcenter.CallIds;
import io.baro.engine.callcenter.Limits;
import io.baro.engine.callcenter.OfferIds;
import io.baro.engine.message.AgentState;
import io.baro.engine.message.OfferOutcome;
import io.baro.engine.message.ReservationKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Everything the twin knows, in plain lists that are searched from end to end. Nothing here is derived from anything else. */
final class NaiveCentre {
    static final long NEVER = Long.MAX_VALUE;

    final Limits limits;
    final List<NaiveCall> calls = new ArrayList<>();
    final List<NaiveQueue> queues = new ArrayList<>();
    final List<NaiveAgent> agents = new ArrayList<>();
    final List<NaivePbx> pbxs = new ArrayList<>();
    final List<NaiveReservation> reservations = new ArrayList<>();
    /** Care calls that are over, and until when their ids are known. */
    final Map<Long, Long> finishedCare = new HashMap<>();

    final List<Contact> contacts = new ArrayList<>();
    final Map<Long, Integer> lastAgentOf = new HashMap<>();
    final Map<Long, Long> divertedAt = new HashMap<>();
    final Map<OfferOutcome, Policy> policies = new EnumMap<>(OfferOutcome.class);
    long ring = 12_000;
    long grace = 10_000;
    long wrapUp = 10_000;
    long busyPause = 15_000;
    long offers;
    long now;
    boolean promising = true;
    boolean callingHours = true;
    int mostAttempts = 3;
    long busyRetry = 300_000;
    long noAnswerRetry = 1_800_000;
    long trunkRetry = 60_000;
    long callbackLife = 86_400_000;
    long callbackRing = 45_000;
    long callbackYield;
    boolean offering = true;

    /** A caller called. */
    record Contact(long callerKey, long at) {}

    /** What an outcome means for the agent. */
    record Policy(long rest, int limit) {}

    /** A PBX: whether offers may go there, and its resyncs. */
    static final class NaivePbx {
        final int id;
        boolean ready;
        int resync;
        long resyncBegan;
        long resyncAsked = Long.MIN_VALUE;
        long callbacksFrom = Long.MIN_VALUE;

        NaivePbx(int id) {
            this.id = id;
        }
    }

    NaiveCentre(Limits limits) {
        this.limits = limits;
        for (int i = 0; i < limits.pbxs(); i++) {
            pbxs.add(new NaivePbx(i));
        }
    }

    NaiveCall call(long id) {
        return calls.stream().filter(call -> call.id == id).findFirst().orElse(null);
    }

    NaiveQueue queue(int id) {
        return queues.stream().filter(queue -> queue.id == id).findFirst().orElse(null);
    }

    NaiveQueue queueOfKind(int kind, int pbx) {
        NaiveQueue last = null;
        for (NaiveQueue queue : queues) {
            last = queue.kind == kind && queue.pbx == pbx ? queue : last;
        }
        return last;
    }

    NaiveAgent agent(int id) {
        return agents.stream().filter(agent -> agent.id == id).findFirst().orElse(null);
    }

    NaiveAgent agentOfOffer(long offerId) {
        return agent(OfferIds.agentOf(offerId));
    }

    NaivePbx pbx(int id) {
        return id >= 0 && id < pbxs.size() ? pbxs.get(id) : null;
    }

    NaiveReservation reservationOf(long callerKey) {
        return reservations.stream()
                .filter(reservation ->
                        reservation.callerKey == callerKey && reservation.kind == ReservationKind.CALLBACK)
                .findFirst()
                .orElse(null);
    }

    long openCareCalls() {
        return reservations.stream()
                .filter(reservation -> reservation.kind == ReservationKind.CARE)
                .count();
    }

    NaiveReservation reservation(long id) {
        return reservations.stream()
                .filter(reservation -> reservation.id == id)
                .findFirst()
                .orElse(null);
    }

    NaiveReservation reservationOfCallback(long callId) {
        return reservations.stream()
                .filter(reservation -> reservation.id == CallIds.reservationOf(callId))
                .findFirst()
                .orElse(null);
    }

    boolean mayCall() {
        return promising && callingHours;
    }

    /** Calls that stand in a queue, wherever they stand. */
    List<NaiveCall> standingIn(NaiveQueue queue) {
        return calls.stream()
                .filter(call -> call.waits() && call.queue == queue)
                .toList();
    }

    /** Callers who wait in a queue. */
    List<NaiveCall> waitingIn(NaiveQueue queue) {
        return standingIn(queue).stream()
                .filter(call -> !CallIds.isCallback(call.id))
                .toList();
    }

    boolean isReady(int pbx) {
        return pbxs.get(pbx).ready;
    }

    /** Routing 15: logged in, on a ready PBX, and not NOT_READY. */
    boolean isStaffed(NaiveAgent agent) {
        return agent.state != AgentState.LOGGED_OUT && agent.state != AgentState.NOT_READY && isReady(agent.pbx);
    }

    int staffOf(NaiveStep step) {
        return (int) agents.stream()
                .filter(agent -> isStaffed(agent) && step.matches(agent))
                .count();
    }

    /** Agents staffed for the first step that has any. */
    int staffOf(NaiveQueue queue) {
        return queue.steps.stream()
                .mapToInt(this::staffOf)
                .filter(staff -> staff > 0)
                .findFirst()
                .orElse(0);
    }
}
