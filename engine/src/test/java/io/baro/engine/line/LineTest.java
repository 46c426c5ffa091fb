package io.baro.engine.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LineTest {
    private static final long SEED = 20_261_122;
    private static final int OPERATIONS = 50_000;
    private static final int PEOPLE = 200;

    /** Somebody of the model: the same keys as his place. */
    private static final class Person {
        final Place<Person> place = new Place<>(this);
        long key;
        long tie;
        long id;
    }

    private static final Comparator<Person> ORDER = Comparator.<Person>comparingLong(person -> person.key)
            .thenComparingLong(person -> person.tie)
            .thenComparingLong(person -> person.id);

    @Test
    void behavesAsASortedListUnderRandomOperations() {
        for (long seed = SEED; seed < SEED + 5; seed++) {
            play(seed);
        }
    }

    private static void play(long seed) {
        Random random = new Random(seed);
        Line<Person> line = new Line<>(4);
        List<Person> model = new ArrayList<>();
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(new Person());
        }
        for (int operation = 0; operation < OPERATIONS; operation++) {
            Person person = people.get(random.nextInt(PEOPLE));
            boolean moves = random.nextInt(4) == 0;
            boolean joins = moves || (!person.place.inLine() && random.nextInt(5) < 3);
            if (joins) {
                person.key = random.nextInt(20);
                person.tie = random.nextInt(3);
                person.id = people.indexOf(person);
                model.remove(person);
                model.add(person);
                model.sort(ORDER);
            }
            if (moves) {
                line.move(person.place, person.key, person.tie, person.id);
            } else if (joins) {
                line.join(person.place, person.key, person.tie, person.id);
            } else {
                line.leave(person.place);
                model.remove(person);
            }
            String where = "seed " + seed + " operation " + operation;
            assertEquals(model.size(), line.size(), where);
            assertSame(model.isEmpty() ? null : model.get(0), line.first(), where);
            assertEquals(joins, person.place.inLine(), where);
        }
        assertEquals(new HashSet<>(model), everybody(line), "seed " + seed);
        for (Person expected : model) {
            assertSame(expected, line.first(), "seed " + seed);
            line.leave(line.firstPlace());
        }
        assertNull(line.first());
        assertNull(line.firstPlace());
    }

    private static Set<Person> everybody(Line<Person> line) {
        Set<Person> all = new HashSet<>();
        for (int i = 0; i < line.size(); i++) {
            all.add(line.at(i));
        }
        return all;
    }

    @Test
    void nobodyStandsInTwoLines() {
        Line<Person> line = new Line<>(1);
        Person person = new Person();
        line.join(person.place, 1, 0, 0);
        assertThrows(IllegalStateException.class, () -> line.join(person.place, 1, 0, 0));
        Line<Person> other = new Line<>(1);
        assertThrows(IllegalStateException.class, () -> other.leave(person.place));
        assertThrows(IllegalStateException.class, () -> other.move(person.place, 2, 0, 0));
        assertTrue(person.place.inLine());
        assertEquals(1, person.place.key());
    }

    @Test
    void leavingALineNobodyStandsInChangesNothing() {
        Line<Person> line = new Line<>(1);
        line.leave(new Person().place);
        assertEquals(0, line.size());
    }

    @Test
    void theExtremeKeysAreInOrder() {
        Line<Person> line = new Line<>(1);
        Person first = new Person();
        Person last = new Person();
        line.join(last.place, Long.MAX_VALUE, 0, 0);
        line.join(first.place, Long.MIN_VALUE, 0, 0);
        assertSame(first, line.first());
        assertFalse(last.place.before(first.place));
    }
}
