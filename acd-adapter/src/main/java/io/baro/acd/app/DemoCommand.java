package io.baro.acd.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code baro demo}. */
@Command(name = "demo", description = "A day of the model centre in a minute.", mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private final Main.Console console;

    DemoCommand(Main.Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.err().println("not yet");
        return Main.MISTAKE;
    }
}
