package io.baro.bench.free;

/**
 * How many agents, and the calls by which they are measured: each round fills all agents and then frees as many as {@link #GAPS}.
 *
 * @param rounds that count, of each system
 */
record Size(int agents, int rounds, Load warmUp, Load round) {
    /** Gaps of one round. */
    private static final int GAPS = 50;

    /** Two cores carry Asterisk, both SIPps and the engine: at 20 callers a second they are half idle. */
    private static final int CALLERS_PER_SECOND = 20;

    /** Beyond, filling takes too long at that rate: nobody is measured meanwhile, so it may be faster. */
    private static final int MANY_AGENTS = 100;

    private static final int CALLERS_PER_SECOND_MANY = 40;

    /** Calls enough for the compilers of both JVMs: an engine runs for months, a round for seconds. */
    private static final int WARM_UP_CALLS = 1_500;

    /** Ten agents are half busy. */
    private static final int WARM_UP_PER_SECOND = 30;

    private static final int WARM_UP_TALK_MILLIS = 50;
    private static final int SHORTEST_TALK_MILLIS = 2_000;
    private static final int MILLIS = 1_000;

    /** On a machine that builds beside it. */
    private static final int PATIENCE = 6;

    /** Callers that come evenly, each for that long a talk. */
    record Load(int callers, int callersPerSecond, int talkMillis) {
        long atMostSeconds() {
            return 60 + PATIENCE * (callers / callersPerSecond + 2L * talkMillis / MILLIS);
        }
    }

    static Size of(int agents, int rounds) {
        int perSecond = agents > MANY_AGENTS ? CALLERS_PER_SECOND_MANY : CALLERS_PER_SECOND;
        int callers = agents + GAPS;
        // All wait or talk before the first agent is free.
        int filled = callers * MILLIS / perSecond;
        int talk = agents > GAPS ? filled + SHORTEST_TALK_MILLIS : SHORTEST_TALK_MILLIS;
        Load warmUp = new Load(WARM_UP_CALLS, WARM_UP_PER_SECOND, WARM_UP_TALK_MILLIS);
        return new Size(agents, rounds, warmUp, new Load(callers, perSecond, talk));
    }
}
