package io.baro.acd.rule;

import java.util.ArrayList;
import java.util.List;

/** A set of values as ranges in order, apart from each other. Immutable; any thread. */
record ValueSet(List<Range> ranges) {
    static final ValueSet NONE = new ValueSet(List.of());
    static final ValueSet ALL = of(0, Long.MAX_VALUE);

    /** From the least to the most, both included. */
    record Range(long least, long most) {}

    ValueSet {
        ranges = List.copyOf(ranges);
    }

    static ValueSet of(long least, long most) {
        return least > most ? new ValueSet(List.of()) : new ValueSet(List.of(new Range(least, most)));
    }

    boolean isEmpty() {
        return ranges.isEmpty();
    }

    ValueSet and(ValueSet other) {
        List<Range> both = new ArrayList<>();
        for (Range a : ranges) {
            for (Range b : other.ranges) {
                long least = Math.max(a.least, b.least);
                long most = Math.min(a.most, b.most);
                if (least <= most) {
                    both.add(new Range(least, most));
                }
            }
        }
        return new ValueSet(both);
    }

    ValueSet or(ValueSet other) {
        List<Range> either = new ArrayList<>(ranges);
        either.addAll(other.ranges);
        either.sort((a, b) -> Long.compare(a.least, b.least));
        List<Range> apart = new ArrayList<>();
        for (Range range : either) {
            Range last = apart.isEmpty() ? null : apart.getLast();
            if (last == null || last.most < range.least - 1) {
                apart.add(range);
            } else {
                apart.set(apart.size() - 1, new Range(last.least, Math.max(last.most, range.most)));
            }
        }
        return new ValueSet(apart);
    }

    boolean contains(ValueSet other) {
        return and(other).equals(other);
    }
}
