package io.baro.acd.app;

import io.baro.acd.report.JournalReport;
import io.baro.engine.journal.JournalCheck;
import io.baro.engine.journal.JournalException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code baro journal verify}: reads every byte of a journal. Runs on: main thread. */
@Command(
        name = "verify",
        description = {
            "Reads every byte and says how much there is, whether its end is torn, or where it is damaged.",
            "A torn end was never durable and is cut at the next start; damage is not. Exit code 1: damaged."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example: baro journal verify state/journal"})
final class JournalVerify implements Callable<Integer> {
    private final Main.Console console;

    @Parameters(paramLabel = "DIR", description = "The journal, state_dir/journal.")
    private Path directory;

    @Option(names = "--json", description = "One line of JSON.")
    private boolean json;

    JournalVerify(Main.Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try {
            JournalCheck check = JournalCheck.of(directory);
            if (json) {
                console.out().println(JournalReport.json(check));
            } else {
                JournalReport.lines(check).forEach(console.out()::println);
            }
            return Main.OK;
        } catch (JournalException trouble) {
            if (json) {
                console.out().println(JournalReport.json(trouble));
            } else {
                console.err().println(trouble.getMessage());
            }
            return JournalRange.exitCode(trouble);
        }
    }
}
