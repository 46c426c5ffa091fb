package io.baro.acd.cli;

import picocli.CommandLine.Command;

/** {@code baro rules show}. Runs on: main thread. */
@Command(
        name = "show",
        description = "Prints the rules in force as they were written.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: baro rules show > rules.yaml"})
final class RulesShow extends FloorCommand {
    RulesShow(Connection connection) {
        super(connection);
    }

    @Override
    int run(Api api) throws CommandFailedException {
        Api.Answer answer = api.get("/rules");
        return tell(answer, answer.fields().textOr("text", "").stripTrailing());
    }
}
