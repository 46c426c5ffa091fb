package io.baro.acd.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Records in a real PostgreSQL: the same as in the file, and they outlive what a server on another machine does. */
@Tag("postgresql")
class PostgresRecordsTest extends RecordsSuite {
    private static RealPostgres postgres;
    private static int databases;

    private String name;

    @BeforeAll
    static void startServer() throws Exception {
        postgres = new RealPostgres();
    }

    @AfterAll
    static void stopServer() throws Exception {
        postgres.remove();
    }

    @Override
    RecordDatabase newDatabase() throws Exception {
        name = "records" + databases++;
        return postgres.newDatabase(name);
    }

    @Test
    void theRowsAreThoseOfTheFile() throws Exception {
        rebuild();
        RecordDatabase file = RecordDatabase.sqlite(dir.resolve("records.db"));
        try (RecordDesk desk = RecordDesk.open(file, day.places())) {
            desk.rebuild(day.names());
        }
        assertEquals(RecordDump.of(file), RecordDump.of(database));
        assertEquals(
                RecordDump.rows(file, "SELECT centre, queue, agent, outcome FROM call_report ORDER BY call_id"),
                RecordDump.rows(database, "SELECT centre, queue, agent, outcome FROM call_report ORDER BY call_id"));
        assertEquals(
                RecordDump.rows(file, "SELECT count(*) AS n FROM rule_report"),
                RecordDump.rows(database, "SELECT count(*) AS n FROM rule_report"));
    }

    @Test
    void aServerThatIsKilledAndComesBackHasEveryRowOnce() throws Exception {
        rebuild();
        String whole = RecordDump.of(database);
        try (RecordDesk desk = RecordDesk.open(database, day.places())) {
            Rewind.to(desk.tables(), 0);
        }
        durable.set(day.last());
        try (RecordKeeper keeper = keeper()) {
            keeper.start();
            await("first batch", () -> keeper.figures().batches() > 0);
            postgres.kill();
            await("failure", () -> keeper.figures().failures(RecordTrouble.UNREACHABLE) > 0);
            assertTrue(keeper.figures().isFailing());
            postgres.start();
            awaitCaughtUp(keeper);
        }
        assertEquals(whole, RecordDump.of(database));
    }

    @Test
    void aConnectionThatIsCutIsMadeAnew() throws Exception {
        rebuild();
        String whole = RecordDump.of(database);
        durable.set(day.last());
        try (RecordKeeper keeper = keeper()) {
            keeper.start();
            awaitCaughtUp(keeper);
            postgres.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name
                    + "' AND pid <> pg_backend_pid()");
            await("failure", () -> keeper.figures().failures(RecordTrouble.UNREACHABLE) > 0);
            await("working again", () -> !keeper.figures().isFailing());
        }
        assertEquals(whole, RecordDump.of(database));
    }

    @Test
    void aWrongSecretIsToldAsWhatItIsAndNoRowIsAsked() throws Exception {
        RecordDatabase refused = postgres.withPassword(name, "wrong");
        database = refused;
        durable.set(day.last());
        try (RecordKeeper keeper = keeper()) {
            keeper.start();
            await("refusal", () -> keeper.figures().failures(RecordTrouble.REFUSED) > 0);
            assertEquals(0, keeper.figures().rows());
        }
        database = postgres.withPassword(name, "loopback-only");
        assertEquals(
                List.of(),
                RecordDump.rows(database, "SELECT tablename FROM pg_tables WHERE tablename = 'call_record'"));
    }
}
