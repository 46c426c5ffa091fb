package io.baro.acd.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code baro calls move}. Runs on: main thread. */
@Command(
        name = "move",
        description = "Moves a waiting call to another queue of its centre; it keeps its place in line.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: baro calls move CALL --to contribution"})
final class CallMove extends FloorCommand {
    @Parameters(paramLabel = "CALL", description = "The call, as baro calls names it.")
    private String id;

    @Option(names = "--to", required = true, paramLabel = "QUEUE", description = "The other queue.")
    private String queue;

    CallMove(Connection connection) {
        super(connection);
    }

    @Override
    int run(Api api) throws CommandFailedException {
        Api.Answer answer = api.send("POST", Api.path("calls", id, "move"), new RequestBody().with("queue", queue));
        return tell(answer, CallWords.line(answer.fields()));
    }
}
