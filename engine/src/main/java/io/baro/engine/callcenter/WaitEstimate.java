package io.baro.engine.callcenter;

import io.baro.engine.state.State;

/**
 * Estimates how long a caller of one queue will wait until he is offered to an agent, from what is there now: the work ahead of his
 * rank in all queues that share his agents, the staff, what a call takes, how many give up on the way, who may still overtake him;
 * corrected by how far its own last estimates were off. Integers only. The method and its error: docs/ewt.md. Runs on: routing
 * thread.
 */
public final class WaitEstimate {
    /**
     * Service time assumed before any was measured: the model centre's 120 calls per agent and 8-hour day leave 240 s a call, of
     * which a good part is wrap-up and idle.
     */
    static final long FIRST_SERVICE_MILLIS = 180_000;

    /** Each measured service moves the mean by 1/16 of the difference: about the last 30 calls count. */
    private static final int MEAN_SHIFT = 4;

    /** Those who gave up are counted over about so many: a spike shows within minutes, one of them alone does not. */
    private static final int ABANDON_WINDOW = 64;

    /** Waits without anybody giving up that are assumed to have been before: one who gives up early says little. */
    private static final long FIRST_WAITED_MILLIS = 1_200_000;

    private static final long WHOLE = 1_000;
    private static final long MINUTE = 60_000;

    /** Callers who overtake cannot take more than this of the agents' time, or no estimate would end. */
    private static final long MOST_OVERTAKEN = 800;

    /** Shorter waits teach nothing about long ones. */
    private static final long LESSON_MILLIS = 10_000;

    /** One wait moves the middle by 1 % up or down: it is in the middle when both come alike. */
    private static final long MIDDLE_UP = 10;

    private static final long MIDDLE_DOWN = 10;

    /** Nine steps down outweigh one up: in balance when one in ten waits is longer. */
    private static final long HIGH_UP = 36;

    private static final long HIGH_DOWN = 4;
    private static final long FIRST_HIGH = 1_600;

    private final CallQueue queue;
    private final RankIndex ranks = new RankIndex();
    private final SharedStaff sharing = new SharedStaff();
    private final MinuteCount boosted = new MinuteCount();
    private long meanServiceMillis = FIRST_SERVICE_MILLIS;
    private long meanBoostMillis;
    private long abandoned;
    private long waitedMillis = FIRST_WAITED_MILLIS;
    private long middle = WHOLE;
    private long high = FIRST_HIGH;

    WaitEstimate(CallQueue queue) {
        this.queue = queue;
    }

    /** As likely too short as too long, milliseconds, from {@link #raw}. */
    public long p50(long raw) {
        return raw == CallQueue.UNBOUNDED_EWT ? raw : raw * middle / WHOLE;
    }

    /** Nine of ten wait no longer, milliseconds, from {@link #raw}. */
    public long p90(long raw) {
        return raw == CallQueue.UNBOUNDED_EWT ? raw : raw * Math.max(middle, high) / WHOLE;
    }

    /** Mean time that an agent is busy with one call, milliseconds. */
    public long meanServiceMillis() {
        return meanServiceMillis;
    }

    /** Calls of the queue with a smaller rank, about. */
    public int ahead(long rank) {
        return ranks.ahead(rank);
    }

    /** A call joined the queue with a head start, or none. */
    public void joined(long boostMillis, long nowMillis) {
        if (boostMillis > 0) {
            boosted.add(nowMillis);
            meanBoostMillis += (boostMillis - meanBoostMillis) >> MEAN_SHIFT;
        }
    }

    /** A call was offered for the first time, after a wait that was told to be so long; negative: nothing was told. */
    public void offered(long waited, long toldMiddle, long toldHigh) {
        waitedMillis += waited;
        if (toldMiddle < 0 || (waited < LESSON_MILLIS && toldMiddle < LESSON_MILLIS)) {
            return;
        }
        middle = clamp(middle + (waited > toldMiddle ? MIDDLE_UP : -MIDDLE_DOWN), WHOLE / 4, 4 * WHOLE);
        high = clamp(high + (waited > toldHigh ? HIGH_UP : -HIGH_DOWN), WHOLE / 4, 8 * WHOLE);
    }

    /** A caller gave up in line. */
    public void abandoned(long waited) {
        waitedMillis += waited;
        abandoned++;
        if (abandoned >= 2 * ABANDON_WINDOW) {
            abandoned /= 2;
            waitedMillis /= 2;
        }
    }

    /** An agent was busy with a call so long, ringing and wrap-up included. */
    public void served(long millis) {
        meanServiceMillis += (millis - meanServiceMillis) >> MEAN_SHIFT;
    }

    void waits(long rank, int more) {
        ranks.add(rank, more);
    }

    void shares(CallQueue other, int more) {
        sharing.add(other, more);
    }

    /** The estimate of a call with that rank before its correction; {@link CallQueue#UNBOUNDED_EWT}: nobody is logged in. */
    public long raw(long rank, long nowMillis) {
        int staff = queue.step(0).staffed();
        if (staff == 0) {
            int elsewhere = queue.staffed();
            return elsewhere == 0
                    ? CallQueue.UNBOUNDED_EWT
                    : (queue.waitingCount() + 1) * meanServiceMillis / elsewhere;
        }
        if (queue.step(0).mayGive() && nobodyIsAhead()) {
            return 0;
        }
        long work = meanServiceMillis;
        long overtaking = 0;
        for (int i = 0; i < sharing.size(); i++) {
            CallQueue other = sharing.queue(i);
            long othersStaff = other.step(0).staffed();
            if (othersStaff > 0) {
                WaitEstimate of = other.estimate();
                long share = WHOLE * sharing.count(i) / othersStaff;
                work += of.ranks.ahead(rank) * of.meanServiceMillis * share / WHOLE;
                overtaking += of.boosted.perMinute(nowMillis) * of.meanServiceMillis * share / WHOLE;
            }
        }
        return overtaken(thinned(work / staff), overtaking * WHOLE / MINUTE / staff, nowMillis - rank);
    }

    /** Who yields lets the next caller pass, and so do all behind him. */
    private boolean nobodyIsAhead() {
        Call first = queue.step(0).waiting.first();
        return first == null || first.yields;
    }

    /** Shorter by those who give up on the way: ln(1 + x) / x of it, x = hazard * wait; Pade approximant of order 2. */
    private long thinned(long wait) {
        long gone = abandoned * wait;
        return wait * (6 * waitedMillis + gone) / (6 * waitedMillis + 4 * gone);
    }

    /** Longer by those who will come with more of a head start than he has; they may come as long as it reaches. */
    private long overtaken(long wait, long taken, long ownBoost) {
        long reach = Math.max(0, meanBoostMillis - Math.max(0, ownBoost));
        long share = Math.min(MOST_OVERTAKEN, taken);
        return Math.min(wait * WHOLE / (WHOLE - share), wait + reach * share / WHOLE);
    }

    private static long clamp(long value, long least, long most) {
        return Math.max(least, Math.min(most, value));
    }

    void visit(State state, CallCenter center) {
        ranks.visit(state);
        sharing.visit(state, center);
        boosted.visit(state);
        meanServiceMillis = state.next(meanServiceMillis);
        meanBoostMillis = state.next(meanBoostMillis);
        abandoned = state.next(abandoned);
        waitedMillis = state.next(waitedMillis);
        middle = state.next(middle);
        high = state.next(high);
    }
}
