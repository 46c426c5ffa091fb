package io.baro.acd.app;

import io.baro.acd.cli.Progress;
import io.baro.acd.report.CsvFile;
import io.baro.acd.report.EwtTable;
import io.baro.acd.report.JournalOnlooker;
import io.baro.acd.report.ReportPage;
import io.baro.acd.report.TextTable;
import io.baro.engine.journal.JournalException;
import io.baro.engine.rehearsal.Onlooker;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code baro simulate}: a whole day against the production router, in seconds. Runs on: main thread. */
@Command(
        name = "simulate",
        description = {
            "Lets a seeded day happen to the router: callers, agents and PBXs in virtual time, no socket, no thread.",
            "Prints a table and one last line, and writes figures.csv and report.html."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  baro simulate --day config/nhis --seed 7 --out report",
            "  baro simulate --day /etc/baro --rules other.yaml --share 120 --json"
        })
final class SimulateCommand implements Callable<Integer> {
    private static final int MOST_PERCENT = 1_000;

    private final Main.Console console;

    @Option(names = "--day", required = true, paramLabel = "DIR", description = "The configuration directory.")
    private Path dir;

    @Option(names = "--seed", defaultValue = "1", description = "Same seed, same callers and agents.")
    private long seed;

    @Option(names = "--rules", paramLabel = "FILE", description = "Other rules than the directory's.")
    private Path rules;

    @Option(
            names = "--date",
            defaultValue = "2026-11-23",
            description = "Which day it is (${DEFAULT-VALUE}, a Monday).")
    private LocalDate date;

    @Option(names = "--share", defaultValue = "100", description = "Per cent of the usual calls (${DEFAULT-VALUE}).")
    private int share;

    @Option(names = "--out", paramLabel = "DIR", description = "Where to write (a directory for temporary files).")
    private Path out;

    @Option(names = "--journal", paramLabel = "DIR", description = "Keep all commands in a new journal, too.")
    private Path journal;

    @Option(names = "--ewt", description = "Compare the waits that callers were told with other products' formulas.")
    private boolean ewt;

    @Option(names = "--json", description = "One line of JSON to stdout, everything else to stderr.")
    private boolean json;

    SimulateCommand(Main.Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (share < 1 || share > MOST_PERCENT) {
            console.err().println("simulate: --share is 1 to " + MOST_PERCENT + " per cent");
            return Main.MISTAKE;
        }
        if (journal != null && Files.exists(journal)) {
            console.err().println("simulate: " + journal + " exists; a journal begins in a new directory");
            return Main.MISTAKE;
        }
        Optional<DayConfiguration> loaded = DayConfiguration.load(dir, console)
                .flatMap(day -> rules == null ? Optional.of(day) : day.withRules(rules, console.err()));
        if (loaded.isEmpty()) {
            return Main.MISTAKE;
        }
        SimulatedDay day;
        try {
            day = live(loaded.get());
        } catch (JournalException unusable) {
            console.err().println("simulate: " + unusable.getMessage());
            return Main.MISTAKE;
        }
        PrintWriter text = json ? console.err() : console.out();
        tables(day).forEach(text::println);
        text.println("written: " + write(day));
        if (!day.firstBreach().isEmpty()) {
            text.println("a promise was broken: " + day.firstBreach());
        }
        text.println(day.lastLine());
        if (json) {
            console.out().println(day.json());
        }
        return day.isRight() ? Main.OK : Main.BUG;
    }

    private SimulatedDay live(DayConfiguration configuration) throws JournalException {
        if (journal == null) {
            return live(configuration, List.of());
        }
        try (JournalOnlooker recorder = new JournalOnlooker(journal)) {
            return live(configuration, List.of(recorder));
        }
    }

    private SimulatedDay live(DayConfiguration configuration, List<Onlooker> others) {
        try (Progress progress = Progress.of(console.err(), "living the day")) {
            List<Onlooker> all = new ArrayList<>(others);
            if (progress.isShown()) {
                ZoneId zone = configuration.configuration().server().zone();
                long midnight = date.atStartOfDay(zone).toInstant().toEpochMilli();
                all.add(new DayProgress(progress, midnight));
            }
            SimulatedDay day = new SimulatedDay(configuration, date, seed, share, all);
            day.run();
            return day;
        }
    }

    private List<String> tables(SimulatedDay day) {
        List<String> lines = new ArrayList<>();
        lines.addAll(TextTable.of("centre", day.book().centresAndWhole()).lines());
        lines.add("");
        lines.addAll(TextTable.of("queue", day.book().kinds()).lines());
        lines.add("");
        lines.addAll(TextTable.of("rule", day.book().rules()).lines());
        if (ewt) {
            lines.add("");
            lines.addAll(EwtTable.lines(day.referee()));
        }
        lines.add("");
        lines.add(String.format(
                Locale.ROOT, "%s, seed %d: %,d commands in %.1f s", date, seed, day.commands(), day.seconds()));
        return lines;
    }

    private Path write(SimulatedDay day) throws IOException {
        Path into = out != null ? out : Files.createTempDirectory("baro-simulate-");
        Files.createDirectories(into);
        CsvFile.write(into.resolve("figures.csv"), day.book());
        ReportPage page = new ReportPage(
                        "A simulated day of " + dir.toAbsolutePath().normalize().getFileName(),
                        String.format(
                                Locale.ROOT,
                                "%s, seed %d, %d %% of the usual calls. %s",
                                date,
                                seed,
                                share,
                                day.lastLine()))
                .tiles(day.book().whole())
                .plots(day.book())
                .table("Centres", day.book().centresAndWhole())
                .table("Queues", day.book().kinds())
                .table("Rules", day.book().rules())
                .rows("Waits told to callers", EwtTable.rows(day.referee()))
                .table("Queues by centre", day.book().queues());
        page.write(into.resolve("report.html"));
        return into;
    }
}
