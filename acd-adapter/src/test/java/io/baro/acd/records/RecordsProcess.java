package io.baro.acd.records;

import io.baro.acd.app.SimulatedJournal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A process that makes records of a journal, to be killed; it says each batch before it writes it. */
final class RecordsProcess {
    private RecordsProcess() {}

    static Process start(Path dir, Path file) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String option :
                java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            String lower = option.toLowerCase(Locale.ROOT);
            if (lower.startsWith("--add-opens") || lower.startsWith("--enable") || lower.startsWith("--sun")) {
                command.add(option);
            }
        }
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                RecordsProcess.class.getName(),
                dir.toString(),
                file.toString()));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    public static void main(String[] args) throws Exception {
        SimulatedJournal day = SimulatedJournal.existing(Path.of(args[0]));
        RecordDatabase database = RecordDatabase.sqlite(Path.of(args[1]));
        RecordTables tables =
                RecordTables.open(database, JournalToken.of(day.places().journal()));
        tables.write(day.names());
        Projector projector =
                Projector.begin(tables, day.places().starts(), day.places().journal());
        long last = day.last();
        while (projector.written() < last) {
            projector.read(last);
            System.out.println("batch");
            System.out.flush();
            projector.write(tables);
        }
        tables.close();
    }
}
