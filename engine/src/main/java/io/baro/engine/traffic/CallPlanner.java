package io.baro.engine.traffic;

import java.util.List;

/** Owns how callers of a day behave: what each call will be, and whether its caller calls again. Confined to its user. */
public final class CallPlanner {
    /** He does not call again. */
    public static final long NEVER = -1;

    private static final double TALK_SIGMA = 0.55;
    private static final double PATIENCE_SIGMA = 0.8;
    private static final double MENU_SIGMA = 0.4;
    private static final long SHORTEST_TALK_MILLIS = 10_000;
    private static final long LONGEST_TALK_MILLIS = 3_600_000;
    private static final long SHORTEST_PATIENCE_MILLIS = 3_000;
    private static final long MENU_MEDIAN_MILLIS = 4_000;
    /** The menu takes a digit for 10 s. */
    private static final long LONGEST_MENU_MILLIS = 9_500;

    private static final long CALLBACK_MEDIAN_MILLIS = 2_000;
    /** The question stands for 5 s. */
    private static final long LONGEST_CALLBACK_MILLIS = 4_500;

    private static final int CALLER_ENDS_TALK_PER_MILLE = 700;
    private static final int WISHES = 1_000_000;
    private static final long REDIAL_LEAST_MILLIS = 20_000;
    private static final long REDIAL_MEAN_MILLIS = 300_000;
    private static final long UNHELPED_MEAN_MILLIS = 2_700_000;
    /** Who was not served after so many attempts gives up for the day. */
    private static final int MOST_ATTEMPTS = 6;

    private final long planSeed;
    private final long redialSeed;
    private final DayProfile profile;
    private final RandomStream chance = new RandomStream(0, 0);

    public CallPlanner(long seed, DayProfile profile) {
        this.planSeed = RandomStream.seedFor(seed, 3);
        this.redialSeed = RandomStream.seedFor(seed, 4);
        this.profile = profile;
    }

    /** A call of somebody who has not called today, as far as he knows. */
    public PlannedCall firstAttempt(int sequence) {
        chance.restart(planSeed, sequence);
        return plan(sequence, chance.below(profile.callers()), 1);
    }

    /** A further call of the same caller. */
    public PlannedCall again(int sequence, PlannedCall before) {
        chance.restart(planSeed, sequence);
        chance.next();
        return plan(sequence, before.caller(), before.attempt() + 1);
    }

    /** How long after giving up he calls again, or {@link #NEVER}. */
    public long redialAfterAbandonMillis(PlannedCall call) {
        return redial(call, profile.redialAfterAbandon(), REDIAL_MEAN_MILLIS);
    }

    /** How long after a talk that did not help him he calls again, or {@link #NEVER}. */
    public long redialAfterTalkMillis(PlannedCall call) {
        return redial(call, profile.redialAfterTalk(), UNHELPED_MEAN_MILLIS);
    }

    private long redial(PlannedCall call, int perMille, long meanMillis) {
        chance.restart(redialSeed, call.sequence());
        if (call.attempt() >= MOST_ATTEMPTS || !chance.chance(perMille)) {
            return NEVER;
        }
        return REDIAL_LEAST_MILLIS + StrictMath.round(meanMillis * chance.exponential());
    }

    private PlannedCall plan(int sequence, int caller, int attempt) {
        long menu = chance.logNormalMillis(MENU_MEDIAN_MILLIS, MENU_SIGMA);
        return new PlannedCall(
                sequence,
                caller,
                attempt,
                chance.chance(profile.withheld()),
                StrictMath.min(menu, LONGEST_MENU_MILLIS),
                menuDigit(),
                StrictMath.max(
                        SHORTEST_PATIENCE_MILLIS,
                        chance.logNormalMillis(profile.patienceMedianMillis(), PATIENCE_SIGMA)),
                chance.chance(profile.callbackTakers()),
                StrictMath.min(LONGEST_CALLBACK_MILLIS, chance.logNormalMillis(CALLBACK_MEDIAN_MILLIS, MENU_SIGMA)),
                StrictMath.clamp(
                        chance.logNormalMillis(profile.talkMedianMillis(), TALK_SIGMA),
                        SHORTEST_TALK_MILLIS,
                        LONGEST_TALK_MILLIS),
                chance.chance(CALLER_ENDS_TALK_PER_MILLE),
                chance.below(WISHES));
    }

    private char menuDigit() {
        int place = chance.below(1000);
        List<Integer> weights = profile.menuWeights();
        for (int i = 0; i < weights.size(); i++) {
            place -= weights.get(i);
            if (place < 0) {
                return (char) ('1' + i);
            }
        }
        return 0;
    }
}
