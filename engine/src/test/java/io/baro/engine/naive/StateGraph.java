package io.baro.engine.naive;

import io.baro.engine.callcenter.SkillSet;
import io.baro.engine.callcenter.Step;
import io.baro.engine.line.Line;
import io.baro.engine.line.Place;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares two routers field by field, whatever their classes hold, by reflection: a field that a snapshot forgets shows as a
 * difference, and a field that never had but one value shows as not proven.
 */
final class StateGraph {
    /** No state: said anew with every command, or how something was found. */
    private static final Set<String> NOT_STATE = Set.of(
            "Router.header",
            "Decisions.buffer",
            "Decisions.sink",
            "Decisions.nowMillis",
            "Facts.buffer",
            "Facts.sink",
            "Facts.nowMillis",
            "AgentStates.nowMillis",
            "BestCall.best",
            "BestCall.second",
            "BestCall.last",
            "BestCall.bestStep",
            "BestCall.compared",
            "Matcher.choice",
            "RuleFacts.call",
            "RuleFacts.queue",
            "RuleFacts.nowMillis",
            // Its heap may lag behind, what is first in it may not: Step.best is compared instead.
            "AgentPool.line",
            "Bench.inPool",
            // Each pool is reached by its steps, each bench by its pool; in which order they came is nobody's state.
            "SkillProfiles.pools",
            "SkillProfile.benches");

    private final Map<String, Object> valueOf = new HashMap<>();
    private final Set<String> varied = new TreeSet<>();
    private final Deque<Pair> open = new ArrayDeque<>();
    private IdentityHashMap<Object, Object> twins = new IdentityHashMap<>();
    private String difference;

    private record Pair(Object one, Object other, String path) {}

    /** Where the two differ first, or null. */
    String difference(Object one, Object other) {
        twins = new IdentityHashMap<>();
        open.clear();
        difference = null;
        open.add(new Pair(one, other, "router"));
        while (difference == null && !open.isEmpty()) {
            Pair pair = open.remove();
            compare(pair.one, pair.other, pair.path);
        }
        return difference;
    }

    /** Fields that had one and the same value in all routers compared so far. */
    Set<String> neverVaried() {
        Set<String> fields = new TreeSet<>(valueOf.keySet());
        fields.removeAll(varied);
        return fields;
    }

    private void compare(Object one, Object other, String path) {
        if (one == null || other == null) {
            differ(one == null && other == null, path, one, other);
        } else if (one.getClass() != other.getClass()) {
            differ(false, path, one.getClass(), other.getClass());
        } else if (one instanceof Enum || one instanceof Number || one instanceof Boolean) {
            differ(one.equals(other), path, one, other);
        } else if (one instanceof SkillSet) {
            differ(one.equals(other), path, one, other);
        } else if (one instanceof Record) {
            compareFields(one, other, path);
        } else if (!twins.containsKey(one)) {
            twins.put(one, other);
            compareObjects(one, other, path);
        } else {
            differ(isTwin(one, other), path, "one object", "two");
        }
    }

    // Whether it is the very object is the question.
    @SuppressWarnings("ReferenceEquality")
    private boolean isTwin(Object one, Object other) {
        return twins.get(one) == other;
    }

    private void compareObjects(Object one, Object other, String path) {
        switch (one) {
            case Place<?> place -> comparePlaces(place, (Place<?>) other, path);
            case Line<?> line -> compareLines(line, (Line<?>) other, path);
            case List<?> list -> compareLists(list, (List<?>) other, path);
            case Map<?, ?> map -> compareMaps(map, (Map<?, ?>) other, path);
            default -> {
                if (one.getClass().isArray()) {
                    compareElements(one, other, Array.getLength(one), path);
                } else if (one.getClass().getName().startsWith("io.baro.engine.message.")) {
                    return;
                } else if (one.getClass().getName().startsWith("io.baro.engine.")) {
                    compareFields(one, other, path);
                } else {
                    throw new IllegalStateException("how is a " + one.getClass() + " compared? " + path);
                }
            }
        }
    }

