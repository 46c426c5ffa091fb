package io.baro.acd.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code baro journal}: looks into a journal and never changes it. Runs on: main thread. */
@Command(
        name = "journal",
        description = {
            "Looks into a journal: the directory state_dir/journal of a Baro that runs, runs no more, or will not start.",
            "Changes nothing. Tells no number and no caller's key."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  baro journal verify state/journal                     is every byte as it was written?",
            "  baro journal dump state/journal --from 120 --to 140   what was the router told?",
            "  baro journal export state/journal --format csv --out commands.csv",
            "",
            "Exit codes: 0 done, 1 the journal is damaged, 2 it cannot be read, or a mistake in the command line."
        })
final class JournalCommand implements Runnable {
    /** The journal is not what was written. */
    static final int DAMAGED = 1;

    @Spec
    private CommandSpec spec;

    /** With its subcommands. */
    static CommandLine of(Main.Console console) {
        return new CommandLine(new JournalCommand())
                .addSubcommand(new JournalVerify(console))
                .addSubcommand(new JournalDump(console))
                .addSubcommand(new JournalExport(console));
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "journal: write verify, dump or export");
    }
}
