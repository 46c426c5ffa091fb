package io.baro.acd.view;

import java.util.Arrays;

/**
 * What has been counted of each queue today, and what it stands at: open, spike, the estimate told last. Waiting calls are counted by who
 * asks. Guarded by {@link LiveFloor}'s lock.
 */
final class QueueBoard {
    static final long NO_ESTIMATE = -1;

    private final long objectiveMillis;
    private final long[] admitted;
    private final long[] offered;
    private final long[] answered;
    private final long[] answeredInTime;
    private final long[] abandoned;
    private final long[] reserved;
    private final long[] ewtMillis;
    private final int[] spikes;
    private final boolean[] closed;

    /**
     * One for so many queues, all open.
     *
     * @param objectiveMillis an answer within it counts for the service level
     */
    QueueBoard(int queues, long objectiveMillis) {
        this.objectiveMillis = objectiveMillis;
        admitted = new long[queues];
        offered = new long[queues];
        answered = new long[queues];
        answeredInTime = new long[queues];
        abandoned = new long[queues];
        reserved = new long[queues];
        ewtMillis = new long[queues];
        spikes = new int[queues];
        closed = new boolean[queues];
        Arrays.fill(ewtMillis, NO_ESTIMATE);
    }

    /** A new day: counts begin again. */
    void dayBegan() {
        for (long[] counts : new long[][] {admitted, offered, answered, answeredInTime, abandoned, reserved}) {
            Arrays.fill(counts, 0);
        }
    }

    /** What is told anew is not told twice: spikes begin at none. */
    void restart() {
        Arrays.fill(spikes, 0);
    }

    /** A call came in whose entry that queue is, whether or not it ever joins it. */
    void admitted(int queueId) {
        count(admitted, queueId);
    }

    /** A call joined it, or was moved to it. */
    void offered(int queueId) {
        count(offered, queueId);
    }

    void answered(int queueId, long waitedMillis) {
        count(answered, queueId);
        if (waitedMillis <= objectiveMillis) {
            count(answeredInTime, queueId);
        }
    }

    void abandoned(int queueId) {
        count(abandoned, queueId);
    }

    void reserved(int queueId) {
        count(reserved, queueId);
    }

    void estimated(int queueId, long millis) {
        if (isKnown(queueId)) {
            ewtMillis[queueId] = millis;
        }
    }

    void spike(int queueId, boolean on) {
        if (isKnown(queueId)) {
            spikes[queueId] = Math.max(0, spikes[queueId] + (on ? 1 : -1));
        }
    }

    void open(int queueId, boolean isOpen) {
        if (isKnown(queueId)) {
            closed[queueId] = !isOpen;
        }
    }

    QueueView view(FloorNames names, int queueId, int waiting, long longestMillis) {
        return new QueueView(
                names.centres().get(names.centreOf(queueId)),
                names.queue(queueId),
                !closed[queueId],
                waiting,
                longestMillis,
                ewtMillis[queueId] == NO_ESTIMATE ? null : ewtMillis[queueId],
                spikes[queueId] > 0,
                offered[queueId],
                answered[queueId],
                abandoned[queueId],
                level(answeredInTime[queueId], answered[queueId] + abandoned[queueId]));
    }

    /** The service level of queues from one to before another; null: nothing to count. */
    Double level(int from, int to) {
        return level(
                Arrays.stream(answeredInTime, from, to).sum(),
                Arrays.stream(answered, from, to).sum()
                        + Arrays.stream(abandoned, from, to).sum());
    }

    /** Calls that came in by those queues. */
    long admitted(int from, int to) {
        return Arrays.stream(admitted, from, to).sum();
    }

    /** Calls of those queues that ended with a promise. */
    long reserved(int from, int to) {
        return Arrays.stream(reserved, from, to).sum();
    }

    private void count(long[] counts, int queueId) {
        if (isKnown(queueId)) {
            counts[queueId]++;
        }
    }

    private boolean isKnown(int queueId) {
        return queueId >= 0 && queueId < offered.length;
    }

    private static Double level(long inTime, long all) {
        return all == 0 ? null : (double) inTime / all;
    }
}
