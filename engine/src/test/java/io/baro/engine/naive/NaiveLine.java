package io.baro.engine.naive;

import io.baro.engine.callcenter.CallIds;
import io.baro.engine.message.CallOutcome;
import io.baro.engine.message.RefusalReason;
import java.util.List;

/** Routing 11-16: how a call joins, what limits do to it, for whom it is kept, how it climbs, what a turn of its loop brings. */
final class NaiveLine {
    private static final long SILENCE = 120_000;
    private static final long DIVERT_SETTLES = 2_000;
    private static final int MOST_MOVES = 4;
    private static final int AGENT_LEFT = -2;

    private final NaiveCentre centre;
    private final NaiveDecisions decisions;
    private final NaiveRules rules;
    private final NaivePairing pairing;

    NaiveLine(NaiveCentre centre, NaiveDecisions decisions, NaiveRules rules, NaivePairing pairing) {
        this.centre = centre;
        this.decisions = decisions;
        this.rules = rules;
        this.pairing = pairing;
    }

    /** Routing 11. */
    void join(NaiveCall call, NaiveQueue queue, long joined) {
        call.joined = Math.min(joined, centre.now);
        NaiveQueue team = call.dedicatedAgent == AGENT_LEFT ? centre.queue(call.teamQueue) : null;
        enter(call, team == null || team.pbx != call.pbx ? queue : team);
    }

    /** Routing 33: the call of a reservation. */
    void callback(NaiveCall call) {
        stands(call, false);
    }

    /** Back from an offer that failed, with the rank it had. */
    void comesBack(NaiveCall call) {
        List.copyOf(call.agents).forEach(call::part);
        call.state = NaiveCall.State.WAITING;
        call.inLine = false;
        if (!waitedTooLong(call)) {
            stands(call, false);
        }
    }

    /** Routing 16. */
    void turn(NaiveCall call) {
        call.silentAt = centre.now + SILENCE;
        boolean callback = CallIds.isCallback(call.id);
        if (!callback && closed(call)) {
            return;
        }
        if (call.keptFor == null && wantsToClimb(call)) {
            stands(call, false);
        }
        if (call.waits() && !callback) {
            offerCallback(call);
        }
    }

    /** Its place changes by itself: it was kept long enough, waited too long, or a step opens by time. */
    void due(NaiveCall call) {
        if (call.keptFor != null && call.keptUntil <= centre.now) {
            release(call);
        } else if (!waitedTooLong(call)) {
            stands(call, false);
        }
    }

    /** Routing 15: calls are kept for a staffed agent only; the smallest rank is released first. */
    void releaseIfNotStaffed(NaiveAgent agent) {
        if (centre.isStaffed(agent)) {
            return;
        }
        List<NaiveCall> kept = centre.calls.stream()
                .filter(call -> call.keptFor == agent)
                .sorted(NaivePairing.BY_RANK)
                .toList();
        kept.forEach(this::release);
    }

    /** The call is over, with this outcome unless it talked. */
    void close(NaiveCall call, CallOutcome outcome, boolean vanished) {
        boolean talked = call.state == NaiveCall.State.TALKING;
        decisions.callClosed(call, talked ? CallOutcome.ANSWERED : outcome, vanished);
        centre.calls.remove(call);
    }

    private void enter(NaiveCall call, NaiveQueue queue) {
        call.queue = queue;
        call.step = 0;
        call.judgedTooLong = false;
        if (!call.rulesAsked) {
            call.rulesAsked = true;
            rules.joins(call);
            rules.askAtJoin(call);
        }
        if (closed(call) || shedByRule(call)) {
            return;
        }
        if (isFull(queue) && obeys(call, queue.whenFull, RefusalReason.QUEUE_FULL)) {
            return;
        }
        queue.joins.add(centre.now);
        keep(call);
        stands(call, true);
    }

    boolean isFull(NaiveQueue queue) {
        return queue.maxWaiting >= 0 && centre.waitingIn(queue).size() >= queue.maxWaiting;
    }

    private boolean closed(NaiveCall call) {
        return !call.queue.open && obeys(call, call.queue.whenClosed, RefusalReason.QUEUE_CLOSED);
    }

    /** Routing 11 d: once in a call's life. */
    private boolean shedByRule(NaiveCall call) {
        if (call.shedNever || call.judgedByRules) {
            return false;
        }
        call.judgedByRules = true;
        if (rules.diverts(call)) {
            divert(call, RefusalReason.SHED);
            return true;
        }
        NaiveQueue other = centre.queueOfKind(rules.movesToKind(call), call.pbx);
        if (other == null || other == call.queue) {
            return false;
        }
        enter(call, other);
        return true;
    }

    /** Routing 12: true if the call does not go on into this line. */
    private boolean obeys(NaiveCall call, NaiveQueue.AtLimit limit, RefusalReason reason) {
        switch (limit.action()) {
            case DIVERT -> {
                divert(call, reason);
                return true;
            }
            case MOVE -> {
                return moves(call, centre.queue(limit.queueId()));
            }
            case CALLBACK -> call.callbackWanted = true;
            case NONE, NULL_VAL -> {}
        }
        return false;
    }

