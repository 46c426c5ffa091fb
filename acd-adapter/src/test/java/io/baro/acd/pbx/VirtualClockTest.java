package io.baro.acd.pbx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.engine.traffic.RandomStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class VirtualClockTest {
    private static final long MILLI = 1_000_000;

    @Test
    void deadlinesFireInOrderOfInstantThenOfScheduling() {
        VirtualClock clock = new VirtualClock(1, 0);
        List<String> fired = new ArrayList<>();
        clock.schedule(new Deadline(() -> fired.add("late")), 20);
        clock.schedule(new Deadline(() -> fired.add("first of two")), 10);
        clock.schedule(new Deadline(() -> fired.add("second of two")), 10);
        clock.advance(9 * MILLI);
        assertTrue(fired.isEmpty());
        clock.advance(11 * MILLI);
        assertEquals(List.of("first of two", "second of two", "late"), fired);
    }

    @Test
    void whatADeadlineSchedulesWithinTheStepFiresInTheSameStepAtItsOwnTime() {
        VirtualClock clock = new VirtualClock(100, 0);
        List<Long> times = new ArrayList<>();
        Deadline second = new Deadline(() -> times.add(clock.nowMillis()));
        clock.schedule(
                new Deadline(() -> {
                    times.add(clock.nowMillis());
                    clock.schedule(second, 5);
                }),
                30);
        clock.advance(MILLI);
        assertEquals(List.of(30L, 35L), times);
        assertEquals(100, clock.nowMillis());
        assertEquals(100, clock.epochMillis());
    }

    @Test
    void manyDeadlinesRescheduledAndCancelledFireAsASortedListWould() {
        long seed = 7;
        RandomStream chance = new RandomStream(seed, 1);
        VirtualClock clock = new VirtualClock(1, 0);
        List<Integer> fired = new ArrayList<>();
        List<Deadline> deadlines = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            int id = i;
            deadlines.add(new Deadline(() -> fired.add(id)));
            clock.schedule(deadlines.get(i), chance.below(1_000));
        }
        for (int i = 0; i < 3_000; i++) {
            Deadline deadline = deadlines.get(chance.below(3_000));
            if (chance.chance(500)) {
                clock.cancel(deadline);
            } else {
                clock.schedule(deadline, chance.below(1_000));
            }
        }
        List<Integer> expected = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            if (deadlines.get(i).isPending()) {
                expected.add(i);
            }
        }
        expected.sort(Comparator.<Integer>comparingLong(id -> deadlines.get(id).atMicros)
                .thenComparingLong(id -> deadlines.get(id).order));
        clock.advance(1_000 * MILLI);
        assertEquals(expected, fired, "seed " + seed);
        assertFalse(deadlines.stream().anyMatch(Deadline::isPending));
    }
}
