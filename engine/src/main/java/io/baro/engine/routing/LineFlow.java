package io.baro.engine.routing;

import io.baro.engine.callcenter.Agent;
import io.baro.engine.callcenter.Call;
import io.baro.engine.callcenter.CallCenter;
import io.baro.engine.callcenter.CallQueue;
import io.baro.engine.callcenter.CallState;
import io.baro.engine.callcenter.QueueSettings;
import io.baro.engine.callcenter.Ring;
import io.baro.engine.callcenter.WaitEstimate;
import io.baro.engine.message.RefusalReason;

/**
 * What happens to a call in line: how it joins a queue, what the queue's limits do to it, for whom it is kept, how it climbs the
 * ladder. Its rank stays what it was. Runs on: routing thread.
 */
final class LineFlow {
    /** A waiting call is heard of every loop turn, 5-15 s; after eight missed turns the PBX is asked. */
    private static final long WAITING_SILENCE_MILLIS = 120_000;

    /** Queues that send calls to each other are refused at load; this bounds what a redefinition at run time could do. */
    private static final int MOST_MOVES = 4;

    private final CallCenter center;
    private final Timers timers;
    private final Decisions decisions;
    private final Facts facts;
    private final Settings settings;
    private final RuleBook rules;
    private final RuleFacts ruleFacts;
    private final Spikes spikes;
    private final Matcher matcher;
    private final Ladder ladder;
    private final Preference preference;
    private final CallEnds ends;

    LineFlow(Router.Parts parts, Matcher matcher, CallEnds ends) {
        center = parts.center();
        timers = parts.timers();
        decisions = parts.decisions();
        facts = parts.facts();
        settings = parts.settings();
        rules = parts.rules();
        ruleFacts = parts.ruleFacts();
        spikes = new Spikes(parts);
        ladder = new Ladder(center);
        preference = new Preference(parts);
        this.matcher = matcher;
        this.ends = ends;
    }

    /** Joins a queue with an arrival: it waits, is offered, was moved, or is over, as docs/routing.md 11 says. */
    void join(Call call, CallQueue queue, long joinedMillis, long nowMillis) {
        call.joinedMillis = Math.min(joinedMillis, nowMillis);
        CallQueue team = call.dedicatedAgentId == Call.AGENT_LEFT ? center.queue(call.teamQueueId) : null;
        enter(call, team == null || team.pbxId() != call.pbxId() ? queue : team, nowMillis);
    }

    /** The call of a reservation stands in line, where the place that it kept says. */
    void callback(Call call, long nowMillis) {
        stand(call, nowMillis, false);
    }

    /** Comes back to the line after an offer, with the rank it had. */
    void comeBack(Call call, long nowMillis) {
        while (call.agent != null) {
            Ring.part(call, call.agent);
        }
        call.state = CallState.WAITING;
        if (!judgeWait(call, nowMillis)) {
            stand(call, nowMillis, false);
        }
    }

    /** Shows that a waiting call lives, and what its turn of the loop brings. */
    void turn(Call call, long nowMillis) {
        timers.arm(call, nowMillis + WAITING_SILENCE_MILLIS);
        if (!call.isCallback()
                && !call.queue.open
                && obey(call, call.queue.settings().whenClosed(), RefusalReason.QUEUE_CLOSED, nowMillis)) {
            return;
        }
        if (call.keptFor == null && ladder.top(call, nowMillis) != call.step) {
            call.leaveLine();
            stand(call, nowMillis, false);
        }
        if (call.state == CallState.WAITING && !call.isCallback()) {
            offerCallback(call, nowMillis);
        }
    }

    /** The time has come that changes its place by itself. */
    void due(Call call, long nowMillis) {
        if (call.keptFor != null && call.keptUntilMillis <= nowMillis) {
            release(call, nowMillis);
        } else if (!judgeWait(call, nowMillis)) {
            call.leaveLine();
            stand(call, nowMillis, false);
        }
    }

    /** Joins another queue of its PBX with the rank it has. By hand as often as somebody wants: only limits could go round for ever. */
    void moveTo(Call call, CallQueue target, long nowMillis) {
        call.leaveLine();
        call.keptFor = null;
        enter(call, target, nowMillis);
    }

    /** An agent is gone for now: those who wait for him alone stand on their steps, the smallest rank first. */
    void releaseAll(Agent agent, long nowMillis) {
        while (agent.kept.size() > 0) {
            release(agent.kept.first(), nowMillis);
        }
    }

    private void enter(Call call, CallQueue queue, long nowMillis) {
        call.queue = queue;
        call.step = 0;
        call.judgedTooLong = false;
        if (!call.rulesAsked) {
            askRules(call, nowMillis);
        }
        QueueSettings settings = queue.settings();
        if (!queue.open && obey(call, settings.whenClosed(), RefusalReason.QUEUE_CLOSED, nowMillis)) {
            return;
        }
        if (shedByRule(call, nowMillis)) {
            return;
        }
        if (queue.isFull() && obey(call, settings.whenFull(), RefusalReason.QUEUE_FULL, nowMillis)) {
            return;
        }
        preference.keep(call, nowMillis);
        estimate(call, nowMillis);
        queue.arrivals().add(nowMillis);
        stand(call, nowMillis, true);
    }

