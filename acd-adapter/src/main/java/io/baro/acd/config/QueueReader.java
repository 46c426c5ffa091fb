package io.baro.acd.config;

import io.baro.acd.rule.NearestName;
import io.baro.engine.callcenter.CallQueue;
import io.baro.engine.message.LimitAction;
import io.baro.engine.message.Strategy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads one queue of {@code queues.yaml} with its ladder. Used by the one thread that loads. */
final class QueueReader {
    /** Words that say what becomes of a call at a limit; every other word is a queue. */
    private static final List<String> ACTIONS = List.of("divert", "callback", "none");

    private static final List<String> STRATEGIES = List.of(
            "longest-idle",
            "fewest-calls",
            "least-occupied",
            "most-skilled",
            "least-skilled",
            "round-robin",
            "linear",
            "weighted-random");

    /** 80 % is the objective most contact centres state; within what time, baro.yaml says for all. */
    private static final int OBJECTIVE_PERMILLE = 800;

    private static final int MAX_WEIGHT = 10;
    private static final int MAX_WAITING = 1_000_000;

    /** As many as acd-dial of extensions.conf lets ring. */
    private static final int MOST_AT_ONCE = 8;

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofHours(24);

    /** Longer before the end of his wrap-up an agent's phone might ring while he still works. */
    private static final Duration MOST_AHEAD = Duration.ofSeconds(30);

    private static final String AGENT_FIRST = "agent";
    private static final String CUSTOMER_FIRST = "customer";

    private final YamlMap map;
    private final Known known;

    /** What a queue may name. */
    record Known(Collection<String> skills, List<String> queues, Collection<String> calendars, ServerPlan server) {
        List<String> centres() {
            return server.pbxs().stream().map(PbxPlan::name).toList();
        }
    }

    QueueReader(YamlMap map, Known known) {
        this.map = map;
        this.known = known;
    }

    QueuePlan.Queue read() {
        Map<String, Integer> skills = levels(map, "skills", QueueFile.MAX_LEVEL);
        QueuePlan.Queue queue = new QueuePlan.Queue(
                name(),
                skills,
                levels(map, "preferred", MAX_WEIGHT),
                strategy(),
                optional(map, "wrap_up", Duration.ZERO, HOUR),
                optional(map, "ring", SECOND, Duration.ofMinutes(5)),
                map.integer("ring_at_once", 1, 1, MOST_AT_ONCE),
                map.duration("dedicated", Duration.ZERO, Duration.ZERO, HOUR),
                map.duration("last_agent", Duration.ZERO, Duration.ZERO, HOUR),
                map.integer("max_waiting", -1, 0, MAX_WAITING),
                overflow("when_full", "max_waiting"),
                optional(map, "max_wait", SECOND, DAY),
                overflow("when_too_long", "max_wait"),
                hours(),
                overflow("when_closed", "hours"),
                callbacks(),
                isCustomerFirst(),
                ahead(),
                objective(),
                ladder(skills),
                map.placeOf("name").line());
        map.refuseOtherKeys();
        return queue;
    }

    private String name() {
        String name = map.text("name", "", Names.NAME, Names.HOW);
        if (ACTIONS.contains(name)) {
            map.error("name", "\"" + name + "\" means something else at a limit", "give the queue another name");
        }
        return name;
    }

