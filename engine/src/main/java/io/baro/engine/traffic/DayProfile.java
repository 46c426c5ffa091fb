package io.baro.engine.traffic;

import java.util.List;

/**
 * Owns the shape of a day: how many call in each hour and how people behave. Immutable. Shares are per mille, times milliseconds.
 *
 * @param callsByHour first attempts in each of 24 hours; repeats come on top
 * @param callers people who might call
 * @param talkMedianMillis of the log-normal talk time; its mean is median * exp(sigma^2 / 2)
 * @param patienceMedianMillis of the log-normal time in line until a caller gives up
 * @param callbackTakers of callers who are offered a callback
 * @param redialAfterAbandon of callers who gave up
 * @param redialAfterTalk of callers who talked and were not helped
 * @param withheld of calls that show no number
 * @param menuWeights digit 1 to 9: how many choose it; the rest of 1000 lets the menu run out
 */
public record DayProfile(
        List<Integer> callsByHour,
        List<Spike> spikes,
        int agents,
        int callers,
        long talkMedianMillis,
        long patienceMedianMillis,
        int callbackTakers,
        int redialAfterAbandon,
        int redialAfterTalk,
        int withheld,
        List<Integer> menuWeights) {
    static final int HOURS = 24;
    static final int MINUTES = HOURS * 60;

    /** Per mille of a day's calls in each hour from 0: an office day with its peak before and after lunch. */
    private static final List<Integer> OFFICE_HOURS =
            List.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 140, 160, 130, 85, 110, 130, 115, 85, 45, 0, 0, 0, 0, 0, 0);

    /** 34 million calls a year over 250 working days (docs of the model centre). */
    private static final int MODEL_CALLS = 136_000;

    private static final int MODEL_AGENTS = 1_562;
    /** exp(0.55^2 / 2) = 1.163: a mean talk of 3 minutes. */
    private static final long TALK_MEDIAN = 154_800;

    private static final long PATIENCE_MEDIAN = 240_000;

    public DayProfile {
        callsByHour = List.copyOf(callsByHour);
        spikes = List.copyOf(spikes);
        menuWeights = List.copyOf(menuWeights);
        if (callsByHour.size() != HOURS) {
            throw new IllegalArgumentException("a day has 24 hours, not " + callsByHour.size());
        }
    }

    /** The model centre whole: 136,000 first attempts, 1,562 agents, a surge from 10:00 to 10:20. */
    public static DayProfile modelCentre() {
        List<Integer> calls =
                OFFICE_HOURS.stream().map(share -> share * MODEL_CALLS / 1000).toList();
        return new DayProfile(
                calls,
                List.of(new Spike(600, 620, 250)),
                MODEL_AGENTS,
                MODEL_CALLS,
                TALK_MEDIAN,
                PATIENCE_MEDIAN,
                450,
                550,
                60,
                30,
                List.of(380, 260, 180));
    }

    /** The same day for a part of the country: calls, agents and callers by {@code part / whole}. */
    public DayProfile share(long part, long whole) {
        List<Integer> calls =
                callsByHour.stream().map(hour -> scale(hour, part, whole)).toList();
        return new DayProfile(
                calls,
                spikes,
                scale(agents, part, whole),
                Math.max(1, scale(callers, part, whole)),
                talkMedianMillis,
                patienceMedianMillis,
                callbackTakers,
                redialAfterAbandon,
                redialAfterTalk,
                withheld,
                menuWeights);
    }

    /** The same with these surges. */
    public DayProfile withSpikes(List<Spike> newSpikes) {
        return new DayProfile(
                callsByHour,
                newSpikes,
                agents,
                callers,
                talkMedianMillis,
                patienceMedianMillis,
                callbackTakers,
                redialAfterAbandon,
                redialAfterTalk,
                withheld,
                menuWeights);
    }

    /** First attempts of the whole day without surges. */
    public int calls() {
        return callsByHour.stream().mapToInt(Integer::intValue).sum();
    }

    /** Expected arrivals in a minute of the day, in thousandths. */
    long arrivalsPerMinuteMilli(int minute) {
        long rate = callsByHour.get(minute / 60) * 1000L / 60;
        for (Spike spike : spikes) {
            if (spike.covers(minute)) {
                rate = rate * spike.percent() / 100;
            }
        }
        return rate;
    }

    private static int scale(int value, long part, long whole) {
        return (int) ((value * part + whole / 2) / whole);
    }
}
