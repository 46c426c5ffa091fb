package io.baro.acd.cli;

import io.baro.acd.report.TextTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code baro rules simulate}. Runs on: main thread. */
@Command(
        name = "simulate",
        description = {
            "Lets a running Baro live the last day of its journal twice, under its rules and under these, side by side.",
            "Takes a while. Without a running Baro: baro replay, baro simulate."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example: baro rules simulate rules.yaml"})
final class RulesSimulate extends FloorCommand {
    private static final Set<String> SHARES = Set.of("service_level", "abandonment", "occupancy");

    @Parameters(paramLabel = "FILE", description = "The rules.")
    private Path file;

    private RuleText rules;

    RulesSimulate(Connection connection) {
        super(connection);
    }

    @Override
    void check() throws CommandFailedException {
        rules = RuleText.read(file);
    }

    @Override
    int run(Api api) throws CommandFailedException {
        Api.Answer answer;
        try (Progress progress = Progress.on(terminal(), "living the last day twice")) {
            progress.tick();
            answer = api.sendAndWait("POST", "/rules/simulate", rules.body());
        } catch (RulesWrongException wrong) {
            rules.lines(wrong.problems()).forEach(terminal().err()::println);
            return ExitCode.MISTAKE;
        }
        return tell(answer, lines(answer.fields()));
    }

    private List<String> lines(Fields days) {
        List<String> lines = new ArrayList<>();
        lines.add(moments().day(days.text("from")) + " to " + moments().day(days.text("until")));
        TextTable table = new TextTable(List.of("", "before", "after"));
        for (Fields row : days.list("rows")) {
            String what = row.text("what");
            table.add(List.of(
                    what.replace("_ms", "").replace('_', ' '),
                    figure(what, row.fraction("before")),
                    figure(what, row.fraction("after"))));
        }
        lines.addAll(table.lines());
        return lines;
    }

    private static String figure(String what, OptionalDouble value) {
        if (value.isEmpty() || SHARES.contains(what)) {
            return Spans.percent(value);
        }
        if (what.endsWith("_ms")) {
            return Spans.text(Math.round(value.getAsDouble()));
        }
        double number = value.getAsDouble();
        return number == Math.rint(number)
                ? String.format(Locale.ROOT, "%,d", (long) number)
                : String.format(Locale.ROOT, "%,.2f", number);
    }
}