    private boolean moves(NaiveCall call, NaiveQueue target) {
        if (target == null || target == call.queue || target.pbx != call.pbx || call.moves >= MOST_MOVES) {
            return false;
        }
        call.moves++;
        movesTo(call, target);
        return true;
    }

    void movesTo(NaiveCall call, NaiveQueue target) {
        call.keptFor = null;
        call.inLine = false;
        enter(call, target);
    }

    void divert(NaiveCall call, RefusalReason reason) {
        close(call, CallOutcome.DIVERTED, false);
        divert(call.id, reason);
    }

    /** Sends a call to the fallback queue of its PBX and remembers it. */
    void divert(long callId, RefusalReason reason) {
        centre.divertedAt.put(callId, centre.now);
        decisions.divertCall(callId, reason);
    }

    /** Routing 16: what is still said of a diverted call is no new call. */
    boolean wasDiverted(long callId, int templateId) {
        Long divertedAt = centre.divertedAt.get(callId);
        if (divertedAt == null) {
            return false;
        }
        if (centre.now - divertedAt < DIVERT_SETTLES) {
            decisions.refused(RefusalReason.WRONG_STATE, templateId, callId);
        } else {
            divert(callId, RefusalReason.SHED);
        }
        return true;
    }

    /** Routing 15. */
    private void keep(NaiveCall call) {
        NaiveQueue queue = call.queue;
        NaiveAgent own = centre.agent(call.dedicatedAgent);
        NaiveAgent last = centre.agent(centre.lastAgentOf.getOrDefault(call.callerKey, -1));
        call.keptFor = null;
        if (mayBeKept(call, own, queue.dedicated)) {
            call.keptFor = own;
            call.keptUntil = call.joined + queue.dedicated;
        } else if (mayBeKept(call, last, queue.lastAgent)) {
            call.keptFor = last;
            call.keptUntil = call.joined + queue.lastAgent;
        }
    }

    private boolean mayBeKept(NaiveCall call, NaiveAgent agent, long time) {
        return agent != null && centre.isStaffed(agent) && call.joined + time > centre.now;
    }

    private void release(NaiveCall call) {
        call.inLine = false;
        call.keptFor = null;
        if (!waitedTooLong(call)) {
            stands(call, false);
        }
    }

    /** Routing 13: once each stay in a queue. */
    private boolean waitedTooLong(NaiveCall call) {
        return waitEnds(call) <= centre.now
                && judge(call)
                && obeys(call, call.queue.whenTooLong, RefusalReason.WAITED_TOO_LONG);
    }

    private static boolean judge(NaiveCall call) {
        call.judgedTooLong = true;
        return true;
    }

    private static long waitEnds(NaiveCall call) {
        return call.queue.maxWait < 0 || call.judgedTooLong ? NaiveCentre.NEVER : call.joined + call.queue.maxWait;
    }

    /** Stands in line anew and chooses. */
    private void stands(NaiveCall call, boolean tell) {
        int before = call.step;
        while (call.keptFor == null && wantsToClimb(call)) {
            call.step++;
        }
        call.state = NaiveCall.State.WAITING;
        call.inLine = true;
        if (tell) {
            decisions.callJoined(call);
        }
        if (call.step != before) {
            decisions.callClimbed(call);
        }
        call.silentAt = call.isPromise() ? NaiveCentre.NEVER : centre.now + SILENCE;
        call.changeAt = changesAt(call);
        pairing.choosesAgent(call);
    }

    private long changesAt(NaiveCall call) {
        long own = call.keptFor != null ? call.keptUntil : nextStepOpens(call);
        long yields = call.rank() > centre.now ? call.rank() : NaiveCentre.NEVER;
        return Math.max(centre.now + 1, Math.min(yields, Math.min(waitEnds(call), own)));
    }

    private static long nextStepOpens(NaiveCall call) {
        boolean last = call.step + 1 == call.queue.steps.size();
        long after = last ? -1 : call.queue.steps.get(call.step + 1).after();
        return after < 0 ? NaiveCentre.NEVER : call.joined + after;
    }

    /** Routing 14, without the conditions on estimated waits, which are not compared. */
    private boolean wantsToClimb(NaiveCall call) {
        List<NaiveStep> above = call.queue.steps.subList(call.step + 1, call.queue.steps.size());
        if (above.isEmpty()) {
            return false;
        }
        long after = above.getFirst().after();
        boolean open = after >= 0 && centre.now - call.joined >= after;
        boolean nobodyHere = centre.staffOf(call.step()) == 0;
        return open || (nobodyHere && above.stream().anyMatch(step -> centre.staffOf(step) > 0));
    }

    /** Of the set in force that the call would belong to if it came now. */
    private void offerCallback(NaiveCall call) {
        NaiveRuleSet set = rules.versionFor(call.id);
        rules.switchFor(set, call.queue);
        if (call.shedNever || call.callbackOffered || call.callerKey == 0 || !centre.promising) {
            return;
        }
        int bits = rules.callbackBits(set, call);
        if (bits != 0 || call.callbackWanted) {
            call.fired |= set == call.rules ? bits : 0;
            call.callbackOffered = true;
            decisions.offerCallback(call, bits, set.version);
        }
    }
}
