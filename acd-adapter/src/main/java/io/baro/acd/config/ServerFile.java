package io.baro.acd.config;

import io.baro.engine.message.OfferOutcome;
import io.baro.engine.runtime.single.RuntimeSettings.RoutingThread;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads {@code baro.yaml}. Owns its keys, defaults and ranges. Used by the one thread that loads. */
final class ServerFile {
    static final String NAME = "baro.yaml";
    /** Nobody but the machine itself may read figures unless the operator opens the door. */
    static final String HTTP_HOST = "127.0.0.1";

    static final int HTTP_PORT = 9400;
    static final String STATE_DIR = "state";
    static final Duration KEEP_AGE = Duration.ofDays(30);
    /** The model centre fills it in some fifty days (docs/performance.md). */
    static final long KEEP_BYTES = 10L << 30;

    static final Duration RING = Duration.ofSeconds(20);
    /** The PBX ends the ringing itself; its word takes milliseconds, or a reconnect. */
    static final Duration GRACE = Duration.ofSeconds(5);

    static final Duration WRAP_UP = Duration.ofSeconds(10);
    static final Duration BUSY_PAUSE = Duration.ofSeconds(15);
    /** 80 % within 20 s is the objective most contact centres state. */
    static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);

    static final int CALL_LIMIT = 20_000;
    static final String AMI_HOST = "127.0.0.1";
    static final int AMI_PORT = 5038;
    static final String EVENTS_USER = "acd-ev";
    static final String ACTIONS_USER = "acd-act";

    /** A call id has 7 bits for its PBX. */
    private static final int MAX_PBXS = 64;

    /** The command has one byte for it. */
    private static final int MAX_MISSES = 100;

    private static final int MAX_CALL_LIMIT = 1_000_000;
    private static final int MAX_PORT = 65_535;
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration TEN_YEARS = Duration.ofDays(3_650);
    /** Below it one segment would be too much. */
    private static final long LEAST_KEEP_BYTES = 256L << 20;

    private static final long MOST_KEEP_BYTES = 16L << 40;
    private static final Pattern ANY = Pattern.compile(".+");

    private final Path dir;
    private final Map<String, String> environment;
    private final Problems problems;

    ServerFile(Path dir, Map<String, String> environment, Problems problems) {
        this.dir = dir;
        this.environment = environment;
        this.problems = problems;
    }

    Optional<ServerPlan> read() {
        return YamlFile.open(dir.resolve(NAME), problems).map(this::plan);
    }

    private ServerPlan plan(YamlMap top) {
        YamlMap http = top.map("http");
        YamlMap offer = top.map("offer");
        YamlMap agent = top.map("agent");
        YamlMap service = top.map("service");
        YamlMap limits = top.map("limits");
        Duration busyPause = agent.duration("busy_pause", BUSY_PAUSE, Duration.ZERO, HOUR);
        ServerPlan.JournalKind journal = journal(top);
        ServerPlan plan = new ServerPlan(
                http.text("host", HTTP_HOST, Names.WORD, "write an address or a host name"),
                http.integer("port", HTTP_PORT, 0, MAX_PORT),
                top.placeOf("http").line(),
                certificate(http),
                dir.resolve(top.text("state_dir", STATE_DIR, ANY, "write a directory")),
                journal,
                keep(top.map("journal_keep")),
                new RecordsReader(new SecretReader(dir, environment)).read(top, journal),
                routingThread(top),
                zone(top),
                offer.duration("ring", RING, SECOND, FIVE_MINUTES),
                offer.duration("grace", GRACE, SECOND, FIVE_MINUTES),
                agent.duration("wrap_up", WRAP_UP, Duration.ZERO, HOUR),
                busyPause,
                policies(offer.map("policy"), busyPause),
                service.duration("answer_within", ANSWER_WITHIN, SECOND, HOUR),
                limits.integer("calls", CALL_LIMIT, 1, MAX_CALL_LIMIT),
                pbxs(top));
        for (YamlMap map : List.of(http, offer, agent, service, limits, top)) {
            map.refuseOtherKeys();
        }
        return plan;
    }

    private Optional<ServerPlan.HttpCertificate> certificate(YamlMap http) {
        if (!http.has("tls")) {
            return Optional.empty();
        }
        YamlMap tls = http.map("tls");
        Path chain = file(tls, "cert");
        Path key = file(tls, "key");
        tls.refuseOtherKeys();
        return Optional.of(new ServerPlan.HttpCertificate(chain, key));
    }

    private Path file(YamlMap map, String key) {
        Path file = dir.resolve(map.required(key, ANY, "name a PEM file"));
        if (!Files.isReadable(file)) {
            map.error(key, file.getFileName() + " is not there, or not for us to read", "write the path of a PEM file");
        }
        return file;
    }

    /** Who did not answer comes back himself; whose phone would not ring is left alone for a while. */
    private static List<ServerPlan.OutcomePolicy> policies(YamlMap policy, Duration busyPause) {
        List<ServerPlan.OutcomePolicy> policies = List.of(
                policy(policy, OfferOutcome.NO_ANSWER, Duration.ZERO, 1),
                policy(policy, OfferOutcome.BUSY, busyPause, 0),
                policy(policy, OfferOutcome.REJECTED, busyPause, 0),
                policy(policy, OfferOutcome.UNREACHABLE, busyPause, 0));
        policy.refuseOtherKeys();
        return policies;
    }

    private static ServerPlan.OutcomePolicy policy(YamlMap policy, OfferOutcome outcome, Duration rest, int limit) {
        YamlMap map = policy.map(outcome.name().toLowerCase(Locale.ROOT));
        ServerPlan.OutcomePolicy read = new ServerPlan.OutcomePolicy(
                outcome, map.duration("rest", rest, Duration.ZERO, HOUR), map.integer("limit", limit, 0, MAX_MISSES));
        map.refuseOtherKeys();
        return read;
    }

    private static ServerPlan.JournalKind journal(YamlMap top) {
        return top.oneOf("journal", "memory", List.of("memory", "file")).equals("file")
                ? ServerPlan.JournalKind.FILE
                : ServerPlan.JournalKind.MEMORY;
    }

    private static RoutingThread routingThread(YamlMap top) {
        List<String> names = Stream.of(RoutingThread.values())
                .map(thread -> thread.name().toLowerCase(Locale.ROOT))
                .toList();
        return RoutingThread.valueOf(
                top.oneOf("routing_thread", names.getFirst(), names).toUpperCase(Locale.ROOT));
    }

    private static ServerPlan.JournalKeep keep(YamlMap map) {
        ServerPlan.JournalKeep keep = new ServerPlan.JournalKeep(
                map.duration("age", KEEP_AGE, DAY, TEN_YEARS),
                map.bytes("size", KEEP_BYTES, LEAST_KEEP_BYTES, MOST_KEEP_BYTES));
        map.refuseOtherKeys();
        return keep;
    }

    private static ZoneId zone(YamlMap top) {
        String name = top.text("zone", ZoneId.systemDefault().getId(), ANY, "write a zone");
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            top.source()
                    .unknown(
                            top.valueOf("zone"),
                            "zone",
                            name,
                            ZoneId.getAvailableZoneIds(),
                            "write one like Asia/Seoul");
            return ZoneId.systemDefault();
        }
    }

    private List<PbxPlan> pbxs(YamlMap top) {
        List<PbxPlan> pbxs = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Set<String> systemNames = new HashSet<>();
        for (YamlMap map : top.maps("pbxs")) {
            PbxPlan pbx = pbx(map);
            if (!names.add(pbx.name()) && !pbx.name().isEmpty()) {
                map.error("name", "pbx \"" + pbx.name() + "\" stands twice", "give each its own name");
            }
            if (!systemNames.add(pbx.systemName()) && !pbx.systemName().isEmpty()) {
                map.error("system_name", "two pbxs have one system_name", "give each its own, as in its asterisk.conf");
            }
            pbxs.add(pbx);
        }
        if (pbxs.isEmpty()) {
            top.error("pbxs", "no pbx is named", "add pbxs: with at least one entry");
        } else if (pbxs.size() > MAX_PBXS) {
            top.error("pbxs", pbxs.size() + " pbxs", "name at most " + MAX_PBXS);
        }
        return pbxs;
    }

    private PbxPlan pbx(YamlMap map) {
        YamlMap tls = map.map("tls");
        Optional<Path> ca = Optional.of(tls.text("ca", "", ANY, "write a file"))
                .filter(text -> !text.isEmpty())
                .map(dir::resolve);
        if (map.has("tls") && ca.isEmpty()) {
            map.error("tls", "pbxs.tls has no ca", "write tls: { ca: ca.pem }");
        }
        ca.filter(path -> !path.toFile().canRead())
                .ifPresent(path -> tls.error("ca", "certificate file cannot be read", "put it where ca says"));
        SecretReader secrets = new SecretReader(dir, environment);
        PbxPlan pbx = new PbxPlan(
                map.required("name", Names.NAME, Names.HOW),
                map.text("host", AMI_HOST, Names.WORD, "write an address or a host name"),
                map.integer("port", AMI_PORT, 1, MAX_PORT),
                map.required("system_name", Names.NAME, Names.HOW + ", as in the PBX's asterisk.conf"),
                secrets.login(map.map("events"), EVENTS_USER),
                secrets.login(map.map("actions"), ACTIONS_USER),
                ca);
        tls.refuseOtherKeys();
        map.refuseOtherKeys();
        return pbx;
    }
}
