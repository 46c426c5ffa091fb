package io.baro.engine.traffic;

import java.util.List;

/** Owns how agents work: their shifts and breaks, and what their phones do with an offer. Confined to its user. */
public final class AgentHabits {
    /** What becomes of an offer. */
    public enum Reaction {
        ANSWER,
        NO_ANSWER,
        BUSY,
        REJECT
    }

    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    /** Of those on the early shift: 9 to 18; the others 10 to 19. */
    private static final int EARLY_PER_MILLE = 900;

    private static final int LUNCH_REASON = 1;
    private static final int REST_REASON = 2;
    private static final int NO_ANSWER_PER_MILLE = 6;
    private static final int BUSY_PER_MILLE = 2;
    private static final int REJECT_PER_MILLE = 2;
    private static final long PICK_UP_MEDIAN_MILLIS = 2_500;
    private static final double PICK_UP_SIGMA = 0.5;
    private static final long LONGEST_PICK_UP_MILLIS = 15_000;
    private static final long COME_BACK_MEDIAN_MILLIS = 45_000;
    private static final double COME_BACK_SIGMA = 0.7;
    private static final long LONGEST_COME_BACK_MILLIS = 600_000;

    private final long shiftSeed;
    private final long phoneSeed;
    private final long absenceSeed;
    private final RandomStream chance = new RandomStream(0, 0);

    public AgentHabits(long seed) {
        this.shiftSeed = RandomStream.seedFor(seed, 5);
        this.phoneSeed = RandomStream.seedFor(seed, 6);
        this.absenceSeed = RandomStream.seedFor(seed, 7);
    }

    /** The day of the agent of that index: nine hours, a lunch of fifty minutes at a staggered time, two rests. */
    public WorkDay workDay(int agent) {
        chance.restart(shiftSeed, agent);
        long start = (chance.chance(EARLY_PER_MILLE) ? 9 : 10) * HOUR;
        long login = start - chance.below((int) (10 * MINUTE));
        long lunch = start + 2 * HOUR + 30 * MINUTE + chance.below((int) (90 * MINUTE));
        long morning = start + 30 * MINUTE + chance.below((int) (90 * MINUTE));
        long afternoon = start + 6 * HOUR + chance.below((int) (2 * HOUR));
        return new WorkDay(
                login,
                start + 9 * HOUR,
                List.of(
                        new WorkDay.Break(morning, morning + 10 * MINUTE, REST_REASON),
                        new WorkDay.Break(lunch, lunch + 50 * MINUTE, LUNCH_REASON),
                        new WorkDay.Break(afternoon, afternoon + 15 * MINUTE, REST_REASON)));
    }

    /** What the agent's phone does with his so-manieth offer of the day. */
    public Reaction reaction(int agent, int offer) {
        int place = chance.restart(phoneSeed, about(agent, offer)).below(1000);
        if (place < NO_ANSWER_PER_MILLE) {
            return Reaction.NO_ANSWER;
        }
        if (place < NO_ANSWER_PER_MILLE + BUSY_PER_MILLE) {
            return Reaction.BUSY;
        }
        return place < NO_ANSWER_PER_MILLE + BUSY_PER_MILLE + REJECT_PER_MILLE ? Reaction.REJECT : Reaction.ANSWER;
    }

    /** How long it rings until he takes or refuses that offer. */
    public long pickUpMillis(int agent, int offer) {
        chance.restart(phoneSeed, ~about(agent, offer));
        return StrictMath.min(LONGEST_PICK_UP_MILLIS, chance.logNormalMillis(PICK_UP_MEDIAN_MILLIS, PICK_UP_SIGMA));
    }

    /** How long until he notices that his so-manieth misses made him not ready, and comes back. */
    public long comesBackMillis(int agent, int absence) {
        chance.restart(absenceSeed, about(agent, absence));
        return StrictMath.min(
                LONGEST_COME_BACK_MILLIS, chance.logNormalMillis(COME_BACK_MEDIAN_MILLIS, COME_BACK_SIGMA));
    }

    private static long about(int agent, int offer) {
        return (long) agent << Integer.SIZE | offer;
    }
}
