package io.baro.bench.core;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What commands cost in steps of the program, which no other work on the machine changes: methods entered and branches reached in the
 * core. Who makes a command dearer on purpose raises its bound with the reason.
 */
final class WorkTest {
    private static final int SMALL = 100;
    private static final int LARGE = 10_000;

    /** A heap of a hundred has 7 levels, of ten thousand 14; most of a command does not depend on them. */
    private static final double MOST_GROWTH = 1.7;

    /** The two full decisions at the model centre's size; 1,022 and 1,352 when written. */
    private static final Map<String, Double> MOST_STEPS =
            Map.of("CROWDED AGENT_CHOOSES", 1_100.0, "QUIET CALL_CHOOSES", 1_450.0);

    private static final int MODEL_CENTRE = 1_562;

    /** The mean of the first calls of a morning of config/nhis, logins included; 863 when written. */
    private static final double MOST_STEPS_OF_A_MORNING = 930;

    @Test
    void noCommandCostsMuchMoreOnAFloorAHundredTimesAsLarge() throws ReflectiveOperationException {
        Map<String, Double> small = onFloor(SMALL);
        Map<String, Double> large = onFloor(LARGE);
        assertEquals(small.keySet(), large.keySet());
        assertEquals(
                CommandKind.values().length,
                small.keySet().stream().map(WorkTest::kind).distinct().count());
        assertAll(small.keySet().stream().map(kind -> () -> {
            double growth = large.get(kind) / small.get(kind);
            assertTrue(
                    growth <= MOST_GROWTH,
                    () -> "%s: %.0f steps, then %.0f".formatted(kind, small.get(kind), large.get(kind)));
        }));
    }

    @Test
    void aFullDecisionTakesNoMoreStepsThanItDid() throws ReflectiveOperationException {
        Map<String, Double> steps = onFloor(MODEL_CENTRE);
        assertAll(MOST_STEPS.entrySet().stream()
                .map(most ->
                        () -> assertTrue(steps.get(most.getKey()) <= most.getValue(), () -> most + ", took " + steps)));
    }

    @Test
    void aCommandOfTheModelCentresMorningTakesNoMoreStepsThanItDid() throws ReflectiveOperationException {
        double steps = (Double) made(YearWork.class, Supplier.class).get();
        assertTrue(steps <= MOST_STEPS_OF_A_MORNING, () -> "took " + steps);
    }

    private static Map<String, Double> onFloor(int agents) throws ReflectiveOperationException {
        Map<?, ?> steps = (Map<?, ?>) made(FloorWork.class, IntFunction.class).apply(agents);
        return steps.entrySet().stream()
                .collect(Collectors.toMap(of -> (String) of.getKey(), of -> (Double) of.getValue()));
    }

    /** The class as the counting loader has it, known here by what it implements. */
    private static <T> T made(Class<?> type, Class<T> as) throws ReflectiveOperationException {
        return as.cast(new CountingLoader()
                .loadClass(type.getName())
                .getDeclaredConstructor()
                .newInstance());
    }

    private static String kind(String floorAndKind) {
        return Stream.of(floorAndKind.split(" ")).reduce((first, last) -> last).orElseThrow();
    }
}
