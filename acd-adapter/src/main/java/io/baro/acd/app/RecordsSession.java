package io.baro.acd.app;

import io.baro.acd.config.Configuration;
import io.baro.acd.config.ServerPlan;
import io.baro.acd.records.RecordDesk;
import io.baro.acd.records.RecordsUnusableException;
import java.nio.file.Path;
import java.util.Optional;

/** Opens the records of a configuration for one command, and tells what is wrong in one line. Runs on: main thread. */
final class RecordsSession {
    private RecordsSession() {}

    /** What the command does. */
    @FunctionalInterface
    interface Work {
        void run(RecordDesk desk, Configuration configuration) throws RecordsUnusableException;
    }

    static int run(Path dir, Main.Console console, Work work) {
        Optional<DayConfiguration> loaded = DayConfiguration.ofOwnJournal(dir, console);
        if (loaded.isEmpty()) {
            return Main.MISTAKE;
        }
        Configuration configuration = loaded.get().configuration();
        if (configuration.server().records().store() == ServerPlan.RecordStore.NONE) {
            console.err().println("baro.yaml: no records are kept; write journal: file and records: { store: sqlite }");
            return Main.MISTAKE;
        }
        try (RecordDesk desk =
                RecordDesk.open(RecordWiring.database(configuration), RecordWiring.places(configuration))) {
            work.run(desk, configuration);
            return Main.OK;
        } catch (RecordsUnusableException unusable) {
            console.err().println("records: " + unusable.getMessage());
            return Main.MISTAKE;
        }
    }
}
