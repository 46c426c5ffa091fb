package io.baro.engine.rehearsal;

/** Owns the errors of all estimators over the same calls, so that they can be compared. One thread. */
public final class EwtCohort {
    private final EstimateError baro = new EstimateError();
    private final EstimateError appQueue = new EstimateError();
    private final EstimateError openSips = new EstimateError();
    private final EstimateError viciDial = new EstimateError();
    private long within90;
    private double sumOfWaits;

    void add(EwtTold told, long trueMillis) {
        baro.add(told.baroMillis(), trueMillis);
        appQueue.add(told.appQueueMillis(), trueMillis);
        openSips.add(told.openSipsMillis(), trueMillis);
        viciDial.add(told.viciDialMillis(), trueMillis);
        within90 += trueMillis <= told.baro90Millis() ? 1 : 0;
        sumOfWaits += trueMillis;
    }

    /** Calls that were judged. */
    public long calls() {
        return baro.count();
    }

    /** What they waited in the mean, milliseconds. */
    public double meanWaitMillis() {
        return calls() == 0 ? 0 : sumOfWaits / calls();
    }

    /** Ours: the median told at join. */
    public EstimateError baro() {
        return baro;
    }

    public EstimateError appQueue() {
        return appQueue;
    }

    public EstimateError openSips() {
        return openSips;
    }

    public EstimateError viciDial() {
        return viciDial;
    }

    /** Error of the best rival, milliseconds. */
    public double bestRivalMillis() {
        return Math.min(appQueue.meanMillis(), Math.min(openSips.meanMillis(), viciDial.meanMillis()));
    }

    /** Share of calls that waited no longer than the P90 that they were told. */
    public double covered90() {
        return calls() == 0 ? 0 : (double) within90 / calls();
    }
}
