package io.baro.engine.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.engine.message.AgentLoggedInDecoder;
import io.baro.engine.message.AgentLoggedInEncoder;
import io.baro.engine.message.CallRankedDecoder;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.message.MessageHeaderEncoder;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class ActorTest {
    private static final int VERSION_BEFORE = 3;

    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[64]);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();

    @Test
    void aNameIsReadAsItWasWritten() {
        for (String name : new String[] {"", "kim", "김 관리자", "exactly-24-bytes-of-name"}) {
            assertEquals(name, Actor.named(name).name());
        }
    }

    @Test
    void aNameThatDoesNotFitIsNoActor() {
        assertThrows(IllegalArgumentException.class, () -> Actor.named("one-byte-more-than-24-bytes".substring(0, 25)));
        assertThrows(IllegalArgumentException.class, () -> Actor.named("한".repeat(9)));
    }

    @Test
    void nobodyOverwritesWhoStoodInTheBufferBefore() {
        loggedIn(Actor.named("somebody else"));
        loggedIn(Actor.NOBODY);
        assertEquals("", read(MessageHeaderDecoder.ENCODED_LENGTH).name());
    }

    @Test
    void aShorterNameLeavesNothingOfALongerOne() {
        loggedIn(Actor.named("a-very-long-name"));
        loggedIn(Actor.named("kim"));
        assertEquals("kim", read(MessageHeaderDecoder.ENCODED_LENGTH).name());
    }

    @Test
    void aCommandOfAnOlderReleaseHasNoActor() {
        loggedIn(Actor.named("kim"));
        AgentLoggedInDecoder decoder = new AgentLoggedInDecoder();
        decoder.wrap(buffer, MessageHeaderDecoder.ENCODED_LENGTH, Integer.BYTES, VERSION_BEFORE);
        assertEquals(0, decoder.getActor(new byte[Actor.BYTES], 0, Actor.BYTES));
    }

    @Test
    void everyFieldHasTheLengthThatIsSaidHere() {
        assertEquals(Actor.BYTES, AgentLoggedInDecoder.actorLength());
        assertEquals(Actor.BYTES, CallRankedDecoder.actorLength());
        assertTrue(CallRankedDecoder.actorSinceVersion() > VERSION_BEFORE);
    }

    private void loggedIn(Actor actor) {
        new AgentLoggedInEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .agentId(7)
                .putActor(actor.bytes(), 0, Actor.BYTES);
    }

    private Actor read(int body) {
        return Actor.at(buffer, body + AgentLoggedInDecoder.actorEncodingOffset());
    }
}
