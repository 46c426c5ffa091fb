package io.baro.engine.callcenter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.engine.message.CallOutcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccountingTest {

    @ParameterizedTest
    @EnumSource(names = "NULL_VAL", mode = EnumSource.Mode.EXCLUDE)
    void offeredCallIsInProgressUntilItHasItsOutcome(CallOutcome outcome) {
        Accounting accounting = new Accounting();
        accounting.offered();
        accounting.offered();
        assertEquals(2, accounting.inProgress());
        assertTrue(accounting.identityHolds());
        accounting.closed(outcome);
        assertEquals(2, accounting.offeredCount());
        assertEquals(1, accounting.inProgress());
        assertEquals(1, accounting.count(outcome));
        assertTrue(accounting.identityHolds());
    }

    @ParameterizedTest
    @EnumSource(names = "NULL_VAL", mode = EnumSource.Mode.EXCLUDE)
    void callClosedTwiceBreaksTheIdentity(CallOutcome outcome) {
        Accounting accounting = new Accounting();
        accounting.offered();
        accounting.closed(outcome);
        accounting.closed(outcome);
        assertFalse(accounting.identityHolds());
    }
}
