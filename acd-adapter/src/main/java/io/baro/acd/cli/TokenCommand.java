package io.baro.acd.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code baro token}: who may use the HTTP API, as what. Needs the configuration directory, no running Baro. Runs on: main thread. */
@Command(
        name = "token",
        description = {
            "Looks after tokens.csv in the configuration directory: who may ask Baro over HTTP, and do what.",
            "The file holds no token, only what it is recognised by."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  baro token create shift-leader --role supervisor --config /etc/baro > token",
            "  baro token create desk-7 --role agent --agent 1001 --config /etc/baro",
            "  baro token list --config /etc/baro",
            "  baro token revoke desk-7 --config /etc/baro"
        })
final class TokenCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    /** With its subcommands. */
    static CommandLine of(Terminal terminal) {
        return new CommandLine(new TokenCommand())
                .addSubcommand(new TokenCreate(terminal))
                .addSubcommand(new TokenList(terminal))
                .addSubcommand(new TokenRevoke(terminal));
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "token: write create, list or revoke");
    }
}
