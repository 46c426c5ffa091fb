package io.baro.acd.app;

import io.baro.acd.records.RecordDesk;
import io.baro.acd.records.RecordNames;
import java.nio.file.Path;
import java.util.Locale;
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
    private final Main.Console console;

    @Option(names = "--config", required = true, paramLabel = "DIR", description = "The configuration directory.")
    private Path dir;

    RecordsRebuild(Main.Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return RecordsSession.run(dir, console, (desk, configuration) -> {
            long began = System.nanoTime();
            RecordDesk.Rebuilt rebuilt = desk.rebuild(RecordNames.of(configuration));
            if (rebuilt.isLeftToRunning()) {
                console.out()
                        .printf(
                                "rewound to command %d; the running Baro makes the records again,"
                                        + " see baro_records_lag_commands%n",
                                rebuilt.first());
                return true;
            }
            long purged = desk.purge(RecordsSession.keptFromMillis(configuration));
            console.out()
                    .printf(
                            Locale.ROOT,
                            "made again: %,d commands from %d on, %,d rows added and changed, %,d too old, in %.1f s%n",
                            rebuilt.commands(),
                            rebuilt.first(),
                            rebuilt.rows(),
                            purged,
                            (System.nanoTime() - began) / 1e9);
            return true;
        });
    }
}
