package io.baro.acd.asterisk;

import org.agrona.BitUtil;
import org.agrona.BufferUtil;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.MessageHandler;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.ringbuffer.OneToOneRingBuffer;
import org.agrona.concurrent.ringbuffer.RingBufferDescriptor;

/**
 * Carries decisions from the routing thread to the event loop of a link. Written by the routing thread only, read by the event loop only;
 * never waits, never allocates.
 */
final class DecisionRing {
    /** About 10,000 offers: more than a PBX that is up can be behind. */
    private static final int RING_BYTES = 1024 * 1024;

    /** The template id is in the message; the ring only needs some type above 0. */
    private static final int MESSAGE_TYPE = 1;

    private final OneToOneRingBuffer ring = new OneToOneRingBuffer(new UnsafeBuffer(BufferUtil.allocateDirectAligned(
            RING_BYTES + RingBufferDescriptor.TRAILER_LENGTH, BitUtil.CACHE_LINE_LENGTH)));

    /** Copies a decision; false: no room. */
    boolean write(DirectBuffer decision, int offset, int length) {
        return ring.write(MESSAGE_TYPE, decision, offset, length);
    }

    /** Hands the oldest decision to the handler; false: there is none. */
    boolean readOne(MessageHandler handler) {
        return ring.read(handler, 1) > 0;
    }

    boolean isEmpty() {
        return ring.size() == 0;
    }
}
