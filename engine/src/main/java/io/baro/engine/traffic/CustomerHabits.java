package io.baro.engine.traffic;

/**
 * Owns what people do when they are called back: some are away, some talk to somebody else. No count of customers who asked for their
 * call is published; the shares are assumptions. Confined to its user.
 */
public final class CustomerHabits {
    /** What becomes of the call to a customer. */
    public enum Reaction {
        ANSWER,
        NO_ANSWER,
        BUSY
    }

    /** Assumed: one of five is away from his phone, though he asked for the call. */
    private static final int NO_ANSWER_PER_MILLE = 200;

    /** Assumed: one of twenty talks to somebody else, at times to another of our lines. */
    private static final int BUSY_PER_MILLE = 50;

    /** Assumed: he has to find his phone; an agent's is on his desk. */
    private static final long PICK_UP_MEDIAN_MILLIS = 7_000;

    private static final double PICK_UP_SIGMA = 0.5;

    private final long seed;
    private final RandomStream chance = new RandomStream(0, 0);

    public CustomerHabits(long seed) {
        this.seed = RandomStream.seedFor(seed, 8);
    }

    /** What happens when that reservation's customer is called for the so-manieth time. */
    public Reaction reaction(long reservationId, int attempt) {
        int place = chance.restart(seed, about(reservationId, attempt)).below(1000);
        if (place < NO_ANSWER_PER_MILLE) {
            return Reaction.NO_ANSWER;
        }
        return place < NO_ANSWER_PER_MILLE + BUSY_PER_MILLE ? Reaction.BUSY : Reaction.ANSWER;
    }

    /** How long it rings until he answers. */
    public long pickUpMillis(long reservationId, int attempt) {
        return chance.restart(seed, ~about(reservationId, attempt))
                .logNormalMillis(PICK_UP_MEDIAN_MILLIS, PICK_UP_SIGMA);
    }

    private static long about(long reservationId, int attempt) {
        return RandomStream.seedFor(reservationId, attempt);
    }
}
