package io.baro.acd.report;

import io.baro.engine.traffic.RandomStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Owns how patient the callers of a recorded day were: the Kaplan-Meier estimate from who gave up when, and from who was served before
 * he would have. Draws from it hang on the seed alone. One thread.
 */
final class PatienceCurve {
    /** Who outwaits everybody that gave up waits so long. */
    private static final long PATIENT_MILLIS = 10_800_000;

    private record Wait(long millis, boolean gaveUp) {}

    private record Step(long millis, double stillThere) {}

    private final List<Wait> waits = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();

    void gaveUp(long millis) {
        waits.add(new Wait(millis, true));
    }

    void servedAfter(long millis) {
        waits.add(new Wait(millis, false));
    }

    /** All waits are told. */
    void finish() {
        waits.sort(Comparator.comparingLong(Wait::millis));
        double stillThere = 1;
        int left = waits.size();
        for (Wait wait : waits) {
            if (wait.gaveUp) {
                stillThere *= 1 - 1.0 / left;
                steps.add(new Step(wait.millis, stillThere));
            }
            left--;
        }
    }

    /** The patience of somebody who is known to have waited so long. */
    long drawBeyond(long waitedMillis, RandomStream chance) {
        int first = firstAfter(waitedMillis);
        double now = first == 0 ? 1 : steps.get(first - 1).stillThere;
        double until = now * chance.unit();
        int low = first;
        int high = steps.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (steps.get(middle).stillThere <= until) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low < steps.size() ? steps.get(low).millis : Math.max(PATIENT_MILLIS, waitedMillis + 1);
    }

    private int firstAfter(long millis) {
        int low = 0;
        int high = steps.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (steps.get(middle).millis <= millis) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
