package io.baro.engine.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Runs seeded days; {@code -Dbaro.seed=N} replays one, {@code -Dbaro.seeds=N} and {@code -Dbaro.commands=N} run more of them. */
final class SimulationTest {
    private static final int SEEDS = 120;
    private static final int COMMANDS = 2_000;

    @Test
    void everyInvariantHoldsAfterEveryCommandOfEverySeed() {
        Long only = Long.getLong("baro.seed");
        long first = only != null ? only : 1;
        long last = only != null ? only : Long.getLong("baro.seeds", SEEDS);
        int commands = Integer.getInteger("baro.commands", COMMANDS);
        Happenings happenings = new Happenings();
        for (long seed = first; seed <= last; seed++) {
            Simulation simulation = new Simulation(seed, happenings);
            try {
                simulation.run(commands);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(
                        "seed " + seed + ", " + e.getMessage()
                                + "\nreplay: mvn -pl engine test -Dtest=SimulationTest -Dbaro.seed=" + seed
                                + " -Dbaro.commands=" + commands,
                        e);
            }
            assertTrue(simulation.offers() > commands / 100, "seed " + seed + " made too few offers to prove anything");
        }
        assertEquals("", only != null ? "" : happenings.missing(), "never happened");
    }

    @Test
    void theSameSeedEndsInTheSameState() {
        Simulation once = new Simulation(7, new Happenings());
        Simulation again = new Simulation(7, new Happenings());
        once.run(COMMANDS);
        again.run(COMMANDS);
        assertEquals(once.stateHash(), again.stateHash());
        assertEquals(once.commands(), again.commands());
    }
}
