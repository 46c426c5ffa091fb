package io.baro.engine.rehearsal;

/**
 * Owns what app_queue, OpenSIPS and VICIdial know of one queue, and the wait that each would announce to who joins it now. The formulas
 * are theirs, from their sources (research A28, O3, V2). One thread.
 */
final class RivalQueue {
    private static final int MILLIS_PER_SECOND = 1_000;

    /** VICIdial looks at so many handled calls. */
    private static final int VICIDIAL_CALLS = 5;

    private static final double VICIDIAL_DIVISOR = 1.9;
    private static final long VICIDIAL_LEAST_MILLIS = 10_000;

    private final long[] lastWaits = new long[VICIDIAL_CALLS];
    private int staffed;
    private int waiting;
    private long sumOfJoinTimes;
    private long holdSeconds;
    private long completed;
    private long abandoned;
    private long answered;
    private long talks;
    private long talkedMillis;

    void staffed(int change) {
        staffed += change;
    }

    void joins(long joinedMillis) {
        waiting++;
        sumOfJoinTimes += joinedMillis;
    }

    void leaves(long joinedMillis) {
        waiting--;
        sumOfJoinTimes -= joinedMillis;
    }

    void answered(long waitedMillis) {
        long seconds = waitedMillis / MILLIS_PER_SECOND;
        holdSeconds = completed + abandoned == 0 ? seconds : (3 * holdSeconds + seconds) / 4;
        lastWaits[(int) (answered++ % VICIDIAL_CALLS)] = waitedMillis;
    }

    void completed(long talkMillis) {
        completed++;
        talks++;
        talkedMillis += talkMillis;
    }

    void abandoned() {
        abandoned++;
    }

    boolean isStaffed() {
        return staffed > 0;
    }

    /** A28: a moving average of the holds of answered calls, in whole seconds. */
    long appQueueMillis() {
        return holdSeconds * MILLIS_PER_SECOND;
    }

    /** O3: average talk of all time, times the queued, by the staffed. He who joins is not queued yet. */
    long openSipsMillis() {
        long average = talks == 0 ? 0 : talkedMillis / talks;
        return average * waiting / Math.max(1, staffed);
    }

    /** V2: the last five handled calls, averaged with those who wait now. */
    long viciDialMillis(long nowMillis) {
        int known = (int) Math.min(answered, VICIDIAL_CALLS);
        long sum = 0;
        for (int i = 0; i < known; i++) {
            sum += lastWaits[i];
        }
        double handled = known == 0 ? 0 : (double) sum / known;
        double live = waiting == 0 ? 0 : nowMillis - (double) sumOfJoinTimes / waiting;
        double estimate = waiting == 0 ? handled : (live + handled) / VICIDIAL_DIVISOR;
        return Math.max(VICIDIAL_LEAST_MILLIS, (long) estimate);
    }
}
