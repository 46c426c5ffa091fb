package io.baro.acd.migration;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Gives each old name one that Baro takes, the same one each time, never one twice. Used by one thread. */
final class Names {
    /** As the dialplan's whitelists have them: 1-32 of a-z, 0-9 and -. */
    private static final int MOST = 32;
    /** Words that mean something else at a queue's limit. */
    private static final Set<String> RESERVED = Set.of("divert", "callback", "none");

    private final Map<String, String> given = new HashMap<>();
    private final Set<String> taken = new HashSet<>(RESERVED);

    String of(String old) {
        return given.computeIfAbsent(old, this::make);
    }

    private String make(String old) {
        String shape =
                old.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String base = shape.isEmpty() ? "queue" : shape;
        String name = cut(base, "");
        for (int i = 2; !taken.add(name); i++) {
            name = cut(base, "-" + i);
        }
        return name;
    }

    private static String cut(String base, String end) {
        return base.substring(0, Math.min(base.length(), MOST - end.length())) + end;
    }
}
