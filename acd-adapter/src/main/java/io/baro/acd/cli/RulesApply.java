package io.baro.acd.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code baro rules apply}. Runs on: main thread. */
@Command(
        name = "apply",
        description = "Puts rules in force, whole or not at all; they are written to the server's rules.yaml.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: baro rules apply rules.yaml --base-version 7"})
final class RulesApply extends FloorCommand {
    @Parameters(paramLabel = "FILE", description = "The rules.")
    private Path file;

    @Option(
            names = "--base-version",
            paramLabel = "N",
            description = "The version that was edited: refused when another is in force by now.")
    private Long baseVersion;

    private RuleText rules;

    RulesApply(Connection connection) {
        super(connection);
    }

    @Override
    void check() throws CommandFailedException {
        rules = RuleText.read(file);
    }

    @Override
    int run(Api api) throws CommandFailedException {
        RequestBody body = rules.body();
        if (baseVersion != null) {
            body.with("base_version", baseVersion);
        }
        try {
            Api.Answer answer = api.send("PUT", "/rules", body);
            return tell(answer, RulesCommand.inForce(answer.fields()));
        } catch (RulesWrongException wrong) {
            rules.lines(wrong.problems()).forEach(terminal().err()::println);
            return ExitCode.MISTAKE;
        }
    }
}
