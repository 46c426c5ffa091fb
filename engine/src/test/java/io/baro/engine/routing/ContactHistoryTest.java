package io.baro.engine.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ContactHistoryTest {
    private static final long SEED = 20_261_122;
    private static final long HOUR = 3_600_000;
    private static final long CALLER = 7;

    @Test
    void contactAsOldAsTheWindowDoesNotCountAMillisecondYoungerDoes() {
        ContactHistory history = new ContactHistory(10);
        history.record(CALLER, 1_000);
        assertEquals(1, history.count(CALLER, 1_000, HOUR));
        assertEquals(1, history.count(CALLER, 1_000 + HOUR - 1, HOUR));
        assertEquals(0, history.count(CALLER, 1_000 + HOUR, HOUR));
        assertEquals(0, history.count(CALLER, 1_000, 0));
    }

    @Test
    void keepsTheLastEightContacts() {
        ContactHistory history = new ContactHistory(10);
        for (int i = 0; i < 20; i++) {
            history.record(CALLER, i);
            assertEquals(Math.min(i + 1, ContactHistory.KEPT), history.count(CALLER, i, HOUR));
        }
        assertEquals(3, history.count(CALLER, 19, 3), "the youngest are kept: 17, 18, 19");
        assertEquals(ContactHistory.KEPT, history.count(CALLER, 19, 9));
    }

    @Test
    void withheldNumbersAndStrangersHaveNoHistory() {
        ContactHistory history = new ContactHistory(10);
        history.record(0, 1_000);
        assertEquals(0, history.count(0, 1_000, HOUR));
        assertEquals(0, history.count(CALLER, 1_000, HOUR));
        assertEquals(0, history.forgotten());
    }

    @Test
    void callerSilentForLongestIsForgottenAndCounted() {
        ContactHistory history = new ContactHistory(2);
        history.record(1, 10);
        history.record(2, 20);
        history.record(1, 30);
        history.record(3, 40);
        assertEquals(1, history.forgotten());
        assertEquals(2, history.count(1, 40, HOUR));
        assertEquals(0, history.count(2, 40, HOUR));
        assertEquals(1, history.count(3, 40, HOUR));
        history.record(2, 50);
        assertEquals(1, history.count(2, 50, HOUR), "begins anew");
        assertEquals(0, history.count(1, 50, HOUR));
    }

    @Test
    void hashTellsDifferentHistoriesApart() {
        ContactHistory one = new ContactHistory(10);
        ContactHistory other = new ContactHistory(10);
        one.record(1, 10);
        other.record(1, 10);
        assertEquals(hash(one), hash(other));
        other.record(1, 11);
        assertNotEquals(hash(one), hash(other));
    }

    @Test
    void behavesAsTheObviousModelUnderRandomContacts() {
        Random random = new Random(SEED);
        int limit = 16;
        ContactHistory history = new ContactHistory(limit);
        Map<Long, Deque<Long>> model = new LinkedHashMap<>();
        long forgotten = 0;
        long now = 0;
        for (int i = 0; i < 20_000; i++) {
            now += random.nextInt(100);
            long caller = 1L + random.nextInt(limit + 8);
            Deque<Long> times = model.remove(caller);
            if (times == null) {
                times = new ArrayDeque<>();
                forgotten += model.size() == limit ? 1 : 0;
                if (model.size() == limit) {
                    model.remove(new ArrayList<>(model.keySet()).get(0));
                }
            }
            times.addLast(now);
            if (times.size() > ContactHistory.KEPT) {
                times.removeFirst();
            }
            model.put(caller, times);
            history.record(caller, now);

            long asked = 1L + random.nextInt(limit + 8);
            long window = random.nextInt(20_000);
            assertEquals(
                    within(model.get(asked), now, window), history.count(asked, now, window), "seed " + SEED + ":" + i);
            assertEquals(forgotten, history.forgotten(), "seed " + SEED + ":" + i);
        }
    }

    private static long hash(ContactHistory history) {
        StateHash hash = new StateHash();
        history.visit(hash);
        return hash.value();
    }

    private static int within(Deque<Long> times, long now, long window) {
        List<Long> all = times == null ? List.of() : List.copyOf(times);
        return (int) all.stream().filter(time -> now - time < window).count();
    }
}
