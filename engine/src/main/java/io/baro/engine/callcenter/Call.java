package io.baro.engine.callcenter;

import io.baro.engine.line.Place;
import io.baro.engine.state.State;

/**
 * One caller's contact from admission to end: facts and its place in line. Pooled by {@link CallCenter}; changes only by the flows
 * of the router. Runs on: routing thread.
 */
public final class Call {
    /** In {@link #dedicatedAgentId}: he has none. */
    public static final int NO_AGENT = -1;

    /** In {@link #dedicatedAgentId}: he had one, who has left. */
    public static final int AGENT_LEFT = -2;

    /** No call has this id. */
    static final long NO_CALL = -1;
    /** No queue has this id. */
    static final int NO_QUEUE = -1;
    /** Of a caller whose age is not known. */
    public static final int UNKNOWN_AGE = -1;

    private static final long NO_EWT = -1;

    private final Standing standing = new Standing(this);

    /** Its place among those who wait for the first step, or for the same agent, ordered by rank. */
    public final Place<Call> inLine = standing.first();

    /** Its sign-of-life deadline. */
    public final Place<TimerOwner> timer = new Place<>(TimerOwner.of(this));

    /** When its place in line changes by itself: next step, end of being kept, longest wait. */
    public final Place<TimerOwner> change = new Place<>(TimerOwner.changeOf(this));

    long id;
    long callerKey;
    int callerAge;
    int pbxId;
    Call previous;
    Call next;

    /** Where it is in its life. */
    public CallState state = CallState.ENDED;

    /** The queue it waits in, or will wait in; null while the menu has not chosen. */
    public CallQueue queue;

    /** The step of that queue's ladder, from 0. */
    public int step;

    /** The agent it is kept for, or null. */
    public Agent keptFor;

    /** Until when it is kept, epoch milliseconds. */
    public long keptUntilMillis;

    /** His own agent, {@link #NO_AGENT} or {@link #AGENT_LEFT}. */
    public int dedicatedAgentId;

    /** The queue of the team that takes him over when his own agent has left, or -1. */
    public int teamQueueId;

    /**
     * The agent it is offered to or talks with, the first of them if several ring ({@link Offer#alongside} leads on); null in OFFERED
     * once all legs have ended and the dialplan has not yet reported.
     */
    public Agent agent;

    /** The offer it is in, or was in last, the first of those that ring together; 0: none yet. */
    public long offerId;

    /** When the caller entered, epoch milliseconds. */
    public long enteredMillis;

    /** When it joined a line: the arrival that its rank counts from, epoch milliseconds. */
    public long joinedMillis;

    /** When it was connected, epoch milliseconds. */
    public long connectedMillis;

    /** Head start that the rules gave, milliseconds. */
    public long boostMillis;

    /** Version of the rules it belongs to. */
    public int rulesVersion;

    /** Bit n: rule n of that version fired for it. */
    public int rulesFired;

    /** Rules were asked when it joined; a move from queue to queue does not ask again. */
    public boolean rulesAsked;

    /** Rules had their one chance to send it elsewhere. */
    public boolean movedByRule;

    /** How often a limit moved it to another queue. */
    public int moves;

    /** It was judged by the longest wait of the queue it is in. */
    public boolean judgedTooLong;

    /** A limit asks to offer it a callback at its next turn. */
    public boolean callbackWanted;

    /** Estimated wait when it joined, milliseconds, as likely too short as too long; -1: none could be given. */
    public long ewtMillis;

    /** Estimated wait that nine of ten stay under, milliseconds; -1: none could be given. */
    public long ewt90Millis;

    /** What was told is the line's own estimate, so that the wait tells how right it is. */
    public boolean ewtTeaches;

    /** Calls of its queue with a smaller rank when it joined. */
    public int ahead;

    /** A rule protects it from being offered a callback. */
    public boolean shedNever;

    /** It was asked once; nobody is asked twice. */
    public boolean callbackOffered;

    /** Of a callback whose customer was called first: he is there, and waits, rings and talks as any caller does. */
    public boolean onLine;
    /** Of a callback whose rank is yet to come. Changes only outside the line. */
    public boolean yields;

    /** Which resync of its PBX saw it last. */
    public int seenInResync;

    Call() {}

    /** See {@link CallIds}. */
    public long id() {
        return id;
    }

    /** Keyed hash of the caller's number; 0: withheld. */
    public long callerKey() {
        return callerKey;
    }

    /** Years; -1: unknown. */
    public int callerAge() {
        return callerAge;
    }

