package io.baro.engine.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Runs seeded days; {@code -Dbaro.seed=N} replays one, {@code -Dbaro.seeds=N} runs more of them. */
final class SimulationTest {
    private static final int COMMANDS = 3_000;

    @Test
    void everyInvariantHoldsAfterEveryCommandOfEverySeed() {
        Long only = Long.getLong("baro.seed");
        long first = only != null ? only : 1;
        long last = only != null ? only : Long.getLong("baro.seeds", 200);
        for (long seed = first; seed <= last; seed++) {
            Simulation simulation = new Simulation(seed);
            try {
                simulation.run(COMMANDS);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(
                        "seed " + seed + ", " + e.getMessage() + " (replay with -Dbaro.seed=" + seed + ")", e);
            }
            assertTrue(simulation.offers() > COMMANDS / 100, "seed " + seed + " made too few offers to prove anything");
        }
    }

    @Test
    void theSameSeedEndsInTheSameState() {
        Simulation once = new Simulation(7);
        Simulation again = new Simulation(7);
        once.run(COMMANDS);
        again.run(COMMANDS);
        assertEquals(once.stateHash(), again.stateHash());
        assertEquals(once.commands(), again.commands());
    }
}
