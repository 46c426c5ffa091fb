package io.baro.acd.view;

import io.baro.engine.port.DecisionListener;
import io.baro.engine.port.DecisionSink;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.MessageHandler;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.ringbuffer.OneToOneRingBuffer;
import org.agrona.concurrent.ringbuffer.RingBufferDescriptor;

/**
 * Carries decisions away from the routing thread, for who may take his time over them. Never waits or allocates: when the reader is so late
 * that there is no room, what follows is left out, and as soon as there is room the router tells everything that stands anew. Written on the
 * routing thread, read by one other.
 */
final class DecisionTap implements DecisionListener {
    /** A decision. */
    static final int DECIDED = 1;
    /** All that is known is to be forgotten: what stands is told anew. */
    static final int RESTART = 2;
    /** A fact that stands, told as if it had just come to be. */
    static final int TOLD = 3;

    /** 30,000 decisions: a third of a second of the fastest that one core routes, five minutes of the model centre. */
    private static final int BYTES = 4 * 1024 * 1024;

    /** Behind the end there is room for what is told anew: 100,000 agents' facts do not fit, then it is tried again. */
    private static final int ROOM_TO_TELL = BYTES / 2;

    private final OneToOneRingBuffer ring = new OneToOneRingBuffer(
            new UnsafeBuffer(ByteBuffer.allocateDirect(BYTES + RingBufferDescriptor.TRAILER_LENGTH)));
    private final Consumer<DecisionSink> teller;
    private final AtomicLong restarts = new AtomicLong();
    private boolean missed;

    /** @param teller lets the router tell all that stands; asked on the routing thread */
    DecisionTap(Consumer<DecisionSink> teller) {
        this.teller = teller;
    }

    @Override
    public void onDecision(
            long sequence, long timeMillis, long ingressNanos, DirectBuffer buffer, int offset, int length) {
        if (!missed) {
            missed = !carry(DECIDED, timeMillis, buffer, offset, length);
        }
    }

    @Override
    public void onBatchEnd() {
        if (missed && ring.size() < ROOM_TO_TELL) {
            missed = false;
            restarts.incrementAndGet();
            tell();
        }
    }

    /** Tells all that stands; on the routing thread, or before it runs. */
    void tell() {
        int claim = ring.tryClaim(RESTART, Long.BYTES);
        if (claim < 0) {
            missed = true;
            return;
        }
        ring.commit(claim);
        teller.accept((timeMillis, buffer, offset, length) -> {
            if (!missed) {
                missed = !carry(TOLD, timeMillis, buffer, offset, length);
            }
        });
    }

    /** How often the reader was too late. Any thread. */
    long restarts() {
        return restarts.get();
    }

    /** Reads what is there: the message is the time (8 bytes) and the decision behind it. One thread. */
    int read(MessageHandler reader, int limit) {
        return ring.read(reader, limit);
    }

    /** The place behind the last that was carried. */
    long written() {
        return ring.producerPosition();
    }

    /** The place up to which all was read. */
    long read() {
        return ring.consumerPosition();
    }

    private boolean carry(int type, long timeMillis, DirectBuffer buffer, int offset, int length) {
        int claim = ring.tryClaim(type, Long.BYTES + length);
        if (claim < 0) {
            return false;
        }
        ring.buffer().putLong(claim, timeMillis);
        ring.buffer().putBytes(claim + Long.BYTES, buffer, offset, length);
        ring.commit(claim);
        return true;
    }
}
