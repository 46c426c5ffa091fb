package io.baro.acd.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code baro queues close}. Runs on: main thread. */
@Command(
        name = "close",
        description = "Closes a queue now; its hours open it again at their next beginning.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: baro queues close seoul general"})
final class QueueClose extends FloorCommand {
    @Parameters(index = "0", paramLabel = "CENTRE", description = "The centre.")
    private String centre;

    @Parameters(index = "1", paramLabel = "QUEUE", description = "The queue.")
    private String queue;

    QueueClose(Connection connection) {
        super(connection);
    }

    @Override
    int run(Api api) throws CommandFailedException {
        Api.Answer answer = api.send("POST", Api.path("centres", centre, "queues", queue, "close"));
        return tell(answer, QueueWords.line(answer.fields()));
    }
}
