package io.baro.acd.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code baro calls show}. Runs on: main thread. */
@Command(
        name = "show",
        description = "Shows one call with the decisions about it that Baro remembers; older ones: baro explain.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: baro calls show CALL    with CALL from the first column of baro calls"})
final class CallShow extends FloorCommand {
    @Parameters(paramLabel = "CALL", description = "The call, as baro calls names it.")
    private String id;

    CallShow(Connection connection) {
        super(connection);
    }

    @Override
    int run(Api api) throws CommandFailedException {
        Api.Answer answer = api.get(Api.path("calls", id));
        return tell(
                answer,
                CallWords.page(answer.fields().part("call"), answer.fields().list("decisions"), moments()));
    }
}
