package io.baro.acd.cli;

import java.util.List;
import java.util.concurrent.Callable;

/** A command about the floor: asks a running Baro over HTTP and ends with an exit code and, when it could not, one line. Main thread. */
abstract class FloorCommand implements Callable<Integer> {
    private final Connection connection;

    FloorCommand(Connection connection) {
        this.connection = connection;
    }

    /** Asks, and prints. */
    abstract int run(Api api) throws CommandFailedException;

    /** What can be said before anybody is asked. */
    void check() throws CommandFailedException {}

    @Override
    public final Integer call() {
        try {
            check();
            try (Api api = connection.open()) {
                int code = run(api);
                terminal().out().flush();
                return code;
            }
        } catch (CommandFailedException failed) {
            terminal().err().println(failed.getMessage());
            return failed.exitCode();
        }
    }

    final Terminal terminal() {
        return connection.terminal();
    }

    final Connection connection() {
        return connection;
    }

    final boolean wantsJson() {
        return connection.wantsJson();
    }

    final Moments moments() {
        return new Moments(terminal().clock());
    }

    /** The server's document if that is wanted, else these words. */
    final int tell(Api.Answer answer, Iterable<String> lines) {
        if (wantsJson()) {
            printAsItIs(answer);
        } else {
            lines.forEach(terminal().out()::println);
        }
        return ExitCode.DONE;
    }

    final int tell(Api.Answer answer, String line) {
        return tell(answer, List.of(line));
    }

    private void printAsItIs(Api.Answer answer) {
        terminal().out().print(answer.text());
        if (!answer.text().endsWith("\n")) {
            terminal().out().println();
        }
    }
}
