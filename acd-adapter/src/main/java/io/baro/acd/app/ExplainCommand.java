package io.baro.acd.app;

import io.baro.acd.report.CallNames;
import io.baro.acd.report.CallWitness;
import io.baro.acd.report.JournalRun;
import io.baro.acd.report.ReportNames;
import io.baro.engine.journal.JournalException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code baro explain}: why a call went where it went. Runs on: main thread. */
@Command(
        name = "explain",
        description = {
            "Runs the router over a journal once more and says everything that decided about one call.",
            "Tells no number and no birth date."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example: baro explain 1795400000.12@seoul --journal state/journal --config /etc/baro"})
final class ExplainCommand implements Callable<Integer> {
    private final Main.Console console;

    @Parameters(paramLabel = "CALL", description = "<epoch>.<seq>@<centre>, as the PBX names it, or the call's id.")
    private String call;

    @Option(names = "--journal", required = true, paramLabel = "DIR", description = "The journal, state_dir/journal.")
    private Path journal;

    @Option(names = "--config", required = true, paramLabel = "DIR", description = "Its configuration, for the names.")
    private Path dir;

    @Option(names = "--json", description = "One line of JSON.")
    private boolean json;

    ExplainCommand(Main.Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Optional<DayConfiguration> loaded = DayConfiguration.ofJournal(dir, journal, console);
        if (loaded.isEmpty()) {
            return Main.MISTAKE;
        }
        ReportNames names = loaded.get().names();
        OptionalLong callId = CallNames.parse(call, names.centres());
        if (callId.isEmpty()) {
            console.err()
                    .println("explain: \"" + call + "\" names no call; write <epoch>.<seq>@<centre> with one of "
                            + String.join(", ", names.centres()) + ", or its id");
            return Main.MISTAKE;
        }
        CallWitness witness = new CallWitness(
                callId.getAsLong(), names, loaded.get().configuration().server().zone());
        long commands;
        JournalRun run = new JournalRun(Server.limits(loaded.get().configuration()), List.of(witness));
        try {
            commands = run.read(journal);
        } catch (JournalException unusable) {
            console.err().println("explain: " + unusable.getMessage());
            return Main.MISTAKE;
        }
        if (run.forgotten() > 0) {
            console.err()
                    .printf(
                            "warning: the first %d commands of %s are kept no more; what they made is not known%n",
                            run.forgotten(), journal);
        }
        if (witness.explanation().isEmpty()) {
            console.err().printf("explain: none of the %d commands of %s is about call %s%n", commands, journal, call);
            return Main.MISTAKE;
        }
        if (json) {
            console.out().println(witness.explanation().json());
        } else {
            witness.explanation().lines().forEach(console.out()::println);
        }
        return Main.OK;
    }
}
