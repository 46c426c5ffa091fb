package io.baro.acd.rule;

import java.util.Collection;
import java.util.Optional;

/** Finds the valid name that somebody who wrote another one most likely meant. Stateless; any thread. */
public final class NearestName {
    /** One slip in three letters still looks like the word; more is a guess. */
    private static final int LETTERS_PER_SLIP = 3;

    private NearestName() {}

    /** The remedy for an unknown name: the nearest valid one, else that other advice. */
    public static String remedy(String written, Collection<String> valid, String otherwise) {
        return to(written, valid).map(name -> "did you mean \"" + name + "\"?").orElse(otherwise);
    }

    /** The nearest name by letters left out, added, changed or swapped; the first of equals; empty if none is near. */
    public static Optional<String> to(String written, Collection<String> valid) {
        int best = Math.max(1, written.length() / LETTERS_PER_SLIP) + 1;
        String nearest = null;
        for (String name : valid) {
            int slips = slips(written, name);
            if (slips < best) {
                best = slips;
                nearest = name;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** Optimal string alignment distance, three rows at a time. */
    private static int slips(String a, String b) {
        int[] before = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(last[j], row[j - 1]) + 1);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            before = last;
            last = row;
        }
        return last[b.length()];
    }
}
