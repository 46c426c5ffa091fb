package io.baro.acd.app;

import io.baro.acd.report.CommandText;
import io.baro.acd.report.JournalLines;
import io.baro.engine.journal.JournalException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code baro journal export}: the commands as a file for other programs. Runs on: main thread. */
@Command(
        name = "export",
        description = "Writes the commands to a new file, as CSV or as lines of JSON.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: baro journal export state/journal --format csv --out commands.csv"})
final class JournalExport implements Callable<Integer> {
    /** How the file is written. */
    private enum Format {
        /** sequence, time, command, and the fields as JSON in one column. */
        csv,
        /** A JSON object a line. */
        jsonl
    }

    private final Main.Console console;

    @Mixin
    private JournalRange range;

    @Option(names = "--format", defaultValue = "csv", description = "csv or jsonl (${DEFAULT-VALUE}).")
    private Format format;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The new file.")
    private Path out;

    @Option(names = "--json", description = "The summary as one line of JSON.")
    private boolean json;

    JournalExport(Main.Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        long[] count = {0};
        int code = Main.OK;
        try (PrintWriter file =
                new PrintWriter(Files.newBufferedWriter(out, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW))) {
            code = write(file, count);
            if (file.checkError()) {
                console.err().println("export: cannot write all of " + out + "; make room and export again");
                return Main.MISTAKE;
            }
        } catch (FileAlreadyExistsException exists) {
            console.err().println("export: " + out + " exists; name a new file by --out");
            return Main.MISTAKE;
        } catch (IOException refused) {
            console.err().println("export: cannot write " + out + "; name a file in a directory that can be written");
            return Main.MISTAKE;
        }
        console.out()
                .println(
                        json
                                ? "{\"commands\":" + count[0] + ",\"whole\":" + (code == Main.OK) + "}"
                                : "written: " + out + ", " + count[0] + " commands");
        return code;
    }

    private int write(PrintWriter file, long[] count) {
        CommandText text = new CommandText();
        if (format == Format.csv) {
            file.println(JournalLines.HEADING);
        }
        try {
            range.read((sequence, timeMillis, buffer, offset, length) -> {
                text.of(buffer, offset, length);
                file.println(
                        format == Format.csv
                                ? JournalLines.csv(sequence, timeMillis, text)
                                : JournalLines.json(sequence, timeMillis, text));
                count[0]++;
            });
            return Main.OK;
        } catch (JournalException trouble) {
            console.err().println(trouble.getMessage());
            return JournalRange.exitCode(trouble);
        }
    }
}
