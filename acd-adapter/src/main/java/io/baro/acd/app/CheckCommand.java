package io.baro.acd.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code baro check}: says whether a configuration directory is right, and starts nothing. Runs on: main thread. */
@Command(
        name = "check",
        description = "Says whether a configuration directory is right, line by line. Starts nothing.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    private final Main.Console console;

    @Option(names = "--config", required = true, paramLabel = "DIR", description = "The configuration directory.")
    private Path dir;

    CheckCommand(Main.Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Optional<LoadedConfiguration> loaded =
                LoadedConfiguration.load(dir, LoadedConfiguration.Key.PASSING, console.environment(), console.err());
        if (loaded.isEmpty()) {
            return Main.MISTAKE;
        }
        console.out().print(CheckSummary.of(loaded.get()));
        console.out().flush();
        return Main.OK;
    }
}
