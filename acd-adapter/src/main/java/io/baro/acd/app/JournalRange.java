package io.baro.acd.app;

import io.baro.engine.journal.CommandReader;
import io.baro.engine.journal.JournalException;
import io.baro.engine.journal.JournalReader;
import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which commands of which journal, as the command line says. Runs on: main thread. */
final class JournalRange {
    @Parameters(paramLabel = "DIR", description = "The journal, state_dir/journal.")
    private Path directory;

    @Option(
            names = "--from",
            paramLabel = "N",
            defaultValue = "0",
            description = "The first sequence (the oldest kept).")
    private long from;

    @Option(
            names = "--to",
            paramLabel = "N",
            defaultValue = "9223372036854775807",
            showDefaultValue = picocli.CommandLine.Help.Visibility.NEVER,
            description = "The last sequence (the newest).")
    private long to;

    /** Hands over the commands; what comes before damage is handed over before the exception. */
    void read(CommandReader reader) throws JournalException {
        JournalReader.open(directory).read(from, (sequence, timeMillis, buffer, offset, length) -> {
            if (sequence <= to) {
                reader.onCommand(sequence, timeMillis, buffer, offset, length);
            }
        });
    }

    static int exitCode(JournalException trouble) {
        return trouble.kind() == JournalException.Kind.DAMAGED ? JournalCommand.DAMAGED : Main.MISTAKE;
    }
}
