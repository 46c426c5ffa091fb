package io.baro.acd.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads {@code queues.yaml}. Owns its keys and ranges. Used by the one thread that loads. */
final class QueueFile {
    static final String NAME = "queues.yaml";
    /** Least level where a queue says only {@code skill: 1} is 1; the scale of the trade ends at 10. */
    static final int MAX_LEVEL = 10;
    /** An agent's command holds 100 skills. */
    static final int MAX_SKILLS = 100;

    private static final int MAX_QUEUES = 1_024;

    private final Problems problems;

    QueueFile(Problems problems) {
        this.problems = problems;
    }

    Optional<QueuePlan> read(Path dir) {
        return YamlFile.open(dir.resolve(NAME), problems).map(this::plan);
    }

    private QueuePlan plan(YamlMap top) {
        List<String> skills = skills(top);
        List<QueuePlan.Queue> queues = new ArrayList<>();
        for (YamlMap map : top.maps("queues")) {
            QueuePlan.Queue queue = queue(map, skills);
            if (queues.stream().anyMatch(other -> other.name().equals(queue.name()))) {
                map.error("name", "queue \"" + queue.name() + "\" stands twice", "give each its own name");
            }
            queues.add(queue);
        }
        if (queues.isEmpty() || queues.size() > MAX_QUEUES) {
            top.error("queues", queues.size() + " queues", "name 1 to " + MAX_QUEUES);
        }
        Map<String, String> entries = new LinkedHashMap<>();
        for (YamlMap map : top.maps("entries")) {
            String number = map.required("number", Names.DIALLED, "write the dialled number as the trunk sends it");
            if (entries.put(number, knownQueue(map, "queue", queues)) != null) {
                map.error("number", "this number stands twice", "keep one of the two");
            }
            map.refuseOtherKeys();
        }
        QueuePlan plan = new QueuePlan(skills, queues, entries, knownQueue(top, "default_entry", queues));
        top.refuseOtherKeys();
        return plan;
    }

    private static List<String> skills(YamlMap top) {
        List<String> skills = new ArrayList<>();
        for (Node node : top.list("skills")) {
            String skill = node instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (!Names.NAME.matcher(skill).matches()) {
                top.source().error(YamlSource.placeOf(node), "a skill has a wrong form", Names.HOW);
            } else if (skills.contains(skill)) {
                top.source().error(
                        YamlSource.placeOf(node), "skill \"" + skill + "\" stands twice", "keep one of the two");
            }
            skills.add(skill);
        }
        if (skills.size() > MAX_SKILLS) {
            top.error("skills", skills.size() + " skills", "name at most " + MAX_SKILLS);
        }
        return skills;
    }

    private static QueuePlan.Queue queue(YamlMap map, List<String> skills) {
        YamlMap levels = map.map("skills");
        Map<String, Integer> needed = new LinkedHashMap<>();
        for (String skill : levels.names()) {
            if (!skills.contains(skill)) {
                levels.error(skill, "unknown skill \"" + skill + "\"", "add it to skills: or correct it");
            }
            needed.put(skill, levels.integer(skill, 1, 1, MAX_LEVEL));
        }
        QueuePlan.Queue queue =
                new QueuePlan.Queue(map.required("name", Names.NAME, Names.HOW), needed, map.placeOf("name").line());
        map.refuseOtherKeys();
        return queue;
    }

    private static String knownQueue(YamlMap map, String key, List<QueuePlan.Queue> queues) {
        String name = map.required(key, Names.NAME, Names.HOW);
        if (!name.isEmpty() && queues.stream().noneMatch(queue -> queue.name().equals(name))) {
            map.error(key, "unknown queue \"" + name + "\"", "add it to queues: or correct it");
        }
        return name;
    }
}
