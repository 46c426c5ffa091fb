package io.baro.acd.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code baro rules check}. Runs on: main thread. */
@Command(
        name = "check",
        description = "Lets a running Baro check rules and changes nothing. A mistake is one line, with exit code 2.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: baro rules check rules.yaml"})
final class RulesCheck extends FloorCommand {
    @Parameters(paramLabel = "FILE", description = "The rules.")
    private Path file;

    private RuleText rules;

    RulesCheck(Connection connection) {
        super(connection);
    }

    @Override
    void check() throws CommandFailedException {
        rules = RuleText.read(file);
    }

    @Override
    int run(Api api) throws CommandFailedException {
        Api.Answer answer = api.send("POST", "/rules/check", rules.body());
        List<Fields> problems = answer.fields().list("problems");
        boolean wrong = RuleText.isWrong(problems);
        if (!wantsJson()) {
            rules.lines(problems).forEach(terminal().err()::println);
        }
        if (wantsJson() || !wrong) {
            tell(answer, "right: " + file);
        }
        return wrong ? ExitCode.MISTAKE : ExitCode.DONE;
    }
}
