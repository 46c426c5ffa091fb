package io.baro.acd.report;

import io.baro.engine.rehearsal.EwtCohort;
import io.baro.engine.rehearsal.EwtReferee;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says how far the waits that callers were told were off, ours and other products'. Stateless. */
public final class EwtTable {
    private static final double MILLIS_PER_SECOND = 1_000;
    private static final int PER_CENT = 100;

    private EwtTable() {}

    /** For a terminal. */
    public static List<String> lines(EwtReferee referee) {
        List<List<String>> rows = rows(referee);
        TextTable table = new TextTable(rows.getFirst());
        rows.subList(1, rows.size()).forEach(table::add);
        return table.lines();
    }

    /** Head and rows: mean absolute errors in seconds of the same calls at the same instants. */
    public static List<List<String>> rows(EwtReferee referee) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "wait told at join, mean error",
                "calls",
                "mean wait",
                "Baro",
                "app_queue",
                "OpenSIPS",
                "VICIdial",
                "Baro / best other",
                "within Baro's P90"));
        rows.add(row("the day", referee.day()));
        rows.add(row("joined in the spike", referee.spike()));
        rows.add(row("those who waited", referee.waited()));
        return rows;
    }

    private static List<String> row(String name, EwtCohort cohort) {
        return List.of(
                name,
                String.format(Locale.ROOT, "%,d", cohort.calls()),
                seconds(cohort.meanWaitMillis()),
                seconds(cohort.baro().meanMillis()),
                seconds(cohort.appQueue().meanMillis()),
                seconds(cohort.openSips().meanMillis()),
                seconds(cohort.viciDial().meanMillis()),
                cohort.bestRivalMillis() == 0
                        ? ""
                        : String.format(Locale.ROOT, "%.2f", cohort.baro().meanMillis() / cohort.bestRivalMillis()),
                String.format(Locale.ROOT, "%.1f %%", PER_CENT * cohort.covered90()));
    }

    private static String seconds(double millis) {
        return String.format(Locale.ROOT, "%.2f s", millis / MILLIS_PER_SECOND);
    }
}
