package io.baro.acd.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Records in the file that everybody has. */
class SqliteRecordsTest extends RecordsSuite {
    private static final int KILLS = 6;

    @Override
    RecordDatabase newDatabase() {
        return RecordDatabase.sqlite(file());
    }

    @Test
    void aTransactionThatFailsInTheMiddleDoublesNoRowAndLosesNone() throws Exception {
        rebuild();
        String whole = RecordDump.of(database);
        try (RecordDesk desk = RecordDesk.open(database, day.places())) {
            Rewind.to(desk.tables(), 0);
        }
        execute("CREATE TRIGGER breaks BEFORE INSERT ON decision_record WHEN NEW.sequence > " + day.last() / 2
                + " BEGIN SELECT RAISE(ABORT, 'broken'); END");
        durable.set(day.last());
        try (RecordKeeper keeper = keeper()) {
            keeper.start();
            await("failures", () -> keeper.figures().failures(RecordTrouble.OTHER) >= 2);
            assertTrue(keeper.figures().isFailing());
            assertTrue(keeper.figures().lagCommands() > 0);
            assertTrue(keeper.figures().lagSeconds() > 0);
            execute("DROP TRIGGER breaks");
            awaitCaughtUp(keeper);
            await("working", () -> !keeper.figures().isFailing());
            assertEquals(0, keeper.figures().lagSeconds());
        }
        assertEquals(whole, RecordDump.of(database));
    }

    @Test
    void whoHoldsALockForTooLongDelaysTheRecordsAndNothingIsMissing() throws Exception {
        rebuild();
        String whole = RecordDump.of(database);
        try (RecordDesk desk = RecordDesk.open(database, day.places())) {
            Rewind.to(desk.tables(), day.last() / 2);
        }
        try (RecordKeeper keeper = keeper();
                Connection other = database.connect();
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            durable.set(day.last());
            keeper.start();
            await("failure", () -> keeper.figures().failures(RecordTrouble.LOCKED) >= 1);
            statement.execute("ROLLBACK");
            awaitCaughtUp(keeper);
        }
        assertEquals(whole, RecordDump.of(database));
    }

    @Test
    void aProcessThatIsKilledBetweenAndWithinBatchesLeavesRecordsThatGoOn() throws Exception {
        rebuild();
        String whole = RecordDump.of(database);
        Random random = new Random(SEED);
        Path killed = dir.resolve("killed.db");
        for (int kill = 0; kill < KILLS; kill++) {
            Process writer = RecordsProcess.start(dir, killed);
            // It says each batch; it is killed somewhere in one of the first that it writes.
            for (int line = 0; line < 1 + random.nextInt(3); line++) {
                writer.inputReader().readLine();
            }
            writer.destroyForcibly().waitFor();
        }
        assertEquals(0, RecordsProcess.start(dir, killed).waitFor());
        assertEquals(whole, RecordDump.of(RecordDatabase.sqlite(killed)), "seed " + SEED);
    }

    @Test
    void whatTheJournalHasForgottenIsWrittenDownAsAGap() throws Exception {
        day.splitInto(64 * 1024);
        durable.set(day.last() / 2);
        try (RecordKeeper keeper = keeper()) {
            keeper.start();
            awaitCaughtUp(keeper);
        }
        // The records are lost, and of the journal what is older than the kept router.
        deleteFile();
        forgetBefore(day.last() / 2);
        durable.set(day.last());
        try (RecordKeeper keeper = keeper()) {
            keeper.start();
            awaitCaughtUp(keeper);
        }
        assertEquals(
                List.of("journal=1 first_sequence=0 last_sequence=" + day.last() / 2),
                RecordDump.rows(database, "SELECT * FROM gap"));
        assertEquals(
                List.of("n=0"),
                RecordDump.rows(database, "SELECT count(*) AS n FROM call_record WHERE sequence <= " + day.last() / 2));
        assertFalse(RecordDump.rows(database, "SELECT * FROM call_record WHERE outcome = 'ANSWERED'")
                .isEmpty());
    }

    @Test
    void rowsThatTheJournalCanNotMakeAgainStayWhenTheRestIsMadeAgain() throws Exception {
        day.splitInto(64 * 1024);
        durable.set(day.last() / 2);
        try (RecordKeeper keeper = keeper()) {
            keeper.start();
            awaitCaughtUp(keeper);
        }
        durable.set(day.last());
        try (RecordKeeper keeper = keeper()) {
            keeper.start();
            awaitCaughtUp(keeper);
        }
        String whole = RecordDump.of(database);
        forgetBefore(day.last() / 2);
        try (RecordDesk desk = RecordDesk.open(database, day.places())) {
            assertEquals(day.last() / 2 + 1, desk.rebuild(day.names()).first());
        }
        assertEquals(whole, RecordDump.of(database));
    }

    @Test
    void theFileIsItsOwnersAloneAndAnErasedNumberIsOverwritten() throws Exception {
        rebuild();
        // The simulated numbers are all zeroes; this one can be looked for.
        String hex = "5ea1ed0123456789abcdef";
        execute("UPDATE reservation_record SET number = X'" + hex
                + "' WHERE sequence = (SELECT min(sequence) FROM reservation_record)");
        assertTrue(holds(hex), "the test looks for it in the wrong way");
        long person = Long.parseLong(
                RecordDump.rows(database, "SELECT caller_key FROM reservation_record WHERE number = X'" + hex + "'")
                        .getFirst()
                        .substring("caller_key=".length()));
        try (RecordDesk desk = RecordDesk.open(database, day.places())) {
            desk.erase(person, Long.MAX_VALUE / 2);
        }
        assertFalse(holds(hex));
        try (Stream<Path> files = Files.list(dir)) {
            for (Path file : files.filter(path -> path.getFileName().toString().startsWith("records.db"))
                    .toList()) {
                assertEquals(
                        "rw-------",
                        java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            }
        }
    }

    /** Whether the database's files hold these bytes anywhere. */
    private boolean holds(String hex) throws IOException {
        String wanted = new String(java.util.HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1);
        try (Stream<Path> files = Files.list(dir)) {
            for (Path file : files.filter(path -> path.getFileName().toString().startsWith("records.db"))
                    .toList()) {
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(wanted)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Deletes the journal's files that hold no command from that one on, as its retention does. */
    private void forgetBefore(long sequence) throws IOException {
        try (Stream<Path> list = Files.list(day.places().journal())) {
            List<Path> files = list.filter(path -> path.toString().endsWith(".baro"))
                    .sorted(Comparator.naturalOrder())
                    .toList();
            for (int i = 0; i + 1 < files.size(); i++) {
                String next = files.get(i + 1).getFileName().toString();
                if (Long.parseLong(next.replaceAll("\\D", "")) <= sequence + 1) {
                    Files.delete(files.get(i));
                }
            }
        }
    }

    private void deleteFile() throws IOException {
        for (String end : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(dir.resolve("records.db" + end));
        }
    }

    private Path file() {
        return dir.resolve("records.db");
    }
}
