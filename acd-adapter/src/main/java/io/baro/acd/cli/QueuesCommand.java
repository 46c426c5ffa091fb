package io.baro.acd.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code baro queues}: the lines of all centres. Runs on: main thread. */
@Command(
        name = "queues",
        description = {
            "Shows the queues of a running Baro: who waits, how long, what callers were told, and the day so far.",
            "With --json the whole floor, whatever --centre says."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  baro queues --centre seoul",
            "  baro queues close seoul general    its hours open it again at their next beginning"
        })
final class QueuesCommand extends FloorCommand {
    @Option(names = "--centre", paramLabel = "C", description = "Only this centre's.")
    private String centre;

    QueuesCommand(Connection connection) {
        super(connection);
    }

    /** With its subcommands. */
    static CommandLine of(Connection connection) {
        return connection
                .on(new QueuesCommand(connection))
                .addSubcommand(new QueueOpen(connection))
                .addSubcommand(new QueueClose(connection));
    }

    @Override
    int run(Api api) throws CommandFailedException {
        Api.Answer answer = api.get("/floor");
        List<Fields> centres = answer.fields().list("centres").stream()
                .filter(one -> centre == null || one.text("name").equals(centre))
                .toList();
        if (centre != null && centres.isEmpty() && !wantsJson()) {
            throw new CommandFailedException("queues: no centre is called \"" + centre + "\"; write one of "
                    + String.join(
                            ", ",
                            answer.fields().list("centres").stream()
                                    .map(one -> one.text("name"))
                                    .toList()));
        }
        List<Fields> queues =
                centres.stream().flatMap(one -> one.list("queues").stream()).toList();
        return tell(answer, QueueWords.table(queues).lines());
    }
}
