package io.baro.acd.migration;

import java.util.List;
import java.util.TreeSet;

/**
 * Makes levels of app_queue's penalties: a smaller penalty is a higher level, and each level is a step of the ladder that opens at
 * once. A call takes the best of the lowest step that has somebody free: just what a penalty does. Stateless; any thread.
 */
final class Penalties {
    static final int BEST_LEVEL = 10;
    /** The queue's own step, and seven of its ladder. */
    private static final int MOST_STEPS = 8;

    private Penalties() {}

    static int level(int penalty) {
        return Math.max(1, BEST_LEVEL - penalty);
    }

    /** The least level of each step, the highest first. Too many: the last step takes all that are lower. */
    static List<Integer> steps(List<MemberLine> members) {
        TreeSet<Integer> levels = new TreeSet<>();
        members.forEach(member -> levels.add(level(member.penalty())));
        int lowest = levels.isEmpty() ? 1 : levels.first();
        while (levels.size() > MOST_STEPS) {
            levels.pollFirst();
            levels.remove(levels.first());
            levels.add(lowest);
        }
        return List.copyOf(levels.descendingSet());
    }

    /** Under wrandom a penalty is no order but a chance: the more, the less. */
    static int weight(int penalty) {
        int most = 100;
        return Math.max(1, most / (1 + penalty));
    }
}
