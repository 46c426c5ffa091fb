package io.baro.acd.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code baro queues open}. Runs on: main thread. */
@Command(
        name = "open",
        description = "Opens a queue now; its hours close it again at their next end.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: baro queues open seoul general"})
final class QueueOpen extends FloorCommand {
    @Parameters(index = "0", paramLabel = "CENTRE", description = "The centre.")
    private String centre;

    @Parameters(index = "1", paramLabel = "QUEUE", description = "The queue.")
    private String queue;

    QueueOpen(Connection connection) {
        super(connection);
    }

    @Override
    int run(Api api) throws CommandFailedException {
        Api.Answer answer = api.send("POST", Api.path("centres", centre, "queues", queue, "open"));
        return tell(answer, QueueWords.line(answer.fields()));
    }
}
