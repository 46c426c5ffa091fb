package io.baro.engine.callcenter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SkillSetTest {
    private final SkillSet korean5 = SkillSet.empty().with(2, 5);

    @Test
    void everybodyCoversWhatNeedsNothing() {
        assertTrue(SkillSet.empty().covers(SkillSet.empty()));
        assertTrue(korean5.covers(SkillSet.empty()));
        assertFalse(SkillSet.empty().covers(korean5));
    }

    @Test
    void eachSkillIsNeededAtLeastAtItsLevel() {
        assertTrue(korean5.covers(SkillSet.empty().with(2, 5)));
        assertFalse(korean5.covers(SkillSet.empty().with(2, 6)));
        assertFalse(korean5.covers(korean5.with(0, 1)));
        assertTrue(korean5.with(0, 1).with(7, 10).covers(korean5.with(0, 1)));
        assertFalse(korean5.covers(SkillSet.empty().with(99, 1)));
    }

    @Test
    void withChangesACopy() {
        SkillSet more = korean5.with(2, 9);
        assertTrue(more.covers(SkillSet.empty().with(2, 9)));
        assertFalse(korean5.covers(SkillSet.empty().with(2, 9)));
    }

    @Test
    void equalByContentHoweverItWasMade() {
        SkillSet one = SkillSet.empty().with(0, 1).with(3, 4);
        SkillSet other =
                SkillSet.empty().with(3, 9).with(0, 1).with(9, 2).with(3, 4).with(9, 0);
        assertEquals(one, other);
        assertEquals(one.hashCode(), other.hashCode());
        assertNotEquals(one, one.with(3, 5));
        assertNotEquals(one, one.with(4, 1));
        assertNotEquals(one, korean5);
    }
}