    private void compareFields(Object one, Object other, String path) {
        if (one instanceof Step step) {
            open.add(new Pair(step.best(), ((Step) other).best(), path + ".best()"));
        }
        for (Field field : one.getClass().getDeclaredFields()) {
            String name = one.getClass().getSimpleName() + "." + field.getName();
            if (Modifier.isStatic(field.getModifiers()) || NOT_STATE.contains(name)) {
                continue;
            }
            Object mine = valueOf(field, one);
            Object his = valueOf(field, other);
            note(name, mine);
            switch (name) {
                case "CallCenter.pool" -> differ(((List<?>) mine).size() == ((List<?>) his).size(), path, mine, his);
                case "ReservationBook.made" -> compareElements(mine, his, (int) valueOf(one, "size"), path + ".made");
                default -> open.add(new Pair(mine, his, path + "." + field.getName()));
            }
        }
    }

    private void comparePlaces(Place<?> one, Place<?> other, String path) {
        open.add(new Pair(one.owner(), other.owner(), path + ".owner"));
        differ(one.inLine() == other.inLine(), path + ".inLine", one.inLine(), other.inLine());
        if (one.inLine()) {
            for (String key : List.of("key", "tie", "id")) {
                open.add(new Pair(valueOf(one, key), valueOf(other, key), path + "." + key));
            }
        }
    }

    private void compareLines(Line<?> one, Line<?> other, String path) {
        List<Place<?>> mine = inOrder(one);
        List<Place<?>> his = inOrder(other);
        differ(mine.size() == his.size(), path + ".size", mine.size(), his.size());
        for (int i = 0; i < Math.min(mine.size(), his.size()); i++) {
            open.add(new Pair(mine.get(i), his.get(i), path + "[" + i + "]"));
        }
    }

    private static List<Place<?>> inOrder(Line<?> line) {
        List<Place<?>> places = new ArrayList<>();
        ((List<?>) valueOf(line, "heap")).forEach(place -> places.add((Place<?>) place));
        places.sort(Comparator.<Place<?>>comparingLong(place -> (long) valueOf(place, "key"))
                .thenComparingLong(place -> (long) valueOf(place, "tie"))
                .thenComparingLong(place -> (long) valueOf(place, "id")));
        return places;
    }

    private void compareLists(List<?> one, List<?> other, String path) {
        differ(one.size() == other.size(), path + ".size", one.size(), other.size());
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            open.add(new Pair(one.get(i), other.get(i), path + "[" + i + "]"));
        }
    }

    private void compareMaps(Map<?, ?> one, Map<?, ?> other, String path) {
        differ(one.keySet().equals(other.keySet()), path + " keys", one.keySet(), other.keySet());
        for (Object key : List.copyOf(one.keySet())) {
            open.add(new Pair(one.get(key), other.get(key), path + "{" + key + "}"));
        }
    }

    private void compareElements(Object one, Object other, int count, String path) {
        differ(Array.getLength(one) == Array.getLength(other), path + ".length", one, other);
        for (int i = 0; i < count && difference == null; i++) {
            Object mine = Array.get(one, i);
            Object his = Array.get(other, i);
            note(path.replaceAll("\\[\\d+\\]", "[]"), mine);
            if (mine instanceof Number) {
                differ(mine.equals(his), path + "[" + i + "]", mine, his);
            } else {
                open.add(new Pair(mine, his, path + "[" + i + "]"));
            }
        }
    }

    private void note(String field, Object value) {
        if (value instanceof Number || value instanceof Boolean || value instanceof Enum) {
            Object before = valueOf.putIfAbsent(field, value);
            if (before != null && !before.equals(value)) {
                varied.add(field);
            }
        }
    }

    private void differ(boolean same, String path, Object one, Object other) {
        if (!same && difference == null) {
            difference = path + ": " + one + ", restored " + other;
        }
    }

    private static Object valueOf(Object owner, String name) {
        try {
            return valueOf(owner.getClass().getDeclaredField(name), owner);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object valueOf(Field field, Object owner) {
        try {
            field.setAccessible(true);
            return field.get(owner);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
