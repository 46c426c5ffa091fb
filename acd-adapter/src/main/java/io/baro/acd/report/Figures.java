package io.baro.acd.report;

import io.baro.engine.message.CallOutcome;
import org.HdrHistogram.Histogram;

/** Owns the figures of one group of calls: a queue's, a centre's, a rule's, a quarter of an hour's. One thread. */
public final class Figures {
    /** Two digits are one per cent of a wait. */
    private static final int DIGITS = 2;

    private final String name;
    private final Histogram waits = new Histogram(DIGITS);
    private final long[] closed = new long[CallOutcome.FAILED_OVER.value() + 1];
    private long offered;
    private long inTime;
    private long elsewhere;
    private long talkedMillis;
    private long estimates;
    private long estimateErrorMillis;
    private long busyMillis;
    private long readyMillis;

    Figures(String name) {
        this.name = name;
    }

    void addOffered() {
        offered++;
    }

    void addClosed(CallOutcome outcome, long talkMillis) {
        closed[outcome.value()]++;
        talkedMillis += talkMillis;
    }

    void addAnswered(long waitedMillis, boolean withinObjective, boolean byAnotherCentre) {
        waits.recordValue(Math.max(0, waitedMillis));
        inTime += withinObjective ? 1 : 0;
        elsewhere += byAnotherCentre ? 1 : 0;
    }

    void addEstimate(long errorMillis) {
        estimates++;
        estimateErrorMillis += errorMillis;
    }

    void addWork(long busy, long ready) {
        busyMillis += busy;
        readyMillis += ready;
    }

    public String name() {
        return name;
    }

    public long offered() {
        return offered;
    }

    public long answered() {
        return waits.getTotalCount();
    }

    public long count(CallOutcome outcome) {
        return closed[outcome.value()];
    }

    /** Callers whom Baro did not let wait to the end: a callback was reserved, or they went to the fallback queue. */
    public long shed() {
        return count(CallOutcome.RESERVED) + count(CallOutcome.DIVERTED);
    }

    /** Answered by an agent of another centre. */
    public long elsewhere() {
        return elsewhere;
    }

    /** Wait of the answered, milliseconds. */
    public long waitMillis(double percentile) {
        return waits.getTotalCount() == 0 ? 0 : waits.getValueAtPercentile(percentile);
    }

    public double meanWaitMillis() {
        return waits.getTotalCount() == 0 ? 0 : waits.getMean();
    }

    /** Answered within the objective, of the answered and the abandoned; 1 of none. */
    public double serviceLevel() {
        return share(inTime, answered() + count(CallOutcome.ABANDONED), 1);
    }

    public double abandonment() {
        return share(count(CallOutcome.ABANDONED), offered, 0);
    }

    public double shedShare() {
        return share(shed(), offered, 0);
    }

    /** Busy with calls, of the time busy or ready; not known of groups that no agent belongs to. */
    public double occupancy() {
        return share(busyMillis, busyMillis + readyMillis, Double.NaN);
    }

    public long talkedMillis() {
        return talkedMillis;
    }

    /** Mean absolute error of the wait told at join against the wait until the first offer, of the answered. */
    public double estimateErrorMillis() {
        return share(estimateErrorMillis, estimates, 0);
    }

    private static double share(long part, long whole, double ofNone) {
        return whole == 0 ? ofNone : (double) part / whole;
    }
}
