package io.baro.acd.app;

import io.baro.acd.config.Problems;
import io.baro.acd.customer.CallerKeys;
import io.baro.acd.customer.CustomerDirectory;
import io.baro.acd.customer.CustomerFile;
import io.baro.engine.traffic.CallerPopulation;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * Gives the demonstration's invented callers birth dates the way an operator does: through a {@code customers.csv}. The file lives
 * only as long as it is read. Runs on: main thread.
 */
final class DemoCustomers {
    private DemoCustomers() {}

    static CustomerDirectory load(List<CallerPopulation> populations, ZoneId zone, CallerKeys keys, long nowMillis)
            throws IOException {
        CustomerDirectory directory = new CustomerDirectory(zone);
        Path file = Files.createTempFile("baro-demo-customers", ".csv");
        try {
            write(populations, file);
            Problems problems = new Problems();
            if (!CustomerFile.load(file, keys, directory, nowMillis, problems)) {
                throw new IllegalStateException(String.join(", ", problems.errorLines()));
            }
        } finally {
            Files.delete(file);
        }
        return directory;
    }

    private static void write(List<CallerPopulation> populations, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("number,birth_date\n");
            for (CallerPopulation callers : populations) {
                for (int caller = 0; caller < callers.size(); caller++) {
                    LocalDate born = LocalDate.ofEpochDay(callers.birthEpochDay(caller));
                    out.write(callers.number(caller) + "," + born + "\n");
                }
            }
        }
    }
}
