package io.baro.acd.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code baro agents extend}. Runs on: main thread. */
@Command(
        name = "extend",
        description = "Gives an agent longer for the call that has just ended.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: baro agents extend 1001 --by 30s"})
final class AgentExtend extends FloorCommand {
    @Parameters(paramLabel = "NUMBER", description = "The agent's number.")
    private String number;

    @Option(names = "--by", required = true, paramLabel = "TIME", description = "How much longer, 1s to 1h.")
    private String by;

    private long millis;

    AgentExtend(Connection connection) {
        super(connection);
    }

    @Override
    void check() throws CommandFailedException {
        millis = Spans.millis("--by", by);
    }

    @Override
    int run(Api api) throws CommandFailedException {
        Api.Answer answer =
                api.send("POST", Api.path("agents", number, "wrap-up"), new RequestBody().with("extend_ms", millis));
        return tell(answer, AgentWords.line(answer.fields(), moments()));
    }
}
