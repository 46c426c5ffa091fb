package io.baro.acd.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.baro.acd.app.SimulatedJournal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What holds of records on every database: they follow from the journal alone. A simulated day of a small centre; each test begins with
 * empty tables.
 */
abstract class RecordsSuite {
    static final long SEED = 7;
    /** Records of a simulated day are of that day, whenever the test runs. */
    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    @TempDir
    static Path lived;

    private static SimulatedJournal livedDay;

    @TempDir
    Path dir;

    final AtomicLong durable = new AtomicLong(-1);
    SimulatedJournal day;
    RecordDatabase database;

    /** An empty database. */
    abstract RecordDatabase newDatabase() throws Exception;

    @BeforeAll
    static void liveTheDay() {
        livedDay = SimulatedJournal.in(lived, SEED);
    }

    @BeforeEach
    void copyTheDay() throws Exception {
        day = livedDay.copyTo(dir);
        database = newDatabase();
    }

    @Test
    void whatWasWrittenLiveIsMadeAgainRowByRow() throws Exception {
        Random random = new Random(SEED);
        try (RecordKeeper keeper = keeper()) {
            keeper.start();
            while (durable.get() < day.last()) {
                durable.set(Math.min(day.last(), durable.get() + 1 + random.nextInt(3_000)));
                awaitCaughtUp(keeper);
            }
        }
        String live = RecordDump.of(database);
        assertTrue(RecordDump.rows(database, "SELECT * FROM call_record").size() > 500);
        assertTrue(RecordDump.rows(database, "SELECT * FROM reservation_record").size() > 3, "no callbacks");
        try (RecordDesk desk = RecordDesk.open(database, day.places())) {
            RecordDesk.Rebuilt rebuilt = desk.rebuild(day.names());
            assertEquals(0, rebuilt.first());
            assertEquals(day.last() + 1, rebuilt.commands());
        }
        assertEquals(live, RecordDump.of(database));
    }

    @Test
    void everyCallThatTheDayHadIsThereOnceAndHasItsEnd() throws Exception {
        rebuild();
        assertEquals(
                List.of("n=0"),
                RecordDump.rows(database, "SELECT count(*) AS n FROM call_record WHERE outcome IS NULL"));
        assertEquals(
                List.of("n=0"),
                RecordDump.rows(database, "SELECT count(*) AS n FROM offer_record WHERE outcome IS NULL"));
        assertEquals(
                List.of(),
                RecordDump.rows(database, "SELECT call_id FROM call_record GROUP BY call_id HAVING count(*) > 1"));
        assertEquals(
                List.of(),
                RecordDump.rows(
                        database,
                        "SELECT * FROM call_record c WHERE outcome = 'ANSWERED' AND NOT EXISTS (SELECT 1 FROM offer_record"
                                + " o WHERE o.call_id = c.call_id AND o.agent_id = c.agent_id AND o.outcome = 'ANSWERED')"));
        assertEquals(
                RecordDump.rows(database, "SELECT count(*) AS n FROM offer_record"),
                RecordDump.rows(database, "SELECT count(*) AS n FROM decision_record WHERE kind = 'OFFER'"));
        assertEquals(
                RecordDump.rows(database, "SELECT count(*) AS n FROM call_record WHERE outcome = 'RESERVED'"),
                RecordDump.rows(
                        database, "SELECT count(*) AS n FROM decision_record WHERE kind = 'RESERVATION_CONFIRMED'"));
        assertFalse(RecordDump.rows(database, "SELECT * FROM rule_report WHERE rule = 'spike'")
                .isEmpty());
        assertEquals(
                day.owedCallbacks().stream().map(id -> "reservation_id=" + id).toList(),
                RecordDump.rows(
                        database,
                        "SELECT reservation_id FROM reservation_record WHERE outcome IS NULL ORDER BY reservation_id"));
        assertEquals(List.of(), RecordDump.rows(database, "SELECT * FROM reservation_record WHERE kind <> 'CALLBACK'"));
        assertFalse(RecordDump.rows(database, "SELECT * FROM reservation_record WHERE outcome = 'KEPT'")
                .isEmpty());
    }

    @Test
    void whatIsDoneByHandIsRecordedAsADecisionAndInTheCallItself() throws Exception {
        long callId = day.goOnByHand();
        rebuild();
        assertEquals(
                List.of(
                        "kind=STRAIGHT_TO_LINE queue_id=0 boost_ms=null reason=null",
                        "kind=RANK_CHANGED queue_id=0 boost_ms=300000 reason=null",
                        "kind=MOVED_BY_HAND queue_id=1 boost_ms=300000 reason=null",
                        "kind=DIVERTED queue_id=null boost_ms=null reason=BY_OPERATOR"),
                RecordDump.rows(
                        database,
                        "SELECT kind, queue_id, boost_ms, reason FROM decision_record WHERE call_id = " + callId
                                + " ORDER BY sequence, part"));
        assertEquals(
                List.of("queue_id=1 boost_ms=300000 outcome=DIVERTED"),
                RecordDump.rows(
                        database, "SELECT queue_id, boost_ms, outcome FROM call_record WHERE call_id = " + callId));
    }

