package io.baro.bench.free;

import java.util.List;

/**
 * What the command line asks of the rig. Never guesses: an unknown word ends it.
 *
 * @param only names of the systems to run; empty: all
 */
record Options(List<Size> sizes, List<String> only) {
    private static final List<Integer> AGENTS = List.of(10, 100, 500);

    /** The line of the rig is that of ten agents: more rounds give its p99 a meaning. */
    private static final int ROUNDS = 5;

    private static final int ROUNDS_OF_MANY = 3;
    private static final int QUICK_ROUNDS = 2;

    static Options of(String... args) {
        List<Integer> agents = AGENTS;
        List<String> only = List.of();
        int rounds = 0;
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--quick" -> {
                    agents = AGENTS.subList(0, 1);
                    rounds = QUICK_ROUNDS;
                }
                case "--agents" -> agents = List.of(Integer.valueOf(value(args, ++i)));
                case "--rounds" -> rounds = Integer.parseInt(value(args, ++i));
                case "--only" -> only = List.of(value(args, ++i).split(",", -1));
                default -> throw new IllegalArgumentException("unknown option " + args[i]);
            }
        }
        int wanted = rounds;
        return new Options(
                agents.stream()
                        .map(n ->
                                Size.of(n, wanted > 0 ? wanted : n.equals(AGENTS.getFirst()) ? ROUNDS : ROUNDS_OF_MANY))
                        .toList(),
                only);
    }

    private static String value(String[] args, int index) {
        if (index == args.length) {
            throw new IllegalArgumentException(args[index - 1] + " needs a value");
        }
        return args[index];
    }
}
