package io.baro.engine.rehearsal;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Owns how many callers mean each kind of queue: as many as there are agents for it, an agent counting in equal parts for each kind
 * that he serves. So a centre is staffed for what it is asked, languages too. Nobody names the default queue in the menu: who lets the
 * menu run out, and who is sent past it, comes there. Immutable.
 */
final class Wishes {
    private static final int WISHES = 1_000_000;

    private final int[] kinds;
    private final double[] upTo;

    private Wishes(int[] kinds, double[] upTo) {
        this.kinds = kinds;
        this.upTo = upTo;
    }

    /** The wishes that this floor is staffed for; nobody names the default kind, nor the {@code unasked}. */
    static Wishes of(FloorPlan plan, int defaultKind, Set<Integer> unasked) {
        Set<Integer> unnamed = new HashSet<>(unasked);
        unnamed.add(defaultKind);
        int most = plan.queues().stream()
                .filter(queue -> queue != null)
                .mapToInt(FloorPlan.Queue::kind)
                .max()
                .orElse(0);
        double[] weights = new double[most + 1];
        for (FloorPlan.Agent agent : plan.agents()) {
            if (agent != null) {
                addAgent(plan, agent, unnamed, weights);
            }
        }
        return cumulated(weights, defaultKind);
    }

    /** The kind that the caller with this wish, 0 to 999,999, means. */
    int kindOf(int wish) {
        double place = (wish + 0.5) / WISHES * upTo[upTo.length - 1];
        int low = 0;
        int high = upTo.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (upTo[middle] > place) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return kinds[low];
    }

    private static void addAgent(FloorPlan plan, FloorPlan.Agent agent, Set<Integer> unnamed, double[] weights) {
        int[] served = plan.queues().stream()
                .filter(queue -> queue != null && queue.pbxId() == agent.pbxId() && !unnamed.contains(queue.kind()))
                .filter(queue -> plan.ladder(queue.id()).getFirst().matches(agent))
                .mapToInt(FloorPlan.Queue::kind)
                .toArray();
        for (int kind : served) {
            weights[kind] += 1.0 / served.length;
        }
    }

    private static Wishes cumulated(double[] weights, int defaultKind) {
        int[] kinds = new int[weights.length];
        double[] upTo = new double[weights.length];
        int count = 0;
        double sum = 0;
        for (int kind = 0; kind < weights.length; kind++) {
            if (weights[kind] > 0) {
                sum += weights[kind];
                kinds[count] = kind;
                upTo[count++] = sum;
            }
        }
        return count == 0
                ? new Wishes(new int[] {defaultKind}, new double[] {1})
                : new Wishes(Arrays.copyOf(kinds, count), Arrays.copyOf(upTo, count));
    }
}
