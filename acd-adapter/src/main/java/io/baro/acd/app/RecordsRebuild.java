package io.baro.acd.app;

import io.baro.acd.cli.Progress;
import io.baro.acd.records.RecordDesk;
import io.baro.acd.records.RecordNames;
import io.baro.acd.records.RecordsUnusableException;
import io.baro.acd.report.JsonText;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code baro records rebuild}: makes the records again from the journal. Runs on: main thread. */
@Command(
        name = "rebuild",
        description = {
            "Deletes the records that the journal can make again, and makes them again: the same rows.",
            "What is older than the journal stays. A Baro that runs does it itself, in the background."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example: baro records rebuild --config /etc/baro"})
final class RecordsRebuild implements Callable<Integer> {
    private static final double NANOS_PER_SECOND = 1e9;

    private final Main.Console console;

    @Option(names = "--config", required = true, paramLabel = "DIR", description = "The configuration directory.")
    private Path dir;

    @Option(names = "--json", description = "One line of JSON.")
    private boolean json;

    RecordsRebuild(Main.Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return RecordsSession.run(dir, console, (desk, configuration) -> {
            long began = System.nanoTime();
            RecordDesk.Rebuilt rebuilt = rebuild(desk, RecordNames.of(configuration));
            long purged = rebuilt.isLeftToRunning() ? 0 : desk.purge(RecordsSession.keptFromMillis(configuration));
            double seconds = (System.nanoTime() - began) / NANOS_PER_SECOND;
            console.out().println(json ? document(rebuilt, purged, seconds) : words(rebuilt, purged, seconds));
            return true;
        });
    }

    private RecordDesk.Rebuilt rebuild(RecordDesk desk, RecordNames names) throws RecordsUnusableException {
        try (Progress progress = Progress.of(console.err(), "making the records again")) {
            return desk.rebuild(names, progress::at);
        }
    }

    private static String words(RecordDesk.Rebuilt rebuilt, long purged, double seconds) {
        return rebuilt.isLeftToRunning()
                ? "rewound to command " + rebuilt.first()
                        + "; the running Baro makes the records again, see baro_records_lag_commands"
                : String.format(
                        Locale.ROOT,
                        "made again: %,d commands from %d on, %,d rows added and changed, %,d too old, in %.1f s",
                        rebuilt.commands(),
                        rebuilt.first(),
                        rebuilt.rows(),
                        purged,
                        seconds);
    }

    private static String document(RecordDesk.Rebuilt rebuilt, long purged, double seconds) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("first", rebuilt.first());
        document.put("left_to_running", rebuilt.isLeftToRunning());
        document.put("commands", rebuilt.commands());
        document.put("rows", rebuilt.rows());
        document.put("purged", purged);
        document.put("seconds", seconds);
        return JsonText.of(document);
    }
}
