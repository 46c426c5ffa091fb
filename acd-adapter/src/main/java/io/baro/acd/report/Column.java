package io.baro.acd.report;

import io.baro.engine.message.CallOutcome;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Owns one column of every table: its head, what it says of a group of calls, and how. Immutable; any thread.
 *
 * @param csv its name in files
 * @param better 1: more is better, -1: less is better, 0: neither
 */
record Column(String head, String csv, Kind kind, int better, ToDoubleFunction<Figures> value) {
    /** How a value is written. */
    enum Kind {
        COUNT,
        SHARE,
        MILLIS
    }

    private static final double MILLIS_PER_SECOND = 1_000.0;
    private static final int PER_CENT = 100;

    static final Column CALLS = new Column("calls", "calls", Kind.COUNT, 0, Figures::offered);
    static final Column ANSWERED = new Column("answered", "answered", Kind.COUNT, 1, Figures::answered);
    static final Column LEVEL = new Column("in time", "service_level", Kind.SHARE, 1, Figures::serviceLevel);
    static final Column ABANDONMENT = new Column("abandoned", "abandonment", Kind.SHARE, -1, Figures::abandonment);
    static final Column SHED = new Column("shed", "shed_share", Kind.SHARE, 0, Figures::shedShare);
    static final Column P50 = new Column("p50", "wait_p50_s", Kind.MILLIS, -1, figures -> figures.waitMillis(50));
    static final Column P90 = new Column("p90", "wait_p90_s", Kind.MILLIS, -1, figures -> figures.waitMillis(90));
    static final Column P99 = new Column("p99", "wait_p99_s", Kind.MILLIS, -1, figures -> figures.waitMillis(99));
    static final Column OCCUPANCY = new Column("occupancy", "occupancy", Kind.SHARE, 0, Figures::occupancy);
    static final Column EWT_ERROR =
            new Column("EWT error", "ewt_error_s", Kind.MILLIS, -1, Figures::estimateErrorMillis);

    /** What people look at. */
    static final List<Column> SHOWN =
            List.of(CALLS, ANSWERED, LEVEL, ABANDONMENT, SHED, P50, P90, P99, OCCUPANCY, EWT_ERROR);

    /** What files hold beside. */
    static final List<Column> MORE = List.of(
            new Column("elsewhere", "answered_elsewhere", Kind.COUNT, 0, Figures::elsewhere),
            new Column("abandoned", "abandoned", Kind.COUNT, -1, figures -> figures.count(CallOutcome.ABANDONED)),
            new Column("reserved", "reserved", Kind.COUNT, 0, figures -> figures.count(CallOutcome.RESERVED)),
            new Column("diverted", "diverted", Kind.COUNT, 0, figures -> figures.count(CallOutcome.DIVERTED)),
            new Column("refused", "refused", Kind.COUNT, 0, figures -> figures.count(CallOutcome.REFUSED)),
            new Column("failed over", "failed_over", Kind.COUNT, 0, figures -> figures.count(CallOutcome.FAILED_OVER)),
            new Column("mean", "wait_mean_s", Kind.MILLIS, -1, Figures::meanWaitMillis),
            new Column("talked", "talked_s", Kind.MILLIS, 0, Figures::talkedMillis));

    /** For people; empty where the group has no such thing. */
    String text(Figures figures) {
        double number = value.applyAsDouble(figures);
        if (Double.isNaN(number)) {
            return "";
        }
        return switch (kind) {
            case COUNT -> String.format(Locale.ROOT, "%,d", (long) number);
            case SHARE -> String.format(Locale.ROOT, "%.1f %%", number * PER_CENT);
            case MILLIS -> seconds(number);
        };
    }

    /** For machines. */
    String cell(Figures figures) {
        double number = value.applyAsDouble(figures);
        if (Double.isNaN(number)) {
            return "";
        }
        return switch (kind) {
            case COUNT -> Long.toString((long) number);
            case SHARE -> String.format(Locale.ROOT, "%.5f", number);
            case MILLIS -> String.format(Locale.ROOT, "%.3f", number / MILLIS_PER_SECOND);
        };
    }

    private static String seconds(double millis) {
        double seconds = millis / MILLIS_PER_SECOND;
        return String.format(Locale.ROOT, seconds < PER_CENT ? "%.1f s" : "%.0f s", seconds);
    }
}
