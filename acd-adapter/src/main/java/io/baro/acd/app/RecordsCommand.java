package io.baro.acd.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code baro records}: what an operator does to the records for reports. Runs on: main thread. */
@Command(
        name = "records",
        description = {
            "Looks after the records for reports, in the database that baro.yaml names. Also beside a Baro that runs.",
            "The records are made of the journal: what is lost of them can be made again as long as it is there."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  baro records rebuild --config /etc/baro    makes them again from the journal",
            "  baro records erase --config /etc/baro      erases a person whose number is read from standard input",
            "  baro records purge --config /etc/baro      deletes what is older than records.retention",
            "  baro records to-call --config /etc/baro    lists whom a person has to call",
            "",
            "Exit codes: 0 done, 2 not possible, or a mistake in the configuration or the command line."
        })
final class RecordsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    /** With its subcommands. */
    static CommandLine of(Main.Console console) {
        return new CommandLine(new RecordsCommand())
                .addSubcommand(new RecordsRebuild(console))
                .addSubcommand(new RecordsErase(console, System.in))
                .addSubcommand(new RecordsPurge(console))
                .addSubcommand(new RecordsToCall(console));
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "records: write rebuild, erase, purge or to-call");
    }
}
