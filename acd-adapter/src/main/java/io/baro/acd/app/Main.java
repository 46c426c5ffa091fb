package io.baro.acd.app;

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
            "  baro journal verify DIR         is what was recorded as it was written?",
            "  baro records rebuild --config DIR   makes the records for reports again from the journal",
            "",
            "Exit codes: 0 done, 1 a bug of Baro, 2 a mistake in the configuration or the command line."
        })
public final class Main {
    /** Everything went as it should. */
    static final int OK = 0;
    /** Our own mistake. */
    static final int BUG = 1;
    /** The operator's mistake. */
    static final int MISTAKE = 2;

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
                .addSubcommand(new DemoCommand(console))
                .addSubcommand(new SimulateCommand(console))
                .addSubcommand(new ExplainCommand(console))
                .addSubcommand(new ReplayCommand(console))
                .addSubcommand("journal", JournalCommand.of(console))
                .addSubcommand("records", RecordsCommand.of(console))
                .setOut(console.out())
                .setErr(console.err());
        if (args.length == 0) {
            commands.usage(console.err());
            return MISTAKE;
        }
        return commands.execute(args);
    }
}
