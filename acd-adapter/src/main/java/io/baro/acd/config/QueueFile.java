package io.baro.acd.config;

import io.baro.acd.hours.OpeningHours;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code queues.yaml} and {@code kinds.csv} beside it. Owns their keys and ranges. Used by the one thread that loads. */
final class QueueFile {
    static final String NAME = "queues.yaml";
    /** Least level where a queue says only {@code skill: 1} is 1; the scale of the trade ends at 10. */
    static final int MAX_LEVEL = 10;
    /** An agent's command holds 100 skills. */
    static final int MAX_SKILLS = 100;

    private static final int MAX_QUEUES = 1_024;

    private final Path dir;
    private final ServerPlan server;
    private final Problems problems;

    QueueFile(Path dir, ServerPlan server, Problems problems) {
        this.dir = dir;
        this.server = server;
        this.problems = problems;
    }

    Optional<QueuePlan> read() {
        return YamlFile.open(dir.resolve(NAME), problems).map(this::plan);
    }

    private QueuePlan plan(YamlMap top) {
        Set<String> skills = top.words("skills", Names.NAME, Names.HOW).keySet();
        if (skills.size() > MAX_SKILLS) {
            top.error("skills", skills.size() + " skills", "name at most " + MAX_SKILLS);
        }
        Map<String, OpeningHours> hours = calendars(top);
        List<YamlMap> maps = top.maps("queues");
        List<String> names = maps.stream()
                .map(map -> map.required("name", Names.NAME, Names.HOW))
                .toList();
        List<QueuePlan.Queue> queues = queues(maps, new QueueReader.Known(skills, names, hours.keySet(), server));
        if (queues.isEmpty() || queues.size() > MAX_QUEUES) {
            top.error("queues", queues.size() + " queues", "name 1 to " + MAX_QUEUES);
        }
        QueueLoops.check(maps, queues);
        Map<String, String> entries = entries(top, names);
        String defaultEntry = knownQueue(top, "default_entry", names);
        Map<String, String> regions = regions(top.map("regions"), names);
        List<KindPlan> kinds = new KindFile(problems, names).read(dir);
        for (String number : List.copyOf(entries.keySet())) {
            kinds.forEach(kind -> entries.put(kind.numberBehind(number), kind.queue()));
        }
        CallbackPlan callbacks = new CallbackReader(top.map(CallbackReader.KEY), hours.keySet()).read();
        top.refuseOtherKeys();
        return new QueuePlan(List.copyOf(skills), queues, entries, defaultEntry, regions, hours, kinds, callbacks);
    }

    private Map<String, OpeningHours> calendars(YamlMap top) {
        ZoneId zone = server.zone();
        YamlMap calendars = top.map("calendars");
        Map<String, OpeningHours> hours = new LinkedHashMap<>();
        for (String name : calendars.names()) {
            hours.put(name, new HoursReader(dir, zone, calendars.map(name)).read());
        }
        return hours;
    }

    private static List<QueuePlan.Queue> queues(List<YamlMap> maps, QueueReader.Known known) {
        List<QueuePlan.Queue> queues = new ArrayList<>();
        for (YamlMap map : maps) {
            QueuePlan.Queue queue = new QueueReader(map, known).read();
            boolean twice = queues.stream().anyMatch(other -> other.name().equals(queue.name()));
            if (twice && !queue.name().isEmpty()) {
                map.error("name", "queue \"" + queue.name() + "\" stands twice", "give each its own name");
            }
            queues.add(queue);
        }
        return queues;
    }

    private static Map<String, String> entries(YamlMap top, List<String> names) {
        Map<String, String> entries = new LinkedHashMap<>();
        for (YamlMap map : top.maps("entries")) {
            String number = map.required("number", Names.DIALLED, "write the dialled number as the trunk sends it");
            if (entries.put(number, knownQueue(map, "queue", names)) != null) {
                map.error("number", "this number stands twice", "keep one of the two");
            }
            map.refuseOtherKeys();
        }
        return entries;
    }

    private static Map<String, String> regions(YamlMap map, List<String> names) {
        Map<String, String> regions = new LinkedHashMap<>();
        for (String region : map.names()) {
            if (!Names.NAME.matcher(region).matches()) {
                map.source().error(map.placeOf(region), "region \"" + region + "\" has a wrong form", Names.HOW);
            }
            regions.put(region, knownQueue(map, region, names));
        }
        return regions;
    }

    private static String knownQueue(YamlMap map, String key, List<String> names) {
        String name = map.required(key, Names.NAME, Names.HOW);
        if (!name.isEmpty() && !names.contains(name)) {
            map.source().unknown(map.valueOf(key), "queue", name, names, "add it to queues: or correct it");
        }
        return name;
    }
}
