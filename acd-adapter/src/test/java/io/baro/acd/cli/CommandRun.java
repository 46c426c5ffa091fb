package io.baro.acd.cli;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Runs commands of the floor as a person or a script would, and keeps what they said. */
final class CommandRun {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T00:15:02Z"), ZoneId.of("Asia/Seoul"));

    private final Map<String, String> environment = new HashMap<>();
    private final Set<Terminal.Descriptor> people = EnumSet.noneOf(Terminal.Descriptor.class);
    private String input = "";
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @Command(name = "baro")
    private static final class Baro {}

    /** Everything goes to that server. */
    static CommandRun to(ContractServer server) {
        return new CommandRun().with(Connection.URL, server.url());
    }

    CommandRun with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    CommandRun typing(String lines) {
        input = lines;
        return this;
    }

    /** Somebody sits there. */
    CommandRun onTerminal() {
        people.addAll(EnumSet.allOf(Terminal.Descriptor.class));
        return this;
    }

    int baro(String... args) {
        out = new StringWriter();
        err = new StringWriter();
        return commands().execute(args);
    }

    CommandLine commands() {
        PrintWriter outWriter = new PrintWriter(out, true);
        PrintWriter errWriter = new PrintWriter(err, true);
        CommandLine baro = new CommandLine(new Baro()).setOut(outWriter).setErr(errWriter);
        BufferedReader in = new BufferedReader(new StringReader(input));
        FloorCommands.addTo(baro, new Terminal(outWriter, errWriter, environment, in, CLOCK, people));
        return baro;
    }

    String out() {
        return out.toString();
    }

    List<String> outLines() {
        return out.toString().lines().toList();
    }

    String err() {
        return err.toString();
    }

    List<String> errLines() {
        return err.toString().lines().toList();
    }
}
