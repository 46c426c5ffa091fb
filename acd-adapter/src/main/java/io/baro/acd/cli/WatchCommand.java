package io.baro.acd.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code baro watch}: the wallboard in a terminal, as it changes. Comes back by itself after a restart of Baro. Runs on: main thread. */
@Command(
        name = "watch",
        description = {
            "Shows the floor of a running Baro as it changes, until Ctrl-C: centres, the busiest queues, why calls went ahead.",
            "Not on a terminal: a line a second. With --json: each event as a line."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  baro watch --centre seoul",
            "  baro watch --json --topics calls,decisions | jq .event"
        })
final class WatchCommand extends FloorCommand {
    private static final String SHOWN_TOPICS = "floor,decisions";
    private static final long FIRST_WAIT_MILLIS = 500;
    private static final long LONGEST_WAIT_MILLIS = 5_000;

    @Option(names = "--centre", paramLabel = "C", description = "Only this one; not with --json.")
    private String centre;

    @Option(
            names = "--topics",
            paramLabel = "LIST",
            defaultValue = "floor",
            description = "With --json: of floor, agents, calls, reservations, decisions (${DEFAULT-VALUE}).")
    private String topics;

    @Option(names = "--events", paramLabel = "N", description = "End after so many events; for scripts.")
    private Long events;

    private FloorScreen screen;
    private long seen;

    WatchCommand(Connection connection) {
        super(connection);
    }

    static CommandLine of(Connection connection) {
        return connection.on(new WatchCommand(connection));
    }

    @Override
    int run(Api api) throws CommandFailedException {
        screen = new FloorScreen(moments(), centre);
        Map<String, String> query = new LinkedHashMap<>();
        query.put("topics", wantsJson() ? topics : SHOWN_TOPICS);
        String path = "/events" + Api.query(query);
        long wait = FIRST_WAIT_MILLIS;
        while (true) {
            long before = seen;
            try (EventStream stream = api.events(path)) {
                if (follow(stream)) {
                    return ExitCode.DONE;
                }
            } catch (UnreachableException notThere) {
                if (seen == 0) {
                    throw notThere;
                }
            } catch (IOException lost) {
                // As the end of the stream.
            }
            wait = seen > before ? FIRST_WAIT_MILLIS : Math.min(2 * wait, LONGEST_WAIT_MILLIS);
            terminal().err().println(api.base() + ": the connection has ended; trying again");
            rest(wait);
        }
    }

    /** Shows what comes; true: it is enough. */
    private boolean follow(EventStream stream) throws IOException {
        for (Optional<EventStream.Event> event = stream.next(); event.isPresent(); event = stream.next()) {
            show(event.get());
            seen++;
            boolean nobodyReads = terminal().out().checkError();
            if (nobodyReads || (events != null && seen >= events)) {
                return true;
            }
        }
        return false;
    }

    private void show(EventStream.Event event) {
        if (wantsJson()) {
            terminal().out().println(event.json());
        } else if (screen.take(event)) {
            if (terminal().isTerminal(Terminal.Descriptor.OUT)) {
                // Home, each line to its end, then nothing below: no flicker, no scrolling.
                terminal().out().print("\033[H" + String.join("\033[K\n", screen.lines()) + "\033[K\n\033[J");
            } else {
                terminal().out().println(screen.line());
            }
        }
    }

    private static void rest(long millis) throws CommandFailedException {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CommandFailedException("stopped");
        }
    }
}
