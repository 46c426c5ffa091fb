package io.baro.acd.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.acd.config.ConfigurationDirectory;
import io.baro.acd.pbx.Caller;
import io.baro.acd.pbx.EmbeddedPbx;
import io.baro.acd.pbx.PbxLoop;
import io.baro.acd.pbx.PbxSettings;
import io.baro.acd.pbx.PhoneBehaviour;
import io.baro.acd.pbx.Place;
import io.baro.engine.journal.JournalReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGTERM to the real process: whose phone rings gets his call, nobody else is offered, and the next start goes on. */
class DrainTest {
    private static final int SIGNALLED = 128 + 15;
    /** So long that nobody asks whether the engine lives while it is started again. */
    private static final int TURN_SECONDS = 600;
    /** Of the PBX's time, which a slow machine makes longer: the stop waits 10 s of the wall's. */
    private static final long RINGS_MILLIS = 1_500;

    @TempDir
    Path dir;

    private final PbxLoop loop = PbxLoop.realTime();
    private EmbeddedPbx pbx;

    @BeforeEach
    void openPbx() {
        pbx = loop.open(PbxSettings.of(
                        "seoul", "seoul-7f3a9c", "secret-of-events", "secret-of-actions", List.of("a1001", "a1002"))
                .withMenu(Map.of('1', "contribution"), "general")
                .withWaits(TURN_SECONDS, 2 * TURN_SECONDS));
        ConfigurationDirectory directory = new ConfigurationDirectory(dir);
        directory.replace("baro.yaml", "port: 5038", "port: " + pbx.port());
        directory.replace("baro.yaml", "port: 9400", "port: 0");
        directory.replace("baro.yaml", "zone: Asia/Seoul", "zone: Asia/Seoul\njournal: file");
        directory.replace("rules.yaml", "caller.age >= 65", "caller.contacts(24h) >= 0");
    }

    @AfterEach
    void close() {
        loop.close();
        assertEquals(null, loop.failure());
    }

    @Test
    void whoseTelephoneRingsGetsHisCallAndNobodyElseIsOffered() throws Exception {
        pbx.console().behave("a1001", PhoneBehaviour.answer(RINGS_MILLIS, 60_000));
        pbx.console().behave("a1002", PhoneBehaviour.answer(10, 60_000));
        Caller waiting;
        try (RunProcess baro = RunProcess.start(dir).awaitLine("READY", 1)) {
            Caller ringing = pbx.console().dial("01011110001", "15771000");
            RunProcess.await("ringing", () -> ringing.place() == Place.DIALLING);
            loop.freeze(true);
            waiting = pbx.console().dial("01011110002", "15771000");
            RunProcess.await("waiting", () -> waiting.place() == Place.WAITING);
            baro.terminate();
            baro.awaitLine("RunCommand - stopping", 1);
            // He would have the waiting caller at once.
            pbx.console().dialCode("a1002", "*81");
            loop.freeze(false);
            assertEquals(0, baro.exitCode(), baro::log);
            assertTrue(ringing.wasConnected(), () -> "the stop did not wait for the phone\n" + baro.log());
            assertFalse(waiting.wasConnected(), "offered after the stop");
            assertEquals(Place.WAITING, waiting.place());
        }
        assertEquals(lastCommand(), lastSnapshot(), "the last snapshot leaves nothing to read");
        try (RunProcess baro = RunProcess.start(dir).awaitLine("READY", 2)) {
            RunProcess.await("offers are allowed again", waiting::wasConnected);
            assertEquals(1, baro.said("state made again"));
        }
    }

    @Test
    void secondSignalEndsItAtOnce() throws Exception {
        pbx.console().behave("a1001", PhoneBehaviour.noAnswer());
        try (RunProcess baro = RunProcess.start(dir).awaitLine("READY", 1)) {
            Caller ringing = pbx.console().dial("01011110001", "15771000");
            RunProcess.await("ringing", () -> ringing.place() == Place.DIALLING);
            baro.terminate();
            baro.awaitLine("RunCommand - stopping", 1);
            baro.terminate();
            assertEquals(SIGNALLED, baro.exitCode(), baro::log);
            assertEquals(0, baro.said("RunCommand - stopped"));
            assertEquals(Place.DIALLING, ringing.place(), "the phone rings on without Baro");
        }
    }

    @Test
    void nobodyRingsSoItEndsWithoutWaiting() throws Exception {
        try (RunProcess baro = RunProcess.start(dir).awaitLine("READY", 1)) {
            baro.terminate();
            assertEquals(0, baro.exitCode(), baro::log);
            assertEquals(0, baro.said("still ring"));
            assertEquals(1, baro.said("RunCommand - stopped"));
        }
    }

    private long lastCommand() throws Exception {
        return JournalReader.open(dir.resolve("state/journal")).read(0, (sequence, time, buffer, offset, length) -> {})
                - 1;
    }

    private long lastSnapshot() throws Exception {
        try (Stream<Path> files = Files.list(dir.resolve("state/snapshots"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".snapshot"))
                    .mapToLong(name -> Long.parseLong(name.substring(0, name.indexOf('.'))))
                    .max()
                    .orElse(-1);
        }
    }
}
