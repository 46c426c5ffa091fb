package io.baro.engine.rehearsal;

import io.baro.engine.callcenter.CallIds;
import io.baro.engine.callcenter.OfferIds;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * Owns two promises: nobody is overtaken beyond the bound, and no agent is ready while a call waits that he may take. Counts what
 * breaks them, from tables of its own. One thread.
 */
final class PromiseKeeper {
    /** In {@link Promised#madeMillis}: its call lets nobody pass. */
    static final long YIELDS_NOT = Long.MIN_VALUE;

    /** Where a callback stands: so far behind an arrival, and since when it lets others pass. */
    private record Promised(long joinedMillis, long behindMillis, long madeMillis) {}

    private record Release(WitnessedCall call, int place, long atMillis) {}

    private final FloorPlan plan;
    private final WitnessedFloor floor;
    private final Long2ObjectHashMap<WitnessedCall> calls = new Long2ObjectHashMap<>();
    /** When the caller joined to whom a reservation was promised: its callback stands there, or behind by what it yields. */
    private final Map<Long, Promised> places = new HashMap<>();

    private final PriorityQueue<Release> releases = new PriorityQueue<>(Comparator.comparingLong(Release::atMillis));
    private final Deque<Integer> cameReady = new ArrayDeque<>();
    private final BitSet staffed = new BitSet();
    private long timeMillis;
    private long overtakes;
    private long idle;
    private String firstBreach = "";

    PromiseKeeper(FloorPlan plan) {
        this.plan = plan;
        floor = new WitnessedFloor(plan);
    }

    long overtakes() {
        return overtakes;
    }

    long idle() {
        return idle;
    }

    String firstBreach() {
        return firstBreach;
    }

    void heardOf(long callId, int dedicatedAgentId) {
        WitnessedCall call = calls.computeIfAbsent(callId, WitnessedCall::new);
        call.dedicatedAgentId = dedicatedAgentId;
    }

    /** A turn of the loop: who comes back unreported stands in line again. */
    void turned(long callId, int dedicatedAgentId) {
        heardOf(callId, dedicatedAgentId);
        backInLine(calls.get(callId), WitnessedCall.Stand.RETURNING);
    }

    void returned(long callId, long offerId) {
        WitnessedCall call = calls.get(callId);
        if (call != null && OfferIds.areTogether(call.offerId, offerId)) {
            backInLine(call, WitnessedCall.Stand.RETURNING);
            backInLine(call, WitnessedCall.Stand.OFFERED);
        }
    }

    /** Stands in a line: the first time with that arrival; a caller who is sent to another queue keeps the one he has. */
    void joined(long callId, int queueId, int keptForAgentId, long joinedMillis) {
        WitnessedCall call = calls.computeIfAbsent(callId, WitnessedCall::new);
        floor.leave(call, WitnessedCall.Stand.OUTSIDE);
        boolean moves = call.queueId != WitnessedCall.NOBODY && !CallIds.isCallback(callId);
        call.queueId = queueId;
        call.step = 0;
        call.joinedMillis = moves ? call.joinedMillis : joinedMillis;
        call.keptForAgentId = keptForAgentId;
        if (call.isKept()) {
            FloorPlan.Queue queue = plan.queues().get(queueId);
            boolean own = call.dedicatedAgentId == keptForAgentId && queue.dedicatedMillis() > 0;
            call.keptUntilMillis = call.joinedMillis + (own ? queue.dedicatedMillis() : queue.lastAgentMillis());
        }
        enter(call);
    }

    /** The caller's place is kept for his callback. */
    void promised(long callId, long nowMillis) {
        WitnessedCall call = calls.get(callId);
        if (call != null) {
            places.putIfAbsent(callId, new Promised(call.joinedMillis, 0, nowMillis));
        }
    }

    /** Somebody whom no caller's place is kept for stands as if he had joined then, or so far behind. */
    void owed(long reservationId, long joinedMillis, long behindMillis, long madeMillis) {
        places.putIfAbsent(reservationId, new Promised(joinedMillis, behindMillis, madeMillis));
    }

    /** A reservation has another window: who keeps no caller's place joins when that begins. */
    void moved(long reservationId, long joinedMillis) {
        places.computeIfPresent(
                reservationId,
                (_, was) ->
                        was.madeMillis == YIELDS_NOT ? new Promised(joinedMillis, was.behindMillis, YIELDS_NOT) : was);
    }

    /** A callback stands in line, by the place that its reservation kept, and lets pass who calls meanwhile. */
    void callbackWaits(long reservationId, int queueId, long yieldMillis, long untilMillis, long nowMillis) {
        Promised promised = places.getOrDefault(reservationId, new Promised(nowMillis, 0, YIELDS_NOT));
        long yields = promised.madeMillis == YIELDS_NOT
                ? 0
                : Math.max(0, Math.min(yieldMillis, (untilMillis - promised.madeMillis) / 2));
        long place = promised.joinedMillis + promised.behindMillis + yields;
        joined(CallIds.callbackOf(reservationId), queueId, WitnessedCall.NOBODY, place);
    }

