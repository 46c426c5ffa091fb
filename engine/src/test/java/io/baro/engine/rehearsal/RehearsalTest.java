package io.baro.engine.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.engine.message.CallOutcome;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.message.OfferCallDecoder;
import io.baro.engine.message.ReservationOutcome;
import java.util.Set;
import java.util.TreeSet;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.Test;

class RehearsalTest {
    private static final long OBJECTIVE_MILLIS = 20_000;

    @Test
    void theSameSeedIsTheSameDayToTheLastDecision() {
        Rehearsal once = RehearsedFloor.day(7, 100);
        Rehearsal again = RehearsedFloor.day(7, 100);
        once.run();
        again.run();
        assertEquals(once.hash(), again.hash());
        assertEquals(once.commands(), again.commands());
    }

    @Test
    void anotherSeedIsAnotherDay() {
        Rehearsal one = RehearsedFloor.day(7, 20);
        Rehearsal other = RehearsedFloor.day(8, 20);
        one.run();
        other.run();
        assertNotEquals(one.hash(), other.hash());
    }

    @Test
    void everyPromiseHoldsAndEverybodyIsAccountedForOnEasyAndHardDays() {
        for (int share : new int[] {60, 130}) {
            for (long seed = 1; seed <= 3; seed++) {
                FloorPlan plan = FloorPlan.of(RehearsedFloor.commands());
                Promises promises = new Promises(plan);
                Ledger ledger = new Ledger(plan.pbxs(), OBJECTIVE_MILLIS);
                RehearsedFloor.day(seed, share, promises, ledger).run();
                String day = "seed " + seed + ", share " + share + ": ";
                assertEquals("", promises.firstBreach(), day);
                assertEquals(0, promises.overtakesBeyondBound() + promises.idleWhileWaiting(), day);
                assertTrue(ledger.identityHolds(), day + "identity");
                assertEquals(0, ledger.inProgress(), day + "somebody is left");
                assertTrue(ledger.answered() > 500, day + "a day without calls proves nothing");
            }
        }
    }

    @Test
    void aHardDayHasEverythingThatCanBecomeOfACall() {
        FloorPlan plan = FloorPlan.of(RehearsedFloor.commands());
        Ledger ledger = new Ledger(plan.pbxs(), OBJECTIVE_MILLIS);
        RehearsedFloor.day(3, 250, ledger).run();
        for (CallOutcome outcome : new CallOutcome[] {
            CallOutcome.ANSWERED, CallOutcome.ABANDONED, CallOutcome.RESERVED, CallOutcome.DIVERTED
        }) {
            assertTrue(ledger.closed(outcome) > 0, outcome + " never happened");
        }
        assertTrue(ledger.identityHolds());
    }

    @Test
    void aHardDayKeepsItsPromisesAndKnowsWhatBecameOfEachOfThem() {
        FloorPlan plan = FloorPlan.of(RehearsedFloor.commands());
        for (long seed = 1; seed <= 3; seed++) {
            Promises promises = new Promises(plan);
            Ledger ledger = new Ledger(plan.pbxs(), OBJECTIVE_MILLIS);
            RehearsedFloor.day(seed, 200, promises, ledger).run();
            String day = "seed " + seed + ": " + ledger.promised() + " promised, "
                    + ledger.closed(ReservationOutcome.KEPT) + " kept, " + ledger.owed() + " open";
            assertEquals("", promises.firstBreach(), day);
            assertTrue(ledger.identityHolds(), day);
            assertTrue(ledger.promised() > 50, day);
            assertTrue(ledger.closed(ReservationOutcome.KEPT) > ledger.promised() / 2, day);
            assertTrue(ledger.closed(CallOutcome.RESERVED) >= ledger.promised(), day);
        }
    }

    @Test
    void everyStepOfALadderAndEveryQueueGetsOffers() {
        Set<String> offered = new TreeSet<>();
        MessageHeaderDecoder header = new MessageHeaderDecoder();
        OfferCallDecoder offer = new OfferCallDecoder();
        RehearsedFloor.day(1, 130, new Onlooker() {
                    @Override
                    public void onDecision(long timeMillis, DirectBuffer buffer, int offset, int length) {
                        if (header.wrap(buffer, offset).templateId() == OfferCallDecoder.TEMPLATE_ID) {
                            offer.wrapAndApplyHeader(buffer, offset, header);
                            offered.add(offer.queueId() + "/" + offer.step());
                        }
                    }
                })
                .run();
        assertEquals(Set.of("0/0", "1/0", "1/1", "2/0", "2/1", "3/0", "4/0", "4/1", "5/0", "5/1"), offered);
    }

    @Test
    void theRefereeJudgesTheAnsweredAndComparesAllOnTheSameCalls() {
        FloorPlan plan = FloorPlan.of(RehearsedFloor.commands());
        EwtReferee referee = new EwtReferee(plan, RehearsedFloor.DAY + 36_000_000, RehearsedFloor.DAY + 37_200_000);
        Ledger ledger = new Ledger(plan.pbxs(), OBJECTIVE_MILLIS);
        RehearsedFloor.day(1, 130, referee, ledger).run();
        EwtCohort day = referee.day();
        assertEquals(ledger.answered(), day.calls() + referee.withoutEstimate());
        assertEquals(day.calls(), day.appQueue().count());
        assertEquals(day.calls(), day.openSips().count());
        assertEquals(day.calls(), day.viciDial().count());
        assertTrue(referee.spike().calls() > 0 && referee.spike().calls() < day.calls());
        assertTrue(referee.waited().meanWaitMillis() > day.meanWaitMillis());
    }
}