    @Test
    void aRewindBesideARunningBaroIsMadeAgainByIt() throws Exception {
        durable.set(day.last());
        try (RecordKeeper keeper = keeper()) {
            keeper.start();
            awaitCaughtUp(keeper);
            String before = RecordDump.of(database);
            try (RecordDesk desk = RecordDesk.open(database, day.places())) {
                Rewind.to(desk.tables(), day.last() / 3);
            }
            await("the same again", () -> RecordDump.of(database).equals(before));
        }
    }

    @Test
    void whoIsErasedIsGoneFromAllRowsAndStaysOutWhenTheyAreMadeAgain() throws Exception {
        rebuild();
        long person = Long.parseLong(RecordDump.rows(
                        database, "SELECT caller_key FROM reservation_record WHERE caller_key IS NOT NULL LIMIT 1")
                .getFirst()
                .substring("caller_key=".length()));
        List<String> promises =
                RecordDump.rows(database, "SELECT count(*) AS n FROM reservation_record WHERE caller_key = " + person);
        String others = RecordDump.rows(
                        database,
                        "SELECT call_id, caller_key FROM call_record WHERE caller_key <> " + person
                                + " ORDER BY call_id")
                .toString();
        try (RecordDesk desk = RecordDesk.open(database, day.places())) {
            Erasure.Erased erased = desk.erase(person, Long.MAX_VALUE / 2);
            assertTrue(erased.calls() >= 1);
            assertEquals(List.of("n=" + erased.reservations()), promises);
        }
        for (int again = 0; again < 2; again++) {
            assertEquals(
                    List.of(), RecordDump.rows(database, "SELECT * FROM call_record WHERE caller_key = " + person));
            assertEquals(
                    promises,
                    RecordDump.rows(
                            database,
                            "SELECT count(*) AS n FROM reservation_record WHERE caller_key IS NULL AND number IS NULL"));
            assertEquals(
                    others,
                    RecordDump.rows(
                                    database,
                                    "SELECT call_id, caller_key FROM call_record WHERE caller_key IS NOT NULL ORDER BY call_id")
                            .toString());
            rebuild();
        }
    }

    @Test
    void whatIsOlderThanTheRetentionIsDeletedAndNothingElse() throws Exception {
        rebuild();
        long noon = Long.parseLong(
                RecordDump.rows(database, "SELECT (min(arrived_ms) + max(arrived_ms)) / 2 AS noon FROM call_record")
                        .getFirst()
                        .substring("noon=".length()));
        List<String> later = RecordDump.rows(
                database, "SELECT * FROM call_record WHERE arrived_ms >= " + noon + " ORDER BY sequence");
        try (RecordDesk desk = RecordDesk.open(database, day.places())) {
            assertTrue(desk.purge(noon) > 100);
            assertEquals(0, desk.purge(noon));
        }
        assertEquals(later, RecordDump.rows(database, "SELECT * FROM call_record ORDER BY sequence"));
        for (String left : List.of("offer_record WHERE offered_ms", "decision_record WHERE at_ms")) {
            assertEquals(List.of("n=0"), RecordDump.rows(database, "SELECT count(*) AS n FROM " + left + " < " + noon));
        }
    }

    @Test
    void aRestartGoesOnFromWhatItKeptAndMakesTheSameRows() throws Exception {
        rebuild();
        String whole = RecordDump.of(database);
        try (RecordDesk desk = RecordDesk.open(database, day.places())) {
            Rewind.to(desk.tables(), 0);
        }
        Random random = new Random(SEED);
        while (durable.get() < day.last()) {
            durable.set(Math.min(day.last(), durable.get() + 1 + random.nextInt((int) day.last() / 3)));
            try (RecordKeeper keeper = keeper()) {
                keeper.start();
                awaitCaughtUp(keeper);
            }
        }
        assertEquals(whole, RecordDump.of(database), "seed " + SEED);
        assertFalse(day.places().starts().latestUpTo(day.last()).orElseThrow().sequence() < day.last(), "not kept");
    }

    void rebuild() throws RecordsUnusableException {
        try (RecordDesk desk = RecordDesk.open(database, day.places())) {
            desk.rebuild(day.names());
        }
    }

    RecordKeeper keeper() {
        return new RecordKeeper(database, day.places(), FOR_EVER, day.names(), durable::get, System::currentTimeMillis);
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    void awaitCaughtUp(RecordKeeper keeper) throws Exception {
        await("caught up", () -> keeper.figures().position() == durable.get());
    }

    static void await(String what, Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(180);
        while (!condition.call()) {
            if (System.nanoTime() > deadline) {
                fail("no " + what);
            }
            Thread.sleep(2);
        }
    }
}
