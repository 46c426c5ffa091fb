package io.baro.bench.free;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Adds phones to those that the tests' Asterisk has, and makes them members of the rival's queue. Never removes one. Runs on: the rig's thread. */
final class ManyAgents {
    /** The site of the tests has a1001 to a1010. */
    private static final int ALREADY_THERE = 10;

    private static final int FIRST = 1001;

    private ManyAgents() {}

    static String endpoint(int index) {
        return "a" + (FIRST + index);
    }

    static void write(Path site, int agents) throws IOException {
        List<String> more = IntStream.range(ALREADY_THERE, agents)
                .mapToObj(ManyAgents::endpoint)
                .toList();
        append(site.resolve("pjsip-agents.conf"), more, """
                [%1$s](acd-agent)
                aors = %1$s
                [%1$s]
                type = aor
                contact = sip:%1$s@127.0.0.2:%2$d
                """);
        // The queue's section is the last of the file.
        append(site.resolve("fallback-members.conf"), more, "member => PJSIP/%1$s%n");
    }

    private static void append(Path file, List<String> endpoints, String form) throws IOException {
        String lines = endpoints.stream()
                .map(name -> form.formatted(name, RealPbx.PHONE_PORT + 1))
                .collect(Collectors.joining());
        Files.writeString(file, Files.readString(file) + lines);
    }
}
