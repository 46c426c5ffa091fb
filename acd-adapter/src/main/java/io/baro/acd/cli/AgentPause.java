package io.baro.acd.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code baro agents pause}. Runs on: main thread. */
@Command(
        name = "pause",
        description = "Pauses an agent; a talk goes on.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: baro agents pause 1001 --reason 2"})
final class AgentPause extends FloorCommand {
    @Parameters(paramLabel = "NUMBER", description = "The agent's number.")
    private String number;

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "N",
            description = "The number of the reason, 0-99, as agents dial it behind *83.")
    private int reason;

    AgentPause(Connection connection) {
        super(connection);
    }

    @Override
    int run(Api api) throws CommandFailedException {
        Api.Answer answer =
                api.send("POST", Api.path("agents", number, "pause"), new RequestBody().with("reason", reason));
        return tell(answer, AgentWords.line(answer.fields(), moments()));
    }
}
