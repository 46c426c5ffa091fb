package io.baro.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the rigs that run a whole Baro configure alike: one queue, and agents who all serve it and are logged in. */
public final class SmallCentre {
    private SmallCentre() {}

    /**
     * Writes queues, agents and a list of customers without anybody.
     *
     * @param more further lines of queues.yaml
     */
    public static void write(Path directory, int agents, String more) throws IOException {
        Files.writeString(directory.resolve("queues.yaml"), """
                skills: [ko]
                queues:
                  - { name: general, skills: { ko: 1 } }
                entries:
                  - { number: "15771000", queue: general }
                default_entry: general
                """ + more);
        Files.writeString(
                directory.resolve("agents.csv"),
                "id,endpoint,centre,skills,auto_login\n"
                        + IntStream.range(0, agents)
                                .mapToObj(i -> "%d,a%d,seoul,ko:5,yes\n".formatted(1001 + i, 1001 + i))
                                .collect(Collectors.joining()));
        Files.writeString(directory.resolve("customers.csv"), "number,birth_date\n");
    }
}