    /** What the line says; sooner if the ladder opens a step that has somebody; later if it is kept for an agent who is busy. */
    private void estimate(Call call, long nowMillis) {
        WaitEstimate estimate = call.queue.estimate();
        call.ahead = estimate.ahead(call.rank());
        long raw = estimate.raw(call.rank(), nowMillis);
        long middle = estimate.p50(raw);
        long high = estimate.p90(raw);
        long opens = middle == 0 ? Timers.NEVER : ladder.opensMillis(call, nowMillis);
        call.ewtTeaches = call.keptFor == null && middle <= opens;
        if (call.keptFor != null) {
            long alone = call.keptFor.isReady() ? 0 : call.keptUntilMillis - nowMillis;
            middle = alone == 0 ? 0 : Math.max(alone, Math.min(middle, opens));
            high = alone == 0 ? 0 : Math.max(alone, high);
        } else {
            middle = Math.min(middle, opens);
        }
        call.ewtMillis = CallQueue.told(middle);
        call.ewt90Millis = CallQueue.told(high);
        estimate.joined(call.boostMillis, nowMillis);
    }

    private void askRules(Call call, long nowMillis) {
        call.rulesAsked = true;
        if (!rules.isInForce(call.rulesVersion)) {
            call.rulesVersion = rules.choose(call.id()).version();
            call.rulesFired = 0;
            call.shedNever = false;
        }
        RuleSet set = rules.of(call);
        spikes.refresh(set, call.queue, nowMillis);
        set.markAtJoin(call, ruleFacts, nowMillis);
    }

    /** Whether a rule that fired sent the call elsewhere; once at most. */
    private boolean shedByRule(Call call, long nowMillis) {
        if (call.shedNever || call.movedByRule) {
            return false;
        }
        call.movedByRule = true;
        RuleSet set = rules.of(call);
        if (set.diverts(call)) {
            ends.divert(call, RefusalReason.SHED, nowMillis);
            return true;
        }
        CallQueue other = center.queueOfKind(set.moveToKind(call), call.pbxId());
        if (other == null || other == call.queue) {
            return false;
        }
        enter(call, other, nowMillis);
        return true;
    }

    /** Does what a limit says; true if the call is not on its way into this line any more. */
    private boolean obey(Call call, QueueSettings.Limit limit, RefusalReason reason, long nowMillis) {
        switch (limit.action()) {
            case DIVERT -> {
                ends.divert(call, reason, nowMillis);
                return true;
            }
            case MOVE -> {
                return move(call, center.queue(limit.queueId()), nowMillis);
            }
            case CALLBACK -> call.callbackWanted = true;
            case NONE, NULL_VAL -> {}
        }
        return false;
    }

    private boolean move(Call call, CallQueue target, long nowMillis) {
        if (target == null || target == call.queue || target.pbxId() != call.pbxId() || call.moves >= MOST_MOVES) {
            return false;
        }
        call.moves++;
        moveTo(call, target, nowMillis);
        return true;
    }

    /** Whether it waited too long and was sent elsewhere for that; once a queue. */
    private boolean judgeWait(Call call, long nowMillis) {
        if (longestWaitEnds(call) > nowMillis || call.judgedTooLong) {
            return false;
        }
        call.judgedTooLong = true;
        return obey(call, call.queue.settings().whenTooLong(), RefusalReason.WAITED_TOO_LONG, nowMillis);
    }

    /** When the call will have waited as long as its queue allows, or {@link Timers#NEVER}. */
    private static long longestWaitEnds(Call call) {
        long most = call.queue.settings().maxWaitMillis();
        return most == QueueSettings.NO_LIMIT ? Timers.NEVER : call.joinedMillis + most;
    }

    private void release(Call call, long nowMillis) {
        call.leaveLine();
        call.keptFor = null;
        if (!judgeWait(call, nowMillis)) {
            stand(call, nowMillis, false);
        }
    }

    private void stand(Call call, long nowMillis, boolean tell) {
        call.yields = call.isCallback() && call.rank() > nowMillis;
        call.standInLine();
        if (tell) {
            facts.callJoined(call);
        }
        int top = call.keptFor == null ? ladder.top(call, nowMillis) : call.step;
        if (top != call.step) {
            call.leaveLine();
            call.step = top;
            call.standInLine();
            facts.callClimbed(call);
        }
        if (!call.isPromise()) {
            timers.arm(call, nowMillis + WAITING_SILENCE_MILLIS);
        }
        timers.armChange(call, nextChange(call, nowMillis));
        matcher.callChooses(call, nowMillis);
    }

    private long nextChange(Call call, long nowMillis) {
        long tooLong = call.judgedTooLong ? Timers.NEVER : longestWaitEnds(call);
        long own = call.keptFor == null ? ladder.nextByTime(call) : call.keptUntilMillis;
        long yields = call.yields ? call.rank() : Timers.NEVER;
        return Math.max(nowMillis + 1, Math.min(yields, Math.min(tooLong, own)));
    }

    /** Callbacks are a matter of now: the rules in force are asked, even of a call that came under others. */
    private void offerCallback(Call call, long nowMillis) {
        RuleSet set = rules.choose(call.id());
        spikes.refresh(set, call.queue, nowMillis);
        if (call.shedNever || call.callbackOffered || call.callerKey() == 0) {
            return;
        }
        if (!settings.promising || !call.queue.canPromise(nowMillis)) {
            return;
        }
        int fired = set.callbackRules(call, ruleFacts, nowMillis);
        if (fired != 0 || call.callbackWanted) {
            call.rulesFired |= call.rulesVersion == set.version() ? fired : 0;
            call.callbackOffered = true;
            decisions.offerCallback(call, fired, set.version());
        }
    }
}
