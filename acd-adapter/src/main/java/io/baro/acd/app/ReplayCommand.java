package io.baro.acd.app;

import io.baro.acd.cli.Progress;
import io.baro.acd.report.CsvFile;
import io.baro.acd.report.DaysJson;
import io.baro.acd.report.ReplayedDays;
import io.baro.acd.report.ReportPage;
import io.baro.acd.report.SideBySide;
import io.baro.acd.report.TextTable;
import io.baro.engine.journal.JournalException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code baro replay}: what other rules would have made of a recorded day. Runs on: main thread. */
@Command(
        name = "replay",
        description = {
            "Lets the callers and agents of a journal live their day once more under other rules.",
            "First shows that under its own rules the day is the same again, or why not. docs/replay.md says how."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example: baro replay state/journal --config /etc/baro --rules other.yaml --out report"})
final class ReplayCommand implements Callable<Integer> {
    private final Main.Console console;

    @Parameters(paramLabel = "JOURNAL", description = "What Baro recorded: the directory state_dir/journal.")
    private Path journal;

    @Option(names = "--config", required = true, paramLabel = "DIR", description = "Its configuration, for the names.")
    private Path dir;

    @Option(names = "--rules", required = true, paramLabel = "FILE", description = "The other rules.")
    private Path rules;

    @Option(names = "--out", paramLabel = "DIR", description = "Where to write (a directory for temporary files).")
    private Path out;

    @Option(names = "--json", description = "One line of JSON to stdout, everything else to stderr.")
    private boolean json;

    ReplayCommand(Main.Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Optional<DayConfiguration> loaded = DayConfiguration.ofJournal(dir, journal, console);
        Optional<DayConfiguration> other = loaded.flatMap(day -> day.withRules(rules, console.err()));
        if (other.isEmpty()) {
            return Main.MISTAKE;
        }
        try {
            return replay(loaded.get(), other.get());
        } catch (JournalException unusable) {
            console.err().println("replay: " + unusable.getMessage());
            return Main.MISTAKE;
        }
    }

    private int replay(DayConfiguration own, DayConfiguration other) throws IOException {
        ReplayedDays days = live(own, other);
        if (days.commands() == 0) {
            console.err().println("replay: no command in " + journal + "; name a journal that Baro wrote");
            return Main.MISTAKE;
        }
        PrintWriter text = json ? console.err() : console.out();
        days.verification().forEach(text::println);
        for (List<List<String>> rows : tables(days)) {
            text.println();
            TextTable table = new TextTable(rows.getFirst());
            rows.subList(1, rows.size()).forEach(table::add);
            table.lines().forEach(text::println);
        }
        Path written = write(days);
        text.println();
        text.println("written: " + written);
        text.println(days.difference());
        if (json) {
            console.out().println(DaysJson.of(days, written.toString()));
        }
        return Main.OK;
    }

    private ReplayedDays live(DayConfiguration own, DayConfiguration other) throws JournalException {
        try (Progress progress = Progress.of(console.err(), "reading the journal and living its day twice")) {
            progress.tick();
            return new ReplayedDays(
                    journal,
                    new ReplayedDays.Installation(
                            Server.limits(own.configuration()),
                            own.configuration().server().zone(),
                            own.configuration().server().answerWithin().toMillis(),
                            own.names()),
                    other.ruleCommands(),
                    other.names());
        }
    }

    private static List<List<List<String>>> tables(ReplayedDays days) {
        return List.of(
                SideBySide.rows(
                        "centre",
                        days.recorded().centresAndWhole(),
                        days.otherwise().centresAndWhole()),
                SideBySide.rows(
                        "queue", days.recorded().kinds(), days.otherwise().kinds()),
                SideBySide.rows(
                        "rule", days.recorded().rules(), days.otherwise().rules()));
    }

    private Path write(ReplayedDays days) throws IOException {
        Path into = out != null ? out : Files.createTempDirectory("baro-replay-");
        Files.createDirectories(into);
        CsvFile.write(into.resolve("figures-recorded.csv"), days.recorded());
        CsvFile.write(into.resolve("figures-otherwise.csv"), days.otherwise());
        ReportPage page = new ReportPage(
                "A recorded day under other rules", String.join("; ", days.verification()) + "; " + days.difference());
        page.heading("As it was").tiles(days.recorded().whole()).plots(days.recorded());
        page.heading("Under the other rules").tiles(days.otherwise().whole()).plots(days.otherwise());
        List<List<List<String>>> tables = tables(days);
        page.rows("Centres, recorded > otherwise", tables.get(0))
                .rows("Queues, recorded > otherwise", tables.get(1))
                .rows("Rules, recorded > otherwise", tables.get(2));
        page.write(into.resolve("report.html"));
        return into;
    }
}
