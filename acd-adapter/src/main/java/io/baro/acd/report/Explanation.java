package io.baro.acd.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Owns what decided about one call, step by step, for people and for machines. Holds no number and no birth date: who called is not
 * told. One thread.
 */
public final class Explanation {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");
    private static final String INDENT = "              ";

    /** One step: what happened, in words, and what it was made of. */
    private record Step(long atMillis, String what, List<String> lines, Map<String, Object> parts) {}

    private final String call;
    private final ZoneId zone;
    private final List<Step> steps = new ArrayList<>();

    Explanation(String call, ZoneId zone) {
        this.call = call;
        this.zone = zone;
    }

    /** The parts of a step, for machines; the lines are for people. */
    void add(long atMillis, String what, Map<String, Object> parts, String... lines) {
        steps.add(new Step(atMillis, what, List.of(lines), parts));
    }

    /** Names and values in turn, in an order that stays. */
    static Map<String, Object> parts(Object... namesAndValues) {
        Map<String, Object> parts = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parts.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
        }
        return parts;
    }

    /** Whether anything at all is known of the call. */
    public boolean isEmpty() {
        return steps.isEmpty();
    }

    String clock(long millis) {
        return CLOCK.format(Instant.ofEpochMilli(millis).atZone(zone));
    }

    /** For people. */
    public List<String> lines() {
        List<String> text = new ArrayList<>();
        text.add("call " + call);
        for (Step step : steps) {
            text.add(clock(step.atMillis) + "  " + step.lines.getFirst());
            step.lines.stream().skip(1).forEach(line -> text.add(INDENT + line));
        }
        return text;
    }

    /** For machines, in one line. */
    public String json() {
        List<Object> all = new ArrayList<>();
        for (Step step : steps) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put(
                    "at",
                    Instant.ofEpochMilli(step.atMillis)
                            .atZone(zone)
                            .toOffsetDateTime()
                            .toString());
            one.put("what", step.what);
            one.putAll(step.parts);
            all.add(one);
        }
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("call", call);
        whole.put("steps", all);
        return JsonText.of(whole);
    }
}
