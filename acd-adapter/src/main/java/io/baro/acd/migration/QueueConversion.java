package io.baro.acd.migration;

import io.baro.acd.migration.Finding.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes one queue of ours of one section of queues.conf. Never writes a file. Used once, by one thread. */
final class QueueConversion {
    private static final int MOST_RING_SECONDS = 300;
    private static final int HOUR_SECONDS = 3600;
    private static final int MOST_WAITING = 1_000_000;
    private static final int MOST_PENALTY = 9;

    private static final Map<String, String> STRATEGIES = Map.of(
            "ringall", "longest-idle",
            "leastrecent", "longest-idle",
            "fewestcalls", "fewest-calls",
            "random", "weighted-random",
            "wrandom", "weighted-random",
            "rrmemory", "round-robin",
            "rrordered", "round-robin",
            "roundrobin", "round-robin",
            "linear", "linear");

    private final ConfSection section;
    private final String name;
    private final AgentBook agents;
    private final List<Finding> findings;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final List<MemberLine> members = new ArrayList<>();
    private ConfLine strategy;
    private boolean nobodyJoins;

    QueueConversion(ConfSection section, String name, AgentBook agents, List<Finding> findings) {
        this.section = section;
        this.name = name;
        this.agents = agents;
        this.findings = findings;
        // Which app_queue takes when nothing is said.
        strategy = new ConfLine(section.line(), "strategy", "ringall");
    }

    /** @param ownSkill false: there is no room for another skill */
    ImportedQueue convert(boolean ownSkill) {
        if (!name.equals(section.name())) {
            tell(section.line(), section.name(), Kind.NEAR, "is called " + name + " now: names are of a-z, 0-9 and -");
        }
        section.lines().forEach(this::option);
        String skill = ownSkill && !members.isEmpty() ? name : "";
        if (members.isEmpty()) {
            tell(
                    section.line(),
                    "member",
                    Kind.WITHOUT,
                    "no member in this file: add a skill to skills:, to the queue and to its agents; "
                            + "until then every agent has its calls");
        } else if (!ownSkill) {
            tell(
                    section.line(),
                    "member",
                    Kind.WITHOUT,
                    "more than 100 skills: every agent has its calls until you say otherwise");
        }
        boolean byChance = strategyWord().equals("wrandom");
        members.removeIf(member -> !agents.add(
                member,
                name,
                skill,
                byChance ? Penalties.BEST_LEVEL : Penalties.level(member.penalty()),
                byChance ? Penalties.weight(member.penalty()) : 0));
        applyStrategy();
        List<Integer> levels = byChance ? List.of(Penalties.BEST_LEVEL) : Penalties.steps(members);
        boolean ringsAll = strategyWord().equals("ringall");
        return new ImportedQueue(name, members.isEmpty() ? "" : skill, levels, settings, ringsAll, nobodyJoins);
    }

    private void option(ConfLine line) {
        switch (line.key()) {
            case "member" -> member(line);
            case "strategy" -> strategy = line;
            case "timeout" -> ring(line);
            case "wrapuptime" -> seconds(line, "wrap_up", 0, HOUR_SECONDS);
            case "servicelevel" -> objective(line);
            case "maxlen" -> most(line);
            case "joinempty" -> join(line);
            default -> other(line);
        }
    }

    private void member(ConfLine line) {
        MemberLine member = MemberLine.of(line);
        members.add(member);
        if (member.penalty() > MOST_PENALTY && !strategyWord().equals("wrandom")) {
            tell(
                    line.number(),
                    "member",
                    Kind.NEAR,
                    "levels end at 1: a penalty over " + MOST_PENALTY + " counts as " + MOST_PENALTY);
        }
    }

    private void applyStrategy() {
        String word = strategyWord();
        settings.put("strategy", STRATEGIES.getOrDefault(word, "longest-idle"));
        switch (word) {
            case "ringall" ->
                near("ringall: up to 8 phones ring for a call (ring_at_once), of those who are idle longest");
            case "rrordered" -> near("rrordered: the order is that of the last offers, not that of the file");
            case "random" -> near("random: by draws, so that everybody gets his share");
            case "wrandom" -> near("wrandom: penalties became weights of agents.csv, the less the more calls");
            case "linear" -> near("linear: the order is that of the lines of agents.csv, for all queues");
            default -> {
                if (!STRATEGIES.containsKey(word)) {
                    near("unknown strategy: longest-idle took its place");
                }
            }
        }
    }

    private void ring(ConfLine line) {
        int seconds = line.number(Integer.MAX_VALUE);
        if (seconds == 0 || seconds > MOST_RING_SECONDS) {
            tell(line.number(), line.key(), Kind.NEAR, "a phone rings for five minutes at most");
        }
        if (seconds >= 0) {
            settings.put("ring", (seconds == 0 ? MOST_RING_SECONDS : Math.min(seconds, MOST_RING_SECONDS)) + "s");
        } else {
            noNumber(line);
        }
    }

    private void objective(ConfLine line) {
        int seconds = line.number(HOUR_SECONDS);
        if (seconds > 0) {
            settings.put("objective", "{ within: " + seconds + "s }");
        } else if (seconds < 0) {
            noNumber(line);
        }
    }

    private void seconds(ConfLine line, String key, int least, int most) {
        int seconds = line.number(Integer.MAX_VALUE);
        if (seconds < least) {
            noNumber(line);
            return;
        }
        if (seconds > most) {
            tell(line.number(), line.key(), Kind.NEAR, "at most " + most + " s");
        }
        settings.put(key, Math.min(seconds, most) + "s");
    }

    private void most(ConfLine line) {
        int most = line.number(MOST_WAITING);
        if (most > 0) {
            settings.put("max_waiting", Integer.toString(most));
            settings.put("when_full", "divert");
            tell(
                    line.number(),
                    line.key(),
                    Kind.NEAR,
                    "the next goes to the PBX's fallback queue; when_full: callback or a queue is kinder");
        } else if (most < 0) {
            noNumber(line);
        }
    }

    private void join(ConfLine line) {
        nobodyJoins = !line.isYes();
        if (nobodyJoins) {
            tell(
                    line.number(),
                    line.key(),
                    Kind.NEAR,
                    "the rule nobody-there of rules.yaml diverts while nobody is logged in and off a pause");
        } else {
            other(line);
        }
    }

    private void other(ConfLine line) {
        boolean yes = line.isYes() || line.value().equalsIgnoreCase("all");
        OtherOptions.Answer answer = OtherOptions.of(line.key(), yes);
        tell(line.number(), line.key(), answer.kind(), answer.what());
    }

    private String strategyWord() {
        return strategy.value().toLowerCase(Locale.ROOT);
    }

    private void near(String what) {
        tell(strategy.number(), "strategy", Kind.NEAR, what);
    }

    private void noNumber(ConfLine line) {
        tell(line.number(), line.key(), Kind.WITHOUT, "its value is no whole number: the default of Baro holds");
    }

    private void tell(int line, String option, Kind kind, String what) {
        findings.add(new Finding(line, name, option, kind, what));
    }
}
