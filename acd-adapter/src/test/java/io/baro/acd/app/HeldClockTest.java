package io.baro.acd.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HeldClockTest {
    private static final long NOON = 1_800_000_000_000L;
    private static final long HOUR = 3_600_000;
    private static final long LOOK = 50;

    private long wall = NOON;
    private long nanos = 7;

    @Test
    void standsWhereTheEarlierLifeEndedUntilItIsReleased() {
        HeldClock clock = clock(NOON - 5_000);
        passes(clock, 1_000);
        assertEquals(NOON - 5_000, clock.getAsLong());
        clock.release();
        assertEquals(NOON + 1_000, clock.getAsLong());
    }

    @Test
    void goesOnAtTheSamePaceWhenTheMachinesClockIsSetBack() {
        HeldClock clock = released();
        wall -= HOUR;
        clock.look();
        assertEquals(NOON, clock.getAsLong());
        passes(clock, 10_000);
        assertNear(NOON + 10_000, clock.getAsLong());
        passes(clock, HOUR * 24);
        assertEquals(wall, clock.getAsLong(), "made good within a day");
    }

    @Test
    void neverGoesBackWhileItMakesGood() {
        HeldClock clock = released();
        wall -= HOUR;
        clock.look();
        long before = clock.getAsLong();
        for (int i = 0; i < 1_000; i++) {
            passes(clock, LOOK);
            assertTrue(clock.getAsLong() > before, "stood still or went back");
            before = clock.getAsLong();
        }
    }

    @Test
    void followsAMachineThatSlept() {
        HeldClock clock = released();
        wall += HOUR;
        clock.look();
        assertEquals(NOON + HOUR, clock.getAsLong());
    }

    @Test
    void aClockThatIsPutRightAgainIsFollowed() {
        HeldClock clock = released();
        wall -= HOUR;
        clock.look();
        passes(clock, 10_000);
        wall += HOUR;
        clock.look();
        assertEquals(0, clock.aheadMillis());
        assertEquals(wall, clock.getAsLong());
    }

    @Test
    void aClockSetBackBetweenTwoLivesStopsNoTimerEither() {
        HeldClock clock = clock(NOON + HOUR);
        clock.release();
        assertEquals(NOON + HOUR, clock.getAsLong());
        passes(clock, 10_000);
        assertNear(NOON + HOUR + 10_000, clock.getAsLong());
    }

    @Test
    void aStepOfATimeDaemonIsNoJump() {
        HeldClock clock = released();
        wall -= 400;
        clock.look();
        assertEquals(0, clock.aheadMillis());
    }

    private HeldClock released() {
        HeldClock clock = clock(NOON);
        clock.release();
        return clock;
    }

    private HeldClock clock(long heldMillis) {
        return new HeldClock(new Clocks(() -> wall, () -> nanos, false), heldMillis);
    }

    private void passes(HeldClock clock, long millis) {
        for (long passed = 0; passed < millis; passed += LOOK) {
            wall += LOOK;
            nanos += TimeUnit.MILLISECONDS.toNanos(LOOK);
            clock.look();
        }
    }

    /** Within what is made good in ten seconds. */
    private static void assertNear(long expected, long actual) {
        assertTrue(Math.abs(expected - actual) <= 10_000 / 20, expected + " is not near " + actual);
    }
}
