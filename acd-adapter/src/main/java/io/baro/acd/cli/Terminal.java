package io.baro.acd.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a command sees of the world it was called from. Never decides anything. One thread.
 *
 * @param clock also says in which zone times are told
 * @param people the streams that end at a person, not in a file or a pipe
 */
public record Terminal(
        PrintWriter out,
        PrintWriter err,
        Map<String, String> environment,
        BufferedReader in,
        Clock clock,
        Set<Descriptor> people) {

    /** The three streams, by their numbers. */
    public enum Descriptor {
        IN(0),
        OUT(1),
        ERR(2);

        private final int number;

        Descriptor(int number) {
            this.number = number;
        }

        boolean isTerminal() {
            try {
                String file = Files.readSymbolicLink(Path.of("/proc/self/fd", Integer.toString(number)))
                        .toString();
                return file.startsWith("/dev/pts/") || file.startsWith("/dev/tty") || file.equals("/dev/console");
            } catch (IOException | UnsupportedOperationException notLinux) {
                return false;
            }
        }
    }

    public Terminal {
        environment = Map.copyOf(environment);
        people = Set.copyOf(people);
    }

    /** That of this process, with these writers. */
    public static Terminal ofProcess(PrintWriter out, PrintWriter err, Map<String, String> environment) {
        return new Terminal(
                out,
                err,
                environment,
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                Clock.system(ZoneId.systemDefault()),
                Stream.of(Descriptor.values()).filter(Descriptor::isTerminal).collect(Collectors.toSet()));
    }

    ZoneId zone() {
        return clock.getZone();
    }

    boolean isTerminal(Descriptor descriptor) {
        return people.contains(descriptor);
    }

    /** Whether somebody is there who can be asked. */
    boolean canAsk() {
        return isTerminal(Descriptor.IN) && isTerminal(Descriptor.ERR);
    }

    /** The next line of standard input, asked for if somebody is there; empty: there is none. */
    String ask(String question) throws IOException {
        if (canAsk()) {
            err.print(question + " ");
            err.flush();
        }
        String line = in.readLine();
        return line == null ? "" : line.strip();
    }
}
