package io.baro.acd.api;

import io.baro.acd.config.CommandOffer;
import io.baro.acd.view.LiveFloor;
import io.baro.engine.message.MessageHeaderEncoder;
import io.baro.engine.runtime.single.SingleNodeRuntime;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongPredicate;
import org.agrona.MutableDirectBuffer;

/**
 * Puts what a person asks for into the order of all commands, and waits until the router has decided and the floor shows it. One person's after the
 * other's: people are few. Never decides. Runs on: requests' threads, one at a time.
 */
public final class OperatorCommands {
    /** A decision takes microseconds; a journal whose disk stands still takes what it takes. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private static final long LOOK_NANOS = TimeUnit.MICROSECONDS.toNanos(50);

    private final SingleNodeRuntime runtime;
    private final LiveFloor floor;
    private final CommandOffer offer;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final ReentrantLock lock = new ReentrantLock();

    public OperatorCommands(SingleNodeRuntime runtime, LiveFloor floor) {
        this.runtime = runtime;
        this.floor = floor;
        offer = new CommandOffer(runtime);
    }

    /** Writes a message with its header to the start of the buffer and says how long it is without the header. */
    @FunctionalInterface
    interface Writing {
        int write(MutableDirectBuffer buffer, MessageHeaderEncoder header);
    }

    /**
     * Sends a command and waits until its outcome is seen.
     *
     * @param subject the id that the command is about, as a refusal names it
     * @throws Problem when the router refused it
     */
    void send(int templateId, long subject, Writing writing) {
        lock.lock();
        try {
            long refusals = floor.refusals();
            sendAndSettle(writing);
            Optional<String> refusal = floor.refusedSince(refusals, templateId, subject);
            if (refusal.isPresent()) {
                throw Problem.refused(refusal.get());
            }
        } finally {
            lock.unlock();
        }
    }

    /** As {@link #send}, and waits until it would survive a crash as well. */
    void sendDurably(int templateId, long subject, Writing writing) {
        send(templateId, subject, writing);
        awaits(runtime.lastTaken(), runtime::isDurable);
    }

    /** Waits until what others have sent is decided and seen. */
    void settle() {
        awaits(runtime.lastTaken(), runtime::isRouted);
        if (!floor.settle(PATIENCE_NANOS)) {
            throw late();
        }
    }

    private void sendAndSettle(Writing writing) {
        try {
            offer.sendMessage(writing.write(offer.buffer(), header));
        } catch (IllegalStateException stopping) {
            throw Problem.of(Problem.UNAVAILABLE, "Baro is stopping", "ask again when it runs");
        }
        settle();
    }

    private static void awaits(long place, LongPredicate isReached) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!isReached.test(place)) {
            if (System.nanoTime() > deadline) {
                throw late();
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private static Problem late() {
        return Problem.of(
                Problem.UNAVAILABLE,
                "Not now",
                "the command is taken, but its outcome takes long; look before you repeat it");
    }
}
