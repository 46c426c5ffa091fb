package io.baro.acd.app;

import io.baro.acd.config.Configuration;
import io.baro.acd.config.ConfigurationDirectory;
import io.baro.acd.records.RecordNames;
import io.baro.acd.records.RecordPlaces;
import io.baro.engine.callcenter.ReservationBook;
import io.baro.engine.journal.FileJournal;
import io.baro.engine.journal.JournalReader;
import io.baro.engine.journal.JournalSettings;
import io.baro.engine.routing.Router;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The journal of a busy day of a small centre, where its Baro would look for it: calls, repeats, callbacks, everything. */
public final class SimulatedJournal {
    private static final int AGENTS = 12;
    private static final int FIRST_AGENT = 1001;

    private final Path dir;
    private final Configuration configuration;

    private SimulatedJournal(Path dir, Configuration configuration) {
        this.dir = dir;
        this.configuration = configuration;
    }

    /** Lives the day of that seed and keeps its journal in {@code state/journal}. */
    public static SimulatedJournal in(Path dir, long seed) {
        ConfigurationDirectory directory = new ConfigurationDirectory(dir);
        directory.replace("baro.yaml", "zone: Asia/Seoul", "zone: Asia/Seoul\njournal: file");
        directory
                .replace("rules.yaml", "version: 4", "version: 5")
                .replace("rules.yaml", "queue.ewt > 4m", "queue.ewt > 20s")
                .replace("rules.yaml", "queue.ewt < 2m", "queue.ewt < 10s");
        StringBuilder agents = new StringBuilder("id,endpoint,centre,skills,auto_login\n");
        for (int agent = FIRST_AGENT; agent < FIRST_AGENT + AGENTS; agent++) {
            agents.append(agent).append(",a").append(agent).append(",seoul,ko:9;contribution:");
            agents.append(agent % 5 + 1).append(",no\n");
        }
        directory.write("agents.csv", agents.toString());
        StringWriter said = new StringWriter();
        Main.Console console =
                new Main.Console(new PrintWriter(said), new PrintWriter(said), ConfigurationDirectory.ENVIRONMENT);
        int code = Main.execute(
                console,
                "simulate",
                "--day",
                dir.toString(),
                "--seed",
                String.valueOf(seed),
                "--share",
                "150",
                "--journal",
                journal(dir).toString(),
                "--out",
                dir.resolve("report").toString());
        if (code != 0) {
            throw new IllegalStateException(said.toString());
        }
        return existing(dir);
    }

    /** The same in another directory, to be changed there. */
    public SimulatedJournal copyTo(Path other) {
        try (Stream<Path> files = Files.walk(dir)) {
            for (Path file : files.toList()) {
                Path target = other.resolve(dir.relativize(file));
                if (!Files.isDirectory(target)) {
                    Files.copy(file, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return existing(other);
    }

    /** The one that is there. */
    public static SimulatedJournal existing(Path dir) {
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        Main.Console console = new Main.Console(err, err, ConfigurationDirectory.ENVIRONMENT);
        return new SimulatedJournal(
                dir, DayConfiguration.load(dir, console).orElseThrow().configuration());
    }

    /** The same commands again in files of that length. */
    public void splitInto(long segmentBytes) {
        try {
            Path whole = dir.resolve("whole");
            Files.move(journal(dir), whole);
            JournalSettings settings = new JournalSettings(segmentBytes, Long.MAX_VALUE / 2, Long.MAX_VALUE, 1L << 24);
            try (FileJournal pieces = FileJournal.open(journal(dir), settings, () -> 0)) {
                JournalReader.open(whole).read(0, (sequence, time, buffer, offset, length) -> {
                    pieces.append(sequence, time, buffer, offset, length);
                    if (sequence % 50 == 0) {
                        pieces.flush();
                    }
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What records are made of. */
    public RecordPlaces places() {
        return RecordWiring.places(configuration);
    }

    public RecordNames names() {
        return RecordNames.of(configuration);
    }

    /** Ids of the reservations that are open when the day is over, in order. */
    public List<Long> owedCallbacks() throws IOException {
        Router router = new Router(places().limits());
        JournalReader.open(journal(dir))
                .read(
                        0,
                        (sequence, time, buffer, offset, length) ->
                                router.apply(time, buffer, offset, (decided, decision, at, size) -> {}));
        ReservationBook book = router.center().reservations();
        return IntStream.range(0, book.size())
                .mapToObj(i -> book.at(i).id())
                .sorted()
                .toList();
    }

    /** The day goes on with a caller who is ranked, moved and taken out of the line by hand: his call. */
    public long goOnByHand() {
        AtomicLong lastMillis = new AtomicLong();
        try {
            JournalReader.open(journal(dir)).read(0, (sequence, time, buffer, offset, length) -> lastMillis.set(time));
            return HandStory.appendTo(journal(dir), lastMillis.get() + 1_000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sequence of the last command. */
    public long last() {
        try {
            return JournalReader.open(journal(dir)).read(Long.MAX_VALUE, (sequence, time, buffer, offset, length) -> {})
                    - 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path journal(Path dir) {
        return dir.resolve("state").resolve(KeptState.JOURNAL);
    }
}
