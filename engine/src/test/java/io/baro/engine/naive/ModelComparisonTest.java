package io.baro.engine.naive;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The production router and its naive twin decide the same, over seeded random commands. {@code -Dbaro.seed=N} replays one seed,
 * {@code -Dbaro.seeds=N} and {@code -Dbaro.commands=N} run more.
 */
final class ModelComparisonTest {
    private static final int SEEDS = 250;
    private static final int COMMANDS = 1_000;

    @Test
    void theRouterDecidesAsItsNaiveTwin() {
        Long only = Long.getLong("baro.seed");
        long first = only != null ? only : 1;
        long last = only != null ? only : Long.getLong("baro.seeds", SEEDS);
        int commands = Integer.getInteger("baro.commands", COMMANDS);
        for (long seed = first; seed <= last; seed++) {
            compare(seed, commands);
        }
    }

    private static void compare(long seed, int count) {
        Difference both = new Difference();
        RandomCommands random = new RandomCommands(seed, both.centre());
        List<Command> run = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            run.add(random.next());
            Difference.Found found = both.after(run.getLast());
            if (found != null) {
                List<Command> shortest = Shrinking.of(run, cut -> Difference.in(cut, found.kind()));
                StringBuilder text = new StringBuilder();
                shortest.forEach(command -> text.append("\n  ").append(command));
                fail("seed " + seed + ", command " + (i + 1) + ", shortest run of " + shortest.size() + ":" + text
                        + Difference.afterLastOf(shortest)
                        + "\nreplay: mvn -pl engine test -Dtest=ModelComparisonTest -Dbaro.seed=" + seed
                        + " -Dbaro.commands=" + count);
            }
        }
    }
}