    /** A promise is closed. */
    void forgotten(long reservationId) {
        closed(CallIds.callbackOf(reservationId));
        places.remove(reservationId);
    }

    void climbed(long callId, int queueId, int step) {
        WitnessedCall call = calls.get(callId);
        WitnessedCall.Stand stand = call.stand;
        floor.leave(call, stand);
        call.queueId = queueId;
        call.step = step;
        if (stand == WitnessedCall.Stand.IN_LINE) {
            enter(call);
        }
    }

    void offered(long callId, int agentId, long offerId) {
        WitnessedCall call = calls.get(callId);
        judgeOrder(call, agentId);
        boolean more = call.stand == WitnessedCall.Stand.OFFERED && OfferIds.areTogether(call.offerId, offerId);
        call.ringing = more ? call.ringing + 1 : 1;
        floor.leave(call, WitnessedCall.Stand.OFFERED);
        call.offerId = offerId;
    }

    void offerEnded(long callId, long offerId) {
        WitnessedCall call = calls.get(callId);
        if (call != null
                && call.stand == WitnessedCall.Stand.OFFERED
                && OfferIds.areTogether(call.offerId, offerId)
                && --call.ringing == 0) {
            call.stand = WitnessedCall.Stand.RETURNING;
        }
    }

    void closed(long callId) {
        WitnessedCall call = calls.remove(callId);
        if (call != null) {
            floor.leave(call, WitnessedCall.Stand.OUTSIDE);
        }
    }

    void agentIs(int agentId, boolean ready, boolean isStaffed) {
        floor.agentIs(agentId, ready);
        staffed.set(agentId, isStaffed);
        if (ready) {
            cameReady.add(agentId);
        }
        if (!isStaffed) {
            for (WitnessedCall call : floor.keptFor(agentId).toArray(WitnessedCall[]::new)) {
                release(call);
            }
        }
    }

    /** Calls whose time with a preferred agent is up stand with all others. */
    void releaseDue(long nowMillis) {
        timeMillis = nowMillis;
        while (!releases.isEmpty() && releases.peek().atMillis() <= nowMillis) {
            Release due = releases.remove();
            if (due.call().place == due.place() && due.call().isKept()) {
                release(due.call());
            }
        }
    }

    /** After a command: nobody waits for whom an agent is there. Only lines in which something came can have changed for the worse. */
    void check(long nowMillis) {
        if (!floor.nothingTouched()) {
            for (Lane lane : floor.takeTouched()) {
                if (lane.waiting > 0 && lane.ready > lane.keepReady) {
                    idle++;
                    breach("at " + nowMillis + " " + lane.waiting + " calls wait on step " + lane.step + " of queue "
                            + lane.queueId + " while " + lane.ready + " agents are ready");
                }
            }
        }
        while (!cameReady.isEmpty()) {
            int agentId = cameReady.remove();
            if (floor.isReady(agentId) && !floor.keptFor(agentId).isEmpty()) {
                idle++;
                breach("at " + nowMillis + " agent " + agentId + " is ready while a call is kept for him");
            }
        }
    }

    private void release(WitnessedCall call) {
        floor.leave(call, WitnessedCall.Stand.OUTSIDE);
        call.keptForAgentId = WitnessedCall.NOBODY;
        floor.enter(call);
    }

    private void enter(WitnessedCall call) {
        if (call.isKept() && (timeMillis >= call.keptUntilMillis || !staffed.get(call.keptForAgentId))) {
            call.keptForAgentId = WitnessedCall.NOBODY;
        }
        floor.enter(call);
        if (call.isKept()) {
            releases.add(new Release(call, call.place, call.keptUntilMillis));
        }
    }

    private void backInLine(WitnessedCall call, WitnessedCall.Stand from) {
        if (call.stand == from) {
            enter(call);
        }
    }

    /** Among all who compete for this agent now, nobody joined so long before the one who gets him. */
    private void judgeOrder(WitnessedCall call, int agentId) {
        long earliest = call.joinedMillis - plan.maxBoostMillis();
        int himself = floor.isReady(agentId) ? 0 : 1;
        for (Lane lane : floor.lanesOf(agentId)) {
            if (lane.waiting > 0 && lane.ready + himself > lane.keepReady) {
                judge(call, lane.oldest(), earliest);
            }
        }
        for (WitnessedCall kept : floor.keptFor(agentId)) {
            judge(call, kept, earliest);
        }
    }

    private void judge(WitnessedCall call, WitnessedCall other, long earliestMillis) {
        if (other != null && other != call && other.joinedMillis < earliestMillis) {
            overtakes++;
            breach("call " + call.id + " is offered before call " + other.id + " that joined "
                    + (call.joinedMillis - other.joinedMillis) + " ms before it");
        }
    }

    private void breach(String what) {
        if (firstBreach.isEmpty()) {
            firstBreach = what;
        }
    }
}
