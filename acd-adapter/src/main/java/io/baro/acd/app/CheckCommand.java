package io.baro.acd.app;

import io.baro.acd.config.Problem;
import io.baro.acd.config.Problems;
import io.baro.acd.report.JsonText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code baro check}: says whether a configuration directory is right, and starts nothing. Runs on: main thread. */
@Command(
        name = "check",
        description = "Says whether a configuration directory is right, line by line. Starts nothing.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  baro check --config /etc/baro",
            "  baro check --config /etc/baro --json    for an editor or a pipeline: right, problems, what there is"
        })
final class CheckCommand implements Callable<Integer> {
    private final Main.Console console;

    @Option(names = "--config", required = true, paramLabel = "DIR", description = "The configuration directory.")
    private Path dir;

    @Option(names = "--json", description = "One line of JSON, problems included.")
    private boolean json;

    CheckCommand(Main.Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return json ? tellMachines() : tellPeople();
    }

    private int tellPeople() {
        Optional<LoadedConfiguration> loaded =
                LoadedConfiguration.load(dir, LoadedConfiguration.Key.PASSING, console.environment(), console.err());
        if (loaded.isEmpty()) {
            return Main.MISTAKE;
        }
        console.out().print(CheckSummary.of(loaded.get()));
        console.out().flush();
        return Main.OK;
    }

    private int tellMachines() {
        Problems problems = new Problems();
        Optional<LoadedConfiguration> loaded =
                LoadedConfiguration.load(dir, LoadedConfiguration.Key.PASSING, console.environment(), problems);
        boolean right = loaded.isPresent() && !problems.hasErrors();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("right", right);
        List<Map<String, Object>> told = new ArrayList<>();
        problems.errors().forEach(problem -> told.add(document(problem, false)));
        problems.warnings().forEach(problem -> told.add(document(problem, true)));
        all.put("problems", told);
        if (right) {
            all.putAll(CheckSummary.counts(loaded.get()));
        }
        console.out().println(JsonText.of(all));
        return right ? Main.OK : Main.MISTAKE;
    }

    private static Map<String, Object> document(Problem problem, boolean warning) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("file", problem.file());
        document.put("line", problem.line());
        document.put("column", problem.column());
        document.put("what", problem.what());
        document.put("remedy", problem.remedy());
        document.put("warning", warning);
        return document;
    }
}
