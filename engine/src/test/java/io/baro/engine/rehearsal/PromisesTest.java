package io.baro.engine.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.engine.callcenter.CallIds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The witness must see what a wrong router would do: each case is told to it by hand. Agents 0, 3, 6 ... have both skills. */
class PromisesTest {
    private static final int BOTH_SKILLS = 0;
    private static final int SKILL_ONE = 4;
    private static final long MAX_BOOST = 600_000;

    private PromiseKeeper keeper;

    @BeforeEach
    void openFloor() {
        keeper = new PromiseKeeper(FloorPlan.of(RehearsedFloor.commands()));
        keeper.releaseDue(0);
    }

    @Test
    void aReadyAgentBesideAWaitingCallHeMayTakeIsABreach() {
        keeper.joined(1, 0, -1, 0);
        keeper.agentIs(BOTH_SKILLS, true, true);
        keeper.check(1);
        assertEquals(1, keeper.idle());
        assertTrue(keeper.firstBreach().contains("queue 0"), keeper.firstBreach());
    }

    @Test
    void aReadyAgentWithoutTheSkillIsNone() {
        keeper.joined(1, 2, -1, 0);
        keeper.agentIs(SKILL_ONE, true, true);
        keeper.check(1);
        assertEquals(0, keeper.idle());
    }

    @Test
    void agentsInReserveStayReadyBesideACallOnThatStep() {
        keeper.joined(1, 2, -1, 0);
        keeper.climbed(1, 2, 1);
        keeper.agentIs(3, true, true);
        keeper.agentIs(9, true, true);
        keeper.check(1);
        assertEquals(0, keeper.idle(), "two are to be kept");
        keeper.agentIs(15, true, true);
        keeper.check(2);
        assertEquals(1, keeper.idle(), "the third is not");
    }

    @Test
    void aCallKeptForSomebodyElseMayWait() {
        keeper.agentIs(6, false, true);
        keeper.joined(1, 0, 6, 0);
        keeper.agentIs(BOTH_SKILLS, true, true);
        keeper.check(1);
        assertEquals(0, keeper.idle());
        keeper.releaseDue(45_000);
        keeper.check(45_000);
        assertEquals(1, keeper.idle(), "his time is up");
    }

    @Test
    void aCallKeptForAReadyAgentIsABreach() {
        keeper.agentIs(6, false, true);
        keeper.joined(1, 0, 6, 0);
        keeper.agentIs(6, true, true);
        keeper.check(1);
        assertEquals(1, keeper.idle());
    }

    @Test
    void overtakingWithinTheBoundIsNone() {
        keeper.joined(1, 0, -1, 0);
        keeper.joined(2, 0, -1, MAX_BOOST);
        keeper.offered(2, BOTH_SKILLS, 1);
        assertEquals(0, keeper.overtakes());
    }

    @Test
    void overtakingBeyondTheBoundIsOneEvenFromAnotherQueue() {
        keeper.joined(1, 0, -1, 0);
        keeper.joined(2, 2, -1, MAX_BOOST + 1);
        keeper.offered(2, BOTH_SKILLS, 1);
        assertEquals(1, keeper.overtakes());
    }

    @Test
    void whoCannotHaveTheAgentIsNotOvertaken() {
        keeper.joined(1, 2, -1, 0);
        keeper.joined(2, 0, -1, MAX_BOOST + 1);
        keeper.offered(2, SKILL_ONE, 1);
        assertEquals(0, keeper.overtakes());
    }

    @Test
    void aCallbackThatYieldsGoesBeforeNoCaller() {
        promisedACallback(MAX_BOOST + 40_000);
        keeper.joined(2, 0, -1, 20_000);
        keeper.offered(CallIds.callbackOf(1), BOTH_SKILLS, 1);
        assertEquals(1, keeper.overtakes());
    }

    @Test
    void aCallbackThatYieldsNoMoreHasItsPlace() {
        promisedACallback(20_000);
        keeper.joined(2, 0, -1, MAX_BOOST + 20_001);
        keeper.offered(2, BOTH_SKILLS, 1);
        assertEquals(1, keeper.overtakes());
    }

    @Test
    void aCallThatIsSentToAnotherQueueKeepsItsArrival() {
        keeper.joined(1, 0, -1, 0);
        keeper.joined(2, 0, -1, MAX_BOOST - 1);
        keeper.joined(1, 2, -1, 2 * MAX_BOOST);
        keeper.offered(1, BOTH_SKILLS, 1);
        assertEquals(0, keeper.overtakes());
    }

    @Test
    void aCareCallThatIsMovedJoinsWhenItsNewWindowBegins() {
        keeper.owed(1, 0, 10_000, PromiseKeeper.YIELDS_NOT);
        keeper.moved(1, MAX_BOOST);
        keeper.callbackWaits(1, 0, 0, 86_400_000, MAX_BOOST);
        keeper.joined(2, 0, -1, 2 * MAX_BOOST + 10_000);
        keeper.offered(2, BOTH_SKILLS, 1);
        assertEquals(0, keeper.overtakes(), "it stands ten seconds behind its new time");
        keeper.joined(3, 0, -1, 2 * MAX_BOOST + 10_001);
        keeper.offered(3, BOTH_SKILLS, 2);
        assertEquals(1, keeper.overtakes());
    }

    @Test
    void aCallbackThatIsMovedKeepsTheCallersPlace() {
        keeper.joined(1, 0, -1, 0);
        keeper.promised(1, 0);
        keeper.closed(1);
        keeper.moved(1, MAX_BOOST);
        keeper.callbackWaits(1, 0, 0, 86_400_000, MAX_BOOST);
        keeper.joined(2, 0, -1, MAX_BOOST + 1);
        keeper.offered(2, BOTH_SKILLS, 1);
        assertEquals(1, keeper.overtakes());
    }

    /** Of a caller who joined at 0, made at 0. */
    private void promisedACallback(long yieldMillis) {
        keeper.joined(1, 0, -1, 0);
        keeper.promised(1, 0);
        keeper.closed(1);
        keeper.callbackWaits(1, 0, yieldMillis, 86_400_000, 15_000);
    }

    @Test
    void aCallThatComesBackFromAnOfferCompetesAgain() {
        keeper.joined(1, 0, -1, 0);
        keeper.offered(1, BOTH_SKILLS, 7);
        keeper.offerEnded(1, 7);
        keeper.agentIs(BOTH_SKILLS, true, true);
        keeper.check(1);
        assertEquals(0, keeper.idle(), "his dialplan has not returned");
        keeper.returned(1, 7);
        keeper.check(2);
        assertEquals(1, keeper.idle());
    }
}
