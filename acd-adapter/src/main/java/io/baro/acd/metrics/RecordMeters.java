package io.baro.acd.metrics;

import io.baro.acd.records.RecordFigures;
import io.baro.acd.records.RecordTrouble;
import io.micrometer.core.instrument.Tags;
import java.util.Locale;

/** Puts how the records fare on the page. Runs once, on the main thread. */
public final class RecordMeters {
    private RecordMeters() {}

    public static void register(MetricsPage page, RecordFigures figures) {
        page.gauge(
                        "baro.records.failing",
                        "1: no record can be written now; they are caught up from the journal",
                        Tags.empty(),
                        figures,
                        f -> f.isFailing() ? 1 : 0)
                .gauge(
                        "baro.records.lag.commands",
                        "Durable commands whose records are not written yet",
                        Tags.empty(),
                        figures,
                        RecordFigures::lagCommands)
                .gauge(
                        "baro.records.lag.seconds",
                        "For how long there have been such",
                        Tags.empty(),
                        figures,
                        RecordFigures::lagSeconds)
                .gauge(
                        "baro.records.position",
                        "Last command whose records are written",
                        Tags.empty(),
                        figures,
                        RecordFigures::position);
        registerCounters(page, figures);
    }

    private static void registerCounters(MetricsPage page, RecordFigures figures) {
        page.counter("baro.records.rows", "Rows added and changed", Tags.empty(), figures, RecordFigures::rows)
                .counter(
                        "baro.records.batches",
                        "Transactions that added them",
                        Tags.empty(),
                        figures,
                        RecordFigures::batches)
                .counter(
                        "baro.records.retries",
                        "Transactions and connections that are tried again",
                        Tags.empty(),
                        figures,
                        RecordFigures::retries)
                .counter(
                        "baro.records.deleted.rows",
                        "Rows deleted since they were older than records.retention",
                        Tags.empty(),
                        figures,
                        RecordFigures::deleted);
        for (RecordTrouble trouble : RecordTrouble.values()) {
            page.counter(
                    "baro.records.failures",
                    "What the database refused",
                    Tags.of("kind", trouble.name().toLowerCase(Locale.ROOT)),
                    figures,
                    f -> f.failures(trouble));
        }
    }
}
