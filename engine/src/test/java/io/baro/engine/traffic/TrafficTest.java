package io.baro.engine.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrafficTest {
    private static final long SEED = 7;
    private static final DayProfile DAY = DayProfile.modelCentre();
    private static final long HOUR_MILLIS = 3_600_000;

    @Test
    void sameSeedGivesTheSameDay() {
        assertEquals(times(SEED, DAY), times(SEED, DAY));
        CallPlanner one = new CallPlanner(SEED, DAY);
        CallPlanner other = new CallPlanner(SEED, DAY);
        for (int call = 0; call < 1_000; call++) {
            assertEquals(one.firstAttempt(call), other.firstAttempt(call));
        }
    }

    @Test
    void anotherSeedGivesAnotherDay() {
        assertNotEquals(times(SEED, DAY), times(SEED + 1, DAY));
        assertNotEquals(new CallPlanner(SEED, DAY).firstAttempt(0), new CallPlanner(SEED + 1, DAY).firstAttempt(0));
    }

    @Test
    void aCallIsTheSameInWhateverOrderCallsAreAskedFor() {
        CallPlanner forward = new CallPlanner(SEED, DAY);
        CallPlanner backward = new CallPlanner(SEED, DAY);
        List<PlannedCall> calls = new ArrayList<>();
        for (int call = 0; call < 100; call++) {
            calls.add(forward.firstAttempt(call));
        }
        for (int call = 99; call >= 0; call--) {
            assertEquals(calls.get(call), backward.firstAttempt(call));
        }
    }

    /** Frozen figures: a machine or a Java that draws otherwise breaks replays of old seeds. */
    @Test
    void drawsAreTheSameOnEveryMachine() {
        RandomStream stream = new RandomStream(1, 2);
        assertEquals(-7_555_297_567_861_060_347L, stream.next());
        assertEquals(6_892_505_596_968_455_503L, stream.next());
        assertEquals(886, stream.logNormalMillis(1_000, 0.5));
    }

    @Test
    void everyHourBringsItsCallsWithinFivePercent() {
        DayProfile quiet = DAY.withSpikes(List.of());
        int[] seen = byHour(times(SEED, quiet));
        for (int hour = 0; hour < 24; hour++) {
            int expected = quiet.callsByHour().get(hour);
            assertTrue(
                    Math.abs(seen[hour] - expected) <= expected / 20, hour + " h: " + seen[hour] + " of " + expected);
        }
    }

    @Test
    void arrivalsComeInOrder() {
        List<Long> times = times(SEED, DAY);
        for (int i = 1; i < times.size(); i++) {
            assertTrue(times.get(i) >= times.get(i - 1), "at " + i);
        }
    }

    @Test
    void aSpikeMultipliesArrivalsInItsWindowOnly() {
        int[] usual = byMinute(times(SEED, DAY.withSpikes(List.of())));
        int[] surge = byMinute(times(SEED, DAY.withSpikes(List.of(new Spike(600, 620, 250)))));
        double ratio = (double) sum(surge, 600, 620) / sum(usual, 600, 620);
        assertTrue(ratio > 2.3 && ratio < 2.7, "ratio " + ratio);
        double after = (double) sum(surge, 620, 660) / sum(usual, 620, 660);
        assertTrue(after > 0.93 && after < 1.07, "after " + after);
    }

    @Test
    void aFifthOfTheCallersIsSixtyFiveOrOlder() {
        CallerPopulation callers = new CallerPopulation(SEED, 0, 100_000, 20_000);
        int seniors = 0;
        for (int caller = 0; caller < callers.size(); caller++) {
            seniors += callers.age(caller) >= 65 ? 1 : 0;
        }
        assertTrue(seniors > 18_500 && seniors < 19_500, seniors + " seniors");
    }

    @Test
    void theBirthDateGivesTheAge() {
        java.time.LocalDate today = java.time.LocalDate.ofEpochDay(20_000);
        CallerPopulation callers = new CallerPopulation(SEED, 0, 10_000, 20_000);
        for (int caller = 0; caller < callers.size(); caller++) {
            java.time.LocalDate birth = java.time.LocalDate.ofEpochDay(callers.birthEpochDay(caller));
            assertEquals(
                    callers.age(caller), java.time.Period.between(birth, today).getYears(), "caller " + caller);
        }
    }

    @Test
    void numbersAreElevenDigitsOfTheUnassignedRangeAndNobodySharesOne() {
        CallerPopulation callers = new CallerPopulation(SEED, 0, 20_000, 20_000);
        Set<String> numbers = new HashSet<>();
        for (int caller = 0; caller < callers.size(); caller++) {
            assertTrue(callers.number(caller).matches("0100[0-9]{7}"), callers.number(caller));
            numbers.add(callers.number(caller));
        }
        assertEquals(callers.size(), numbers.size());
    }

    @Test
    void talksLastThreeMinutesOnAverage() {
        CallPlanner planner = new CallPlanner(SEED, DAY);
        long sum = 0;
        for (int call = 0; call < 50_000; call++) {
            sum += planner.firstAttempt(call).talkMillis();
        }
        long mean = sum / 50_000;
        assertTrue(mean > 174_000 && mean < 186_000, "mean " + mean);
    }

    @Test
    void whoGivesUpOftenCallsAgainButNotForEver() {
        CallPlanner planner = new CallPlanner(SEED, DAY);
        int again = 0;
        for (int call = 0; call < 10_000; call++) {
            again += planner.redialAfterAbandonMillis(planner.firstAttempt(call)) >= 20_000 ? 1 : 0;
        }
        assertTrue(again > 5_300 && again < 5_700, again + " of 10000 again");
        PlannedCall call = planner.firstAttempt(0);
        for (int attempt = 2; attempt <= 6; attempt++) {
            call = planner.again(attempt, call);
        }
        assertEquals(CallPlanner.NEVER, planner.redialAfterAbandonMillis(call));
    }

    @Test
    void agentsWorkNineHoursWithBreaksInsideTheShift() {
        AgentHabits habits = new AgentHabits(SEED);
        for (int agent = 0; agent < DAY.agents(); agent++) {
            WorkDay day = habits.workDay(agent);
            assertTrue(day.logoutMillis() - day.loginMillis() >= 9 * HOUR_MILLIS, "agent " + agent);
            for (WorkDay.Break pause : day.breaks()) {
                assertTrue(day.loginMillis() < pause.fromMillis() && pause.toMillis() < day.logoutMillis());
            }
        }
    }

    @Test
    void oneOfferInAHundredIsNotAnswered() {
        AgentHabits habits = new AgentHabits(SEED);
        int unanswered = 0;
        for (int offer = 0; offer < 100_000; offer++) {
            unanswered += habits.reaction(offer % 100, offer / 100) == AgentHabits.Reaction.ANSWER ? 0 : 1;
        }
        assertTrue(unanswered > 850 && unanswered < 1_150, unanswered + " of 100000");
    }

    @Test
    void centresShareTheDayWithoutLosingAnybody() {
        int calls = 0;
        for (int centre = 0; centre < 7; centre++) {
            calls += DAY.share(1, 7).calls();
        }
        assertTrue(Math.abs(calls - DAY.calls()) < 100, calls + " of " + DAY.calls());
    }

    private static List<Long> times(long seed, DayProfile profile) {
        Arrivals arrivals = new Arrivals(seed, profile);
        List<Long> times = new ArrayList<>();
        for (long at = arrivals.next(); at != Arrivals.NO_MORE; at = arrivals.next()) {
            times.add(at);
        }
        return times;
    }

    private static int[] byHour(List<Long> times) {
        int[] hours = new int[24];
        times.forEach(at -> hours[(int) (at / HOUR_MILLIS)]++);
        return hours;
    }

    private static int[] byMinute(List<Long> times) {
        int[] minutes = new int[1440];
        times.forEach(at -> minutes[(int) (at / 60_000)]++);
        return minutes;
    }

    private static int sum(int[] values, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum;
    }
}
