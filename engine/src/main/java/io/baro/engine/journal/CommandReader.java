package io.baro.engine.journal;

import org.agrona.DirectBuffer;

/** Receives journaled commands in their order, on the thread that reads the journal. */
@FunctionalInterface
public interface CommandReader {

    /** Takes one command, message header first. */
    void onCommand(long sequence, long timeMillis, DirectBuffer buffer, int offset, int length);
}
