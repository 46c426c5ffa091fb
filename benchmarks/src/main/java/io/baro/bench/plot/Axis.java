package io.baro.bench.plot;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.DoubleStream;

/** A logarithmic axis: where a value lies between two places on the paper, and which values are written beside it. Immutable. */
record Axis(double least, double most, double from, double to) {
    private static final double[] STEPS = {1, 2, 5};

    /** An axis that all the values fit on. */
    static Axis of(DoubleStream values, double from, double to) {
        DoubleSummaryStatistics all = values.summaryStatistics();
        double least = all.getMin();
        double most = Math.max(all.getMax(), least * 2);
        return new Axis(least / 1.1, most * 1.1, from, to);
    }

    double at(double value) {
        return from + (to - from) * Math.log(value / least) / Math.log(most / least);
    }

    /** 1, 2 and 5 of each power of ten; of more than three powers, the powers alone. */
    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        boolean wide = most / least > 2_000;
        for (double power = Math.pow(10, Math.floor(Math.log10(least))); power <= most; power *= 10) {
            for (double step : STEPS) {
                if (power * step >= least && power * step <= most && (step == 1 || !wide)) {
                    ticks.add(power * step);
                }
            }
        }
        return ticks;
    }
}
