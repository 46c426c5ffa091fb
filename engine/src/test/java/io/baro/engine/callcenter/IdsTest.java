package io.baro.engine.callcenter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class IdsTest {
    private static final long SEED = 20_261_122;
    private static final long MAX_EPOCH = 0xFFFF_FFFFL;
    private static final long MAX_SEQUENCE = 0xFF_FFFFL;
    private static final int MAX_PBX = 127;

    @Test
    void callIdGivesBackItsParts() {
        assertCallId(0, 0, 0);
        assertCallId(MAX_PBX, MAX_EPOCH, MAX_SEQUENCE);
        assertCallId(0, MAX_EPOCH, 0);
        Random random = new Random(SEED);
        for (int i = 0; i < 10_000; i++) {
            assertCallId(random.nextInt(MAX_PBX + 1), random.nextLong() & MAX_EPOCH, random.nextLong() & MAX_SEQUENCE);
        }
    }

    @Test
    void callIdIsNeverNegativeSoAgentIdsLieBelowAllCallIds() {
        assertTrue(CallIds.of(MAX_PBX, MAX_EPOCH, MAX_SEQUENCE) > 0);
        assertTrue(CallIds.of(0, 1, 0) > (1 << OfferIds.AGENT_BITS) - 1);
    }

    @Test
    void longSequencesKeepTheirLast24Bits() {
        assertEquals(CallIds.of(1, 2, 3), CallIds.of(1, 2, MAX_SEQUENCE + 4));
        assertNotEquals(CallIds.of(1, 2, 3), CallIds.of(1, 3, 3));
    }

    @Test
    void offerIdGivesBackItsParts() {
        Random random = new Random(SEED);
        for (int i = 0; i < 10_000; i++) {
            long count = random.nextLong() >>> (OfferIds.AGENT_BITS + 1);
            int agent = random.nextInt(1 << OfferIds.AGENT_BITS);
            long id = OfferIds.of(count, agent);
            assertEquals(count, OfferIds.countOf(id), "seed " + SEED);
            assertEquals(agent, OfferIds.agentOf(id), "seed " + SEED);
            assertTrue(id >= 0, "seed " + SEED);
        }
    }

    @Test
    void limitsRefuseWhatIdsCannotExpress() {
        assertThrows(IllegalArgumentException.class, () -> new Limits(1, 1, 1, MAX_PBX + 1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Limits(1, (1 << OfferIds.AGENT_BITS) + 1, 1, 1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Limits(0, 1, 1, 1, 1, 1));
        assertEquals(MAX_PBX, new Limits(1, 1, 1, MAX_PBX, 1, 1).pbxs());
    }

    private static void assertCallId(int pbx, long epoch, long sequence) {
        long id = CallIds.of(pbx, epoch, sequence);
        assertEquals(pbx, CallIds.pbxOf(id), "seed " + SEED);
        assertEquals(epoch, CallIds.epochSecondsOf(id), "seed " + SEED);
        assertEquals(sequence, CallIds.sequenceOf(id), "seed " + SEED);
    }
}