    private Strategy strategy() {
        String word = map.oneOf("strategy", STRATEGIES.getFirst(), STRATEGIES);
        return Strategy.valueOf(word.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    private Map<String, Integer> levels(YamlMap from, String key, int most) {
        YamlMap levels = from.map(key);
        Map<String, Integer> needed = new LinkedHashMap<>();
        for (String skill : levels.names()) {
            if (!known.skills.contains(skill)) {
                levels.source()
                        .unknown(
                                levels.placeOf(skill), "skill", skill, known.skills, "add it to skills: or correct it");
            }
            needed.put(skill, levels.integer(skill, 1, 1, most));
        }
        return needed;
    }

    private static Optional<Duration> optional(YamlMap map, String key, Duration least, Duration most) {
        return map.has(key) ? Optional.of(map.duration(key, least, least, most)) : Optional.empty();
    }

    /** The action at a limit: to the fallback queue of the PBX unless the operator says otherwise. */
    private QueuePlan.Overflow overflow(String key, String limit) {
        if (map.has(key) && !map.has(limit)) {
            map.source().error(map.placeOf(key), key + " without " + limit + " never comes", "add " + limit + ":");
        }
        if (!map.has(limit)) {
            map.text(key, "", Names.NAME, Names.HOW);
            return QueuePlan.Overflow.NONE;
        }
        String word = map.text(key, "divert", Names.NAME, "write divert, callback, none or the name of a queue");
        int action = ACTIONS.indexOf(word);
        if (action >= 0) {
            return new QueuePlan.Overflow(LimitAction.valueOf(word.toUpperCase(Locale.ROOT)), "");
        }
        if (!known.queues.contains(word)) {
            List<String> words = new ArrayList<>(known.queues);
            words.addAll(ACTIONS);
            map.error(
                    key,
                    "unknown queue \"" + word + "\"",
                    NearestName.remedy(word, words, "write divert, callback, none or the name of a queue"));
            return QueuePlan.Overflow.DIVERT;
        }
        return QueuePlan.Overflow.to(word);
    }

    private Optional<String> hours() {
        String name = map.text("hours", "", Names.NAME, "write the name of a calendar");
        if (!name.isEmpty() && !known.calendars.contains(name)) {
            map.source().unknown(map.valueOf("hours"), "calendar", name, known.calendars, "add it to calendars: first");
            return Optional.empty();
        }
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }

    private int callbacks() {
        int permille = map.permille("callbacks", 0);
        if (map.has("callbacks") && permille == 0) {
            map.error("callbacks", "callbacks is no share of the staff's time", "write one like 30%, or leave it away");
        }
        return permille;
    }

    private boolean isCustomerFirst() {
        return map.oneOf("callback_first", AGENT_FIRST, List.of(AGENT_FIRST, CUSTOMER_FIRST))
                .equals(CUSTOMER_FIRST);
    }

    private Duration ahead() {
        Duration ahead = map.duration("callback_ahead", Duration.ZERO, Duration.ZERO, MOST_AHEAD);
        if (map.has("callback_ahead") && !isCustomerFirst()) {
            map.error(
                    "callback_ahead",
                    "an agent in wrap-up is not called",
                    "add callback_first: customer, or leave callback_ahead away");
        }
        return ahead;
    }

    private QueuePlan.Objective objective() {
        YamlMap objective = map.map("objective");
        QueuePlan.Objective read = new QueuePlan.Objective(
                objective.permille("answer", OBJECTIVE_PERMILLE),
                objective.duration("within", known.server.answerWithin(), SECOND, HOUR));
        objective.refuseOtherKeys();
        return read;
    }

    private List<QueuePlan.Step> ladder(Map<String, Integer> skills) {
        List<QueuePlan.Step> steps = new ArrayList<>();
        for (YamlMap step : map.maps("ladder")) {
            steps.add(step(step, skills));
        }
        // Step 0 is the queue itself.
        int most = CallQueue.MAX_STEPS - 1;
        if (steps.size() > most) {
            map.error("ladder", steps.size() + " steps", "write at most " + most);
        }
        return steps;
    }

    private QueuePlan.Step step(YamlMap step, Map<String, Integer> skills) {
        QueuePlan.Step read = new QueuePlan.Step(
                optional(step, "after", Duration.ZERO, DAY),
                optional(step, "ewt_over", Duration.ZERO, DAY),
                optional(step, "ewt_advantage", SECOND, DAY),
                step.integer("keep_ready", 0, 0, MAX_WAITING),
                StepCentres.read(step, "centres", known.centres()),
                step.has("skills") ? levels(step, "skills", QueueFile.MAX_LEVEL) : skills,
                step.place().line());
        if (!step.has("after") && !step.has("ewt_over") && !step.has("ewt_advantage")) {
            step.source().error(step.place(), "a step without a condition", "add after, ewt_over or ewt_advantage");
        }
        if (read.ewtAdvantage().isPresent() && read.centres().isEmpty()) {
            step.error("ewt_advantage", "ewt_advantage over no other centre", "add centres: all or their names");
        }
        step.refuseOtherKeys();
        return read;
    }
}
