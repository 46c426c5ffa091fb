package io.baro.acd.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code baro calls withdraw}. Runs on: main thread. */
@Command(
        name = "withdraw",
        description = "Takes a waiting caller out of the line, to the fallback queue of his PBX.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: baro calls withdraw CALL --yes"})
final class CallWithdraw extends FloorCommand {
    @Parameters(paramLabel = "CALL", description = "The call, as baro calls names it.")
    private String id;

    @Mixin
    private Consent consent;

    CallWithdraw(Connection connection) {
        super(connection);
    }

    @Override
    void check() throws CommandFailedException {
        consent.demand("taking call " + id + " out of the line", terminal());
    }

    @Override
    int run(Api api) throws CommandFailedException {
        Api.Answer answer = api.send("DELETE", Api.path("calls", id));
        return tell(answer, CallWords.line(answer.fields()));
    }
}
