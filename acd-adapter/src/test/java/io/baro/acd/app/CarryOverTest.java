package io.baro.acd.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.acd.config.ConfigurationDirectory;
import io.baro.acd.config.IdRegister;
import io.baro.acd.pbx.CustomerScript;
import io.baro.acd.pbx.PhoneBehaviour;
import io.baro.engine.message.ReservationOutcome;
import io.baro.engine.message.ReservationState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was promised is kept by the state that other queues begin. */
class CarryOverTest {
    private static final String NUMBER = "01011110001";
    private static final int PBX = 0;

    @TempDir
    Path dir;

    private final List<String> called = new CopyOnWriteArrayList<>();
    private OneCentre centre;

    @BeforeEach
    void reserve() throws Exception {
        centre = new OneCentre(dir)
                .withJournal()
                .hearing((call, attempt) -> called.add("attempt " + attempt))
                .offeringCallbacks("{ attempts: 3 }");
        centre.console().customers((number, attempt) -> new CustomerScript.Reaction(CustomerScript.Status.ANSWER, 50));
        centre.console().behave("a1001", PhoneBehaviour.answer(10, 500));
        centre.start();
        centre.reserve(NUMBER);
        centre.stop();
    }

    @AfterEach
    void close() {
        centre.close();
    }

    @Test
    void promiseIsKeptUnderOtherQueues() throws Exception {
        centre.directory().replace("queues.yaml", "contribution: 3", "contribution: 4");
        startsAndKeepsIt();
        assertFalse(Files.exists(dir.resolve("state").resolve(PutAside.NOTE)));
        centre.restart();
        assertEquals(0, open(), "carried over once");
        assertEquals(1, called.size());
    }

    @Test
    void promiseOfAQueueThatIsGoneIsKeptByTheEntryQueue() throws Exception {
        centre.directory()
                .replace("queues.yaml", "name: general", "name: advice")
                .replace("queues.yaml", "queue: general", "queue: advice")
                .replace("queues.yaml", "default_entry: general", "default_entry: advice");
        startsAndKeepsIt();
    }

    @Test
    void promiseOfACentreThatIsGoneIsOnTheListOfAPerson() throws Exception {
        centre.directory()
                .replace("baro.yaml", "name: seoul", "name: busan")
                .replace("agents.csv", ",seoul,", ",busan,");
        centre.start();
        assertEquals(0, open());
        List<String> listed =
                centre.toCall("--aside", aside().toString()).lines().toList();
        assertEquals(2, listed.size(), listed.toString());
        assertTrue(listed.get(1).endsWith(",general,callback,open,0," + NUMBER), listed.get(1));
    }

    @Test
    void deathBetweenTheMovesLosesNothing() throws Exception {
        centre.directory().replace("queues.yaml", "contribution: 3", "contribution: 4");
        Path aside = new PutAside(dir.resolve("state")).move();
        // As if it had died after the first move, and a new journal had been begun since.
        for (String part : List.of(KeptState.SNAPSHOTS, IdRegister.NAME)) {
            Files.move(aside.resolve(part), dir.resolve("state").resolve(part));
        }
        startsAndKeepsIt();
    }

    @Test
    void deathBeforeTheNoteIsGoneCarriesNothingTwice() throws Exception {
        centre.directory().replace("queues.yaml", "contribution: 3", "contribution: 4");
        centre.serve(centre.loaded(ConfigurationDirectory.ENVIRONMENT));
        assertEquals(1, open(), "before any link is up");
        centre.stop();
        Files.writeString(dir.resolve("state").resolve(PutAside.NOTE), aside().getFileName() + "\n");
        startsAndKeepsIt();
    }

    @Test
    void stateThatCannotBeMadeAgainDoesNotStopTheStart() throws Exception {
        centre.directory().replace("queues.yaml", "contribution: 3", "contribution: 4");
        Path aside = new PutAside(dir.resolve("state")).move();
        try (Stream<Path> files = Files.list(aside.resolve(KeptState.JOURNAL))) {
            for (Path file : files.filter(it -> it.toString().endsWith(".baro")).toList()) {
                Files.write(file, new byte[100]);
            }
        }
        centre.start();
        assertEquals(0, open());
        assertFalse(Files.exists(dir.resolve("state").resolve(PutAside.NOTE)));
    }

    private void startsAndKeepsIt() throws Exception {
        centre.start();
        centre.awaitClosed(ReservationOutcome.KEPT);
        assertEquals(List.of("attempt 1"), called);
        assertTrue(centre.server().metrics().calls().identityHolds());
    }

    private long open() {
        long open = 0;
        for (ReservationState state : List.of(ReservationState.RESTING, ReservationState.WAITING)) {
            open += centre.server().metrics().reservations().open(state, PBX);
        }
        return open;
    }

    private Path aside() throws IOException {
        try (Stream<Path> state = Files.list(dir.resolve("state"))) {
            return state.filter(path -> path.getFileName().toString().startsWith("before-"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
