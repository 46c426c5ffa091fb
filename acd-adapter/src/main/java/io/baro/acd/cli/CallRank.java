package io.baro.acd.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code baro calls rank}. Runs on: main thread. */
@Command(
        name = "rank",
        description = "Sets the head start of a waiting call, in place of the one that its rules gave it.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: baro calls rank CALL --boost 5m"})
final class CallRank extends FloorCommand {
    @Parameters(paramLabel = "CALL", description = "The call, as baro calls names it.")
    private String id;

    @Option(
            names = "--boost",
            required = true,
            paramLabel = "TIME",
            description = "As if it had come so much earlier, within max_boost; --boost=-5m: later.")
    private String boost;

    private long millis;

    CallRank(Connection connection) {
        super(connection);
    }

    @Override
    void check() throws CommandFailedException {
        millis = Spans.millis("--boost", boost);
    }

    @Override
    int run(Api api) throws CommandFailedException {
        Api.Answer answer = api.send("PUT", Api.path("calls", id, "rank"), new RequestBody().with("boost_ms", millis));
        return tell(answer, CallWords.line(answer.fields()));
    }
}
