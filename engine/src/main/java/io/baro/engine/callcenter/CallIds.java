package io.baro.engine.callcenter;

/**
 * The layout of a call id: {@code pbx(8) | epoch seconds(32) | channel sequence(24)}, from Asterisk's unique id
 * {@code <systemname>-<epoch>.<seq>} of the caller's channel. Stateless, so an id is the same before and after a restart. Two
 * channels of one second would need 2^24 channels between them to collide.
 */
public final class CallIds {
    private static final int PBX_SHIFT = 56;
    private static final int EPOCH_SHIFT = 24;
    private static final long EPOCH_MASK = 0xFFFF_FFFFL;
    private static final long SEQUENCE_MASK = 0xFF_FFFFL;

    /**
     * Highest bit of the epoch: of no channel before the year 2038, so it marks the calls that the router makes itself. The field is
     * read as unsigned.
     */
    private static final long CALLBACK = 1L << (PBX_SHIFT - 1);

    private CallIds() {}

    /** The id of the call that keeps a reservation's promise: one for each reservation, so that a PBX can tell a second try. */
    public static long callbackOf(long reservationId) {
        return reservationId | CALLBACK;
    }

    /** The reservation that such a call keeps. */
    public static long reservationOf(long callbackId) {
        return callbackId & ~CALLBACK;
    }

    /** Whether the call is one that the router makes itself. */
    public static boolean isCallback(long callId) {
        return (callId & CALLBACK) != 0;
    }

    /** The id of the channel that PBX {@code pbxId} (0-127) made in that second with that sequence number. */
    public static long of(int pbxId, long epochSeconds, long sequence) {
        return ((long) pbxId << PBX_SHIFT) | ((epochSeconds & EPOCH_MASK) << EPOCH_SHIFT) | (sequence & SEQUENCE_MASK);
    }

    /** The PBX that holds the call's channel. */
    public static int pbxOf(long callId) {
        return (int) (callId >>> PBX_SHIFT);
    }

    /** When the channel was made, epoch seconds. */
    public static long epochSecondsOf(long callId) {
        return (callId >>> EPOCH_SHIFT) & EPOCH_MASK;
    }

    /** The channel's sequence number on its PBX, modulo 2^24. */
    public static long sequenceOf(long callId) {
        return callId & SEQUENCE_MASK;
    }
}
