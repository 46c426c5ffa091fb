package io.baro.engine.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;

class WishesTest {
    private static final int WISHES = 1_000_000;

    /** Of 24 agents 16 have skill 1, but half of them at a level too low; 16 have skill 2; 8 of them both. */
    @Test
    void aKindIsWishedForAsOftenAsAgentsAreThereForIt() {
        Wishes wishes = Wishes.of(FloorPlan.of(RehearsedFloor.commands()), 0, Set.of());
        int[] wished = new int[3];
        for (int wish = 0; wish < WISHES; wish += 100) {
            wished[wishes.kindOf(wish)]++;
        }
        assertEquals(0, wished[0], "the default queue is nobody's choice");
        assertTrue(wished[1] > 0 && wished[2] > wished[1], wished[1] + " and " + wished[2]);
        assertEquals(WISHES / 100, wished[1] + wished[2]);
    }

    @Test
    void nobodyWishesForWhatNoMenuLeadsTo() {
        Wishes wishes = Wishes.of(FloorPlan.of(RehearsedFloor.commands()), 0, Set.of(1));
        for (int wish = 0; wish < WISHES; wish += 1_000) {
            assertEquals(2, wishes.kindOf(wish));
        }
    }
}
