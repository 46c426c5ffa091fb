package io.baro.acd.cli;

import picocli.CommandLine;

/** The commands about the floor of a running Baro, its tokens, and the shell's completion. Stateless. Runs on: main thread. */
public final class FloorCommands {
    private FloorCommands() {}

    /** Makes them subcommands. */
    public static void addTo(CommandLine baro, Terminal terminal) {
        baro.addSubcommand("queues", QueuesCommand.of(new Connection(terminal)))
                .addSubcommand("agents", AgentsCommand.of(new Connection(terminal)))
                .addSubcommand("calls", CallsCommand.of(new Connection(terminal)))
                .addSubcommand("reservations", ReservationsCommand.of(new Connection(terminal)))
                .addSubcommand("rules", RulesCommand.of(new Connection(terminal)))
                .addSubcommand("watch", WatchCommand.of(new Connection(terminal)))
                .addSubcommand("token", TokenCommand.of(terminal))
                .addSubcommand(new CompletionCommand(terminal))
                // Again: what is added takes over nothing.
                .setOut(terminal.out())
                .setErr(terminal.err());
    }
}
