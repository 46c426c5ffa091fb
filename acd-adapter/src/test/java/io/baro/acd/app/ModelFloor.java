package io.baro.acd.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.acd.config.Configuration;
import io.baro.acd.pbx.PbxLoop;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/**
 * A server for the console's tests with the model centre: seven centres, 1,562 agents, and a seeded day of callers, some times as fast as
 * life. Closes what it opened. Runs on: the test's thread.
 */
public final class ModelFloor implements AutoCloseable {
    private static final Path MODEL = Path.of("../config/nhis");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 9);
    private static final Duration OPENS = Duration.ofHours(9);
    private static final int SPEED = 10;
    private static final long SEED = 7;

    private final DemoRun run;

    public ModelFloor(Path dir) throws IOException, InterruptedException {
        copyModel(dir);
        Files.writeString(dir.resolve(ConsolePeople.FILE), ConsolePeople.file());
        Configuration configuration = load(dir);
        long midnight =
                MONDAY.atStartOfDay(configuration.server().zone()).toInstant().toEpochMilli();
        PbxLoop loop = new PbxLoop(SPEED, midnight + OPENS.toMillis());
        loop.freeze(true);
        DemoPbxs pbxs = DemoPbxs.open(loop, configuration, SPEED, 0);
        // The one place where these tests start a server.
        run = new DemoRun(pbxs, SEED, midnight, new CountDownLatch(1));
        assertTrue(run.begin(), "the links did not come up");
    }

    /** Where the console is. */
    public String address() {
        return "http://127.0.0.1:" + run.server().httpAddress().getPort();
    }

    @Override
    public void close() {
        run.close();
    }

    private static Configuration load(Path dir) {
        StringWriter said = new StringWriter();
        return LoadedConfiguration.load(dir, LoadedConfiguration.Key.PASSING, secrets(), new PrintWriter(said, true))
                .orElseThrow(() -> new AssertionError(said.toString()))
                .configuration();
    }

    /** What the model's files name; the embedded PBXs have secrets of their own. */
    private static Map<String, String> secrets() {
        Map<String, String> secrets = new HashMap<>();
        for (String centre :
                new String[] {"seoul", "gangwon-gyeongin", "busan", "daegu", "gwangju", "daejeon", "jeju"}) {
            String name = "BARO_" + centre.toUpperCase(Locale.ROOT).replace('-', '_');
            secrets.put(name + "_EVENTS", "unused");
            secrets.put(name + "_ACTIONS", "unused");
        }
        return secrets;
    }

    private static void copyModel(Path dir) throws IOException {
        try (Stream<Path> files = Files.list(MODEL)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, dir.resolve(file.getFileName()));
            }
        }
    }
}
