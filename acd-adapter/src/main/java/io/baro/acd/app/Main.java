package io.baro.acd.app;

import io.baro.acd.cli.ExitCode;
import io.baro.acd.cli.FloorCommands;
import io.baro.acd.cli.Terminal;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code baro}: finds the subcommand and its exit code. Never does the work itself. Runs on: main thread. */
@Command(
        name = "baro",
        description = "Decides which agent takes which call, for contact centres that run Asterisk.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        footer = {
            "",
            "Examples:",
            "  baro demo                       a day of the model centre in a minute, no Asterisk needed",
            "  baro simulate --day config/nhis a day of the model centre in seconds, with a report",
            "  baro explain CALL --journal DIR --config DIR   why did a call go where it went?",
            "  baro check --config /etc/baro   is the configuration right?",
            "  baro run --config /etc/baro     route calls until SIGTERM",
            "  baro import queues.conf --to DIR   a configuration made of app_queue's",
            "  baro journal verify DIR         is what was recorded as it was written?",
            "  baro records rebuild --config DIR   makes the records for reports again from the journal",
            "  baro watch                      the floor of a running Baro, as it changes",
            "  baro agents pause 1001 --reason 2   acts on it; baro COMMAND --help says more",
            "  baro token create NAME --role supervisor --config /etc/baro   lets somebody do so",
            "",
            "Exit codes: 0 done, 1 a bug of Baro, 2 a mistake in the configuration or the command line, or Baro",
            "does not answer, does not allow it, does not know it or refuses it."
        })
public final class Main {
    /** Everything went as it should. */
    static final int OK = ExitCode.DONE;
    /** Our own mistake. */
    static final int BUG = ExitCode.BUG;
    /** The operator's mistake. */
    static final int MISTAKE = ExitCode.MISTAKE;

    private static final int HELP_WIDTH = 120;

    private Main() {}

    /** Runs the command line and leaves with its exit code. */
    public static void main(String[] args) {
        // UTF-8 whatever the locale: names and box-drawing arrive as they are.
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(execute(new Console(out, err, System.getenv()), args));
    }

    /** What a command sees of the world it was called from. */
    record Console(PrintWriter out, PrintWriter err, Map<String, String> environment) {}

    static int execute(Console console, String... args) {
        CommandLine commands = new CommandLine(new Main())
                .addSubcommand(new RunCommand(console))
                .addSubcommand(new CheckCommand(console))
                .addSubcommand(new ImportCommand(console))
                .addSubcommand(new DemoCommand(console))
                .addSubcommand(new SimulateCommand(console))
                .addSubcommand(new ExplainCommand(console))
                .addSubcommand(new ReplayCommand(console))
                .addSubcommand("journal", JournalCommand.of(console))
                .addSubcommand("records", RecordsCommand.of(console))
                .setOut(console.out())
                .setErr(console.err());
        FloorCommands.addTo(commands, Terminal.ofProcess(console.out(), console.err(), console.environment()));
        // At the usual 80 the examples break where nobody could copy them.
        commands.setUsageHelpWidth(HELP_WIDTH);
        if (args.length == 0) {
            commands.usage(console.err());
            return MISTAKE;
        }
        return commands.execute(args);
    }
}
