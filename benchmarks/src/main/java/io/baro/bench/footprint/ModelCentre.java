package io.baro.bench.footprint;

import io.baro.acd.pbx.CallerPlan;
import io.baro.acd.pbx.EmbeddedPbx;
import io.baro.acd.pbx.PbxLoop;
import io.baro.acd.pbx.PbxSettings;
import io.baro.acd.pbx.PhoneBehaviour;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The model centre of config/nhis on seven embedded PBXs, in this JVM, and a copy of its configuration that leads there. Never knows the
 * engine. Runs on: the rig's thread; the PBXs on one of their own.
 */
final class ModelCentre implements AutoCloseable {
    static final int HTTP_PORT = 29_402;

    private static final String SECRET = "footprint-rig";
    private static final Pattern CENTRE =
            Pattern.compile("- name: (\\S+)\\n.*\\n    port: \\d+\\n    system_name: (\\S+)");
    private static final List<String> LINES =
            List.of("general", "contribution", "benefits", "qualification", "screening", "certificates");
    private static final int TURN_SECONDS = 5;
    private static final int MAX_WAIT_SECONDS = 3_600;
    private static final int RING_MILLIS = 50;
    private static final long MENU_MILLIS = 300;
    private static final double NANOS_PER_SECOND = 1e9;

    private final PbxLoop loop = PbxLoop.realTime();
    private final Map<String, EmbeddedPbx> pbxs = new HashMap<>();
    private final SplittableRandom random = new SplittableRandom(7);
    private final Path source;

    ModelCentre(Path source) throws IOException {
        this.source = source;
        Map<Character, String> menu = new HashMap<>();
        for (int i = 0; i < LINES.size(); i++) {
            menu.put((char) ('1' + i), LINES.get(i));
        }
        Matcher centre = CENTRE.matcher(Files.readString(source.resolve("baro.yaml")));
        while (centre.find()) {
            List<String> endpoints = endpoints(centre.group(1));
            pbxs.put(
                    centre.group(1),
                    loop.open(PbxSettings.of(centre.group(1), centre.group(2), SECRET, SECRET, endpoints)
                            .withMenu(menu, LINES.getFirst())
                            .withWaits(TURN_SECONDS, MAX_WAIT_SECONDS)));
        }
    }

    /** Writes the configuration: as it is, but for addresses and opening hours. Whoever runs the rig at night has a centre that is open. */
    void configure(Path directory) throws IOException {
        Files.createDirectories(directory);
        try (Stream<Path> files = Files.list(source)) {
            for (Path file : files.toList()) {
                String text = Files.readString(file);
                Files.writeString(
                        directory.resolve(file.getFileName().toString()),
                        switch (file.getFileName().toString()) {
                            case "baro.yaml" -> addressed(text);
                            case "queues.yaml" -> text.replaceAll("\\n +hours: office", "");
                            default -> text;
                        });
            }
        }
    }

    /** The secrets that baro.yaml asks for by name. */
    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        for (String centre : pbxs.keySet()) {
            String name = "BARO_" + centre.toUpperCase(Locale.ROOT).replace('-', '_');
            environment.put(name + "_EVENTS", SECRET);
            environment.put(name + "_ACTIONS", SECRET);
        }
        return environment;
    }

    /** All phones answer and talk for that long; {@link PhoneBehaviour#UNTIL_TOLD}: for ever. */
    void phonesTalk(long millis) throws IOException {
        for (Map.Entry<String, EmbeddedPbx> pbx : pbxs.entrySet()) {
            for (String endpoint : endpoints(pbx.getKey())) {
                pbx.getValue().console().behave(endpoint, PhoneBehaviour.answer(RING_MILLIS, millis));
            }
        }
    }

    /** That many people call, evenly, at all centres in turn; returns when the last has dialled. */
    void call(int callers, double perSecond) {
        List<EmbeddedPbx> all = List.copyOf(pbxs.values());
        long began = System.nanoTime();
        for (int i = 0; i < callers; i++) {
            long due = began + (long) (i / perSecond * NANOS_PER_SECOND);
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(Math.min(due - System.nanoTime(), TimeUnit.MILLISECONDS.toNanos(50)));
            }
            all.get(i % all.size()).console().dial(caller());
        }
    }

    /** Callers and agents' legs that live. */
    int channels() {
        return pbxs.values().stream().mapToInt(pbx -> pbx.console().channels()).sum();
    }

    @Override
    public void close() {
        loop.close();
        if (loop.failure() != null) {
            throw new IllegalStateException(loop.failure());
        }
    }

    private CallerPlan caller() {
        return new CallerPlan(
                "010%08d".formatted(random.nextInt(100_000_000)),
                "15771000",
                MENU_MILLIS,
                (char) ('1' + random.nextInt(LINES.size())),
                CallerPlan.FOREVER,
                CallerPlan.FOREVER,
                CallerPlan.NOTHING,
                PhoneBehaviour.UNTIL_TOLD);
    }

    private List<String> endpoints(String centre) throws IOException {
        return Files.readAllLines(source.resolve("agents.csv")).stream()
                .map(line -> line.split(",", -1))
                .filter(columns -> columns.length > 2 && columns[2].equals(centre))
                .map(columns -> columns[1])
                .toList();
    }

    private String addressed(String yaml) {
        String text = yaml.replaceFirst("port: 9400", "port: " + HTTP_PORT);
        return CENTRE.matcher(text)
                .replaceAll(match -> match.group()
                        .replaceFirst(
                                "port: \\d+",
                                "port: " + pbxs.get(match.group(1)).port()));
    }
}
