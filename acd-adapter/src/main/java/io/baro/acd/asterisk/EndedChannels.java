package io.baro.acd.asterisk;

import org.agrona.collections.LongHashSet;

/**
 * The channels that hung up while a list of channels was on its way: the list is older than the hang-up, and must not bring them back.
 * Records only between {@link #begin} and {@link #end}. Runs on: event loop.
 */
final class EndedChannels {
    private final LongHashSet ended = new LongHashSet();
    private boolean recording;

    void begin() {
        ended.clear();
        recording = true;
    }

    void end() {
        ended.clear();
        recording = false;
    }

    void add(long channelId) {
        if (recording && channelId != Uniqueids.NONE) {
            ended.add(channelId);
        }
    }

    boolean contains(long channelId) {
        return ended.contains(channelId);
    }
}
