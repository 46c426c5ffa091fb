package io.baro.acd.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code baro rules rollback}. Runs on: main thread. */
@Command(
        name = "rollback",
        description = "Puts a kept version of the rules in force again.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: baro rules rollback 7"})
final class RulesRollback extends FloorCommand {
    @Parameters(paramLabel = "VERSION", description = "The version, as baro rules lists it.")
    private long version;

    RulesRollback(Connection connection) {
        super(connection);
    }

    @Override
    int run(Api api) throws CommandFailedException {
        Api.Answer answer = api.send("POST", "/rules/rollback", new RequestBody().with("version", version));
        return tell(answer, RulesCommand.inForce(answer.fields()));
    }
}
