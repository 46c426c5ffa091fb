package io.baro.acd.app;

import io.baro.acd.report.CommandText;
import io.baro.acd.report.JournalLines;
import io.baro.engine.journal.JournalException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code baro journal dump}: the commands in words. Runs on: main thread. */
@Command(
        name = "dump",
        description = "Prints what the router was told, a command a line: sequence, time (UTC), name, fields.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: baro journal dump state/journal --from 120 --to 140"})
final class JournalDump implements Callable<Integer> {
    private final Main.Console console;

    @Mixin
    private JournalRange range;

    @Option(names = "--json", description = "A line of JSON for each command.")
    private boolean json;

    JournalDump(Main.Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        CommandText text = new CommandText();
        try {
            range.read((sequence, timeMillis, buffer, offset, length) -> {
                text.of(buffer, offset, length);
                console.out()
                        .println(
                                json
                                        ? JournalLines.json(sequence, timeMillis, text)
                                        : JournalLines.words(sequence, timeMillis, text));
            });
            return Main.OK;
        } catch (JournalException trouble) {
            console.err().println(trouble.getMessage());
            return JournalRange.exitCode(trouble);
        }
    }
}
