package io.baro.engine.naive;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** Cuts a failing run down: to its shortest failing prefix, then to the commands without which it would not fail. */
public final class Shrinking {
    /** Bounds the work on a run that stays long. */
    private static final int MOST_ROUNDS = 12;

    private Shrinking() {}

    /**
     * A run that still fails, at its last command.
     *
     * @param firstFailure index of the command after which a run fails, or -1
     */
    public static List<Command> of(List<Command> failing, ToIntFunction<List<Command>> firstFailure) {
        List<Command> shortest = prefix(failing, firstFailure.applyAsInt(failing));
        int chunk = shortest.size() / 2;
        for (int round = 0; chunk >= 1 && round < MOST_ROUNDS; round++) {
            shortest = withoutChunks(shortest, chunk, firstFailure);
            chunk = chunk > 1 ? chunk / 2 : 0;
        }
        return shortest;
    }

    private static List<Command> withoutChunks(
            List<Command> run, int chunk, ToIntFunction<List<Command>> firstFailure) {
        List<Command> shortest = run;
        for (int at = Math.max(0, shortest.size() - 1 - chunk); at >= 0; at = at == 0 ? -1 : Math.max(0, at - chunk)) {
            List<Command> candidate = new ArrayList<>(shortest);
            candidate.subList(at, Math.min(at + chunk, candidate.size() - 1)).clear();
            int fails = firstFailure.applyAsInt(candidate);
            if (fails >= 0) {
                shortest = prefix(candidate, fails);
            }
        }
        return shortest;
    }

    private static List<Command> prefix(List<Command> run, int last) {
        return new ArrayList<>(run.subList(0, last + 1));
    }
}