    /** The router makes it itself, to keep a reservation. */
    public boolean isCallback() {
        return CallIds.isCallback(id);
    }

    /** A callback of which nobody is on the line: no channel can be moved to an agent. */
    public boolean isPromise() {
        return isCallback() && !onLine;
    }

    /** The PBX that holds its channel. */
    public int pbxId() {
        return pbxId;
    }

    /** The call admitted after this one, or null: the defined order of all live calls. */
    public Call next() {
        return next;
    }

    /** Time since it joined a line, milliseconds; 0 before. */
    public long waitedMillis(long nowMillis) {
        return state == CallState.ENTERING ? 0 : nowMillis - joinedMillis;
    }

    /** The step it stands on, or would. */
    public Step onStep() {
        return queue.step(step);
    }

    /** Stands on its step and all below, or waits for the agent it is kept for. */
    public void standInLine() {
        state = CallState.WAITING;
        standing.join();
        tellQueue(1);
    }

    /** Leaves every line it stands in, if any. */
    public void leaveLine() {
        if (!inLine.inLine()) {
            return;
        }
        standing.leave();
        tellQueue(-1);
    }

    /** A callback takes its turn in the line, but nobody holds a phone in it. As long as it yields, no caller waits for it. */
    private void tellQueue(int more) {
        if (!isCallback()) {
            queue.waits(rank(), more);
        } else if (!yields) {
            queue.estimate().waits(rank(), more);
        }
    }

    /** {@code arrival - boost}: the smaller, the earlier served. Never changes by itself, because everybody ages alike. */
    public long rank() {
        return joinedMillis - boostMillis;
    }

    void begin(long callId, long key, int age, long nowMillis) {
        id = callId;
        callerKey = key;
        callerAge = age;
        pbxId = CallIds.pbxOf(callId);
        state = CallState.ENTERING;
        queue = null;
        agent = null;
        offerId = 0;
        enteredMillis = nowMillis;
        joinedMillis = nowMillis;
        connectedMillis = 0;
        boostMillis = 0;
        step = 0;
        keptFor = null;
        keptUntilMillis = 0;
        dedicatedAgentId = NO_AGENT;
        teamQueueId = NO_QUEUE;
        rulesVersion = 0;
        rulesFired = 0;
        rulesAsked = false;
        movedByRule = false;
        moves = 0;
        judgedTooLong = false;
        callbackWanted = false;
        ewtMillis = NO_EWT;
        ewt90Millis = NO_EWT;
        ewtTeaches = false;
        ahead = 0;
        shedNever = false;
        callbackOffered = false;
        onLine = false;
        yields = false;
        seenInResync = 0;
    }

    /** Where it stands in line follows from the rest; its id, caller and PBX were visited before, with all calls. */
    void visit(State visited, CallCenter center) {
        callerKey = visited.next(callerKey);
        callerAge = visited.next(callerAge);
        state = CallState.of(visited.next(state.code()));
        queue = center.queue(visited.next(queue == null ? NO_QUEUE : queue.id()));
        step = visited.next(step);
        keptFor = center.agent(visited.next(keptFor == null ? NO_AGENT : keptFor.id()));
        keptUntilMillis = visited.next(keptUntilMillis);
        dedicatedAgentId = visited.next(dedicatedAgentId);
        teamQueueId = visited.next(teamQueueId);
        agent = center.agent(visited.next(agent == null ? NO_AGENT : agent.id()));
        offerId = visited.next(offerId);
        enteredMillis = visited.next(enteredMillis);
        joinedMillis = visited.next(joinedMillis);
        connectedMillis = visited.next(connectedMillis);
        visitMarks(visited);
        if (visited.next(inLine.inLine()) && !inLine.inLine()) {
            standInLine();
        }
    }

    private void visitMarks(State visited) {
        boostMillis = visited.next(boostMillis);
        rulesVersion = visited.next(rulesVersion);
        rulesFired = visited.next(rulesFired);
        rulesAsked = visited.next(rulesAsked);
        movedByRule = visited.next(movedByRule);
        moves = visited.next(moves);
        judgedTooLong = visited.next(judgedTooLong);
        callbackWanted = visited.next(callbackWanted);
        ewtMillis = visited.next(ewtMillis);
        ewt90Millis = visited.next(ewt90Millis);
        ewtTeaches = visited.next(ewtTeaches);
        ahead = visited.next(ahead);
        shedNever = visited.next(shedNever);
        callbackOffered = visited.next(callbackOffered);
        onLine = visited.next(onLine);
        yields = visited.next(yields);
        seenInResync = visited.next(seenInResync);
    }
}
