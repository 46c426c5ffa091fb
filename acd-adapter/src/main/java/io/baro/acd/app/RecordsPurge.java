package io.baro.acd.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code baro records purge}: deletes what is too old now, not within the hour. Runs on: main thread. */
@Command(
        name = "purge",
        description = "Deletes the records that are older than records.retention. A Baro that runs does so every hour.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: baro records purge --config /etc/baro"})
final class RecordsPurge implements Callable<Integer> {
    private final Main.Console console;

    @Option(names = "--config", required = true, paramLabel = "DIR", description = "The configuration directory.")
    private Path dir;

    @Option(names = "--json", description = "One line of JSON.")
    private boolean json;

    RecordsPurge(Main.Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return RecordsSession.run(dir, console, (desk, configuration) -> {
            long deleted = desk.purge(RecordsSession.keptFromMillis(configuration));
            console.out()
                    .println(
                            json
                                    ? "{\"rows\":" + deleted + "}"
                                    : String.format(Locale.ROOT, "deleted: %,d rows", deleted));
            return true;
        });
    }
}
