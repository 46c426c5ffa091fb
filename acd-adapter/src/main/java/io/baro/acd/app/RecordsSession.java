package io.baro.acd.app;

import io.baro.acd.config.Configuration;
import io.baro.acd.config.Problems;
import io.baro.acd.config.ServerPlan;
import io.baro.acd.customer.KeyFile;
import io.baro.acd.records.RecordDesk;
import io.baro.acd.records.RecordsUnusableException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Opens the records of a configuration for one command, and tells what is wrong in one line. Runs on: main thread. */
final class RecordsSession {
    private RecordsSession() {}

    /** What the command does; false: it could not, and has said why. */
    @FunctionalInterface
    interface Work {
        boolean run(RecordDesk desk, Configuration configuration) throws RecordsUnusableException;
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
            return work.run(desk, configuration) ? Main.OK : Main.MISTAKE;
        } catch (RecordsUnusableException unusable) {
            console.err().println("records: " + unusable.getMessage());
            return Main.MISTAKE;
        }
    }

    /** What ended before is older than the records are kept, epoch milliseconds. */
    static long keptFromMillis(Configuration configuration) {
        return System.currentTimeMillis()
                - configuration.server().records().retention().toMillis();
    }

    /** The key that the numbers are under; empty, and said why: it cannot be had. One made for the occasion would find nobody. */
    static Optional<KeyFile.Secrets> secrets(Configuration configuration, Main.Console console) {
        Path stateDir = configuration.server().stateDir();
        Optional<String> variable = Optional.ofNullable(console.environment().get(KeyFile.VARIABLE));
        if (variable.isEmpty() && !Files.exists(stateDir.resolve(KeyFile.NAME))) {
            console.err()
                    .println(stateDir.resolve(KeyFile.NAME) + ": is not there, and without it nobody is found;"
                            + " restore it, or set " + KeyFile.VARIABLE);
            return Optional.empty();
        }
        Problems problems = new Problems();
        Optional<KeyFile.Secrets> secrets = KeyFile.open(stateDir, variable, problems);
        problems.errorLines().forEach(console.err()::println);
        return secrets;
    }
}
