package io.baro.acd.cli;

import io.baro.acd.config.TokenPlan;
import io.baro.acd.rule.NearestName;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code baro token revoke}. Runs on: main thread. */
@Command(
        name = "revoke",
        description = "Takes a token out of the file, so that it is recognised no more.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: baro token revoke desk-7 --config /etc/baro"})
final class TokenRevoke implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "NAME", description = "Whose it is.")
    private String name;

    @Mixin
    private TokenDirectory directory;

    TokenRevoke(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try {
            List<String> names =
                    directory.tokens().stream().map(TokenPlan::name).toList();
            if (!names.contains(name)) {
                throw new CommandFailedException("token: nobody is called \"" + name + "\"; "
                        + NearestName.remedy(name, names, "see baro token list"));
            }
            directory.change(writer -> writer.remove(name));
            terminal.err().println("revoked: " + name);
            if (names.size() == 1) {
                terminal.err()
                        .println(
                                "warning: it was the last one; without any, everybody on this machine may do everything");
            }
            return ExitCode.DONE;
        } catch (CommandFailedException failed) {
            terminal.err().println(failed.getMessage());
            return failed.exitCode();
        }
    }
}
