package io.baro.engine.journal;

import org.agrona.DirectBuffer;

/**
 * Keeps every command in order, so that the state can be made again. Owned by one thread, which alone appends and flushes; any
 * thread may ask how far it is durable. Never decides.
 */
public interface Journal extends AutoCloseable {

    /** Takes one command; it is durable after the next {@link #flush}. */
    void append(long sequence, long timeMillis, DirectBuffer buffer, int offset, int length);

    /** Makes all that was appended as durable as this journal can: one group commit. */
    void flush();

    /** Last sequence that survives what this journal is made to survive; -1: none. */
    long durableSequence();

    /** Whether it cannot keep commands now: then nothing may be promised that must outlive the process. From any thread. */
    default boolean isFailing() {
        return false;
    }

    /** Whether {@link #flush} waits for a device, so that it deserves a thread of its own. */
    boolean waitsForDevice();

    @Override
    void close();
}
