package io.baro.engine.journal;

/**
 * How a journal keeps its commands.
 *
 * @param segmentBytes a file is about this long at most
 * @param keepMillis files whose commands are all older may be deleted; 0: at once
 * @param keepBytes the oldest files may be deleted while all together are longer
 * @param backlogBytes commands that may wait in memory for a disk that fails; what comes after them is lost for a restart
 */
public record JournalSettings(long segmentBytes, long keepMillis, long keepBytes, long backlogBytes) {
    /** A segment is read whole: what is longer is none. */
    static final long MAX_SEGMENT_BYTES = 1L << 30;

    /**
     * Zeroes are written ahead of the commands in such steps: a commit inside a file costs 0.7 of one that lengthens it, and its tail
     * a fifth (docs/decisions/0007).
     */
    static final int STEP_BYTES = 1 << 20;

    private static final long STANDARD_SEGMENT_BYTES = 64L << 20;
    private static final long DAY_MILLIS = 86_400_000;
    private static final long STANDARD_KEEP_DAYS = 30;
    private static final long STANDARD_KEEP_BYTES = 10L << 30;
    /** The model centre's busiest hour, or eight usual ones (docs/performance.md): who waits that long for a disk waits for a person. */
    private static final long STANDARD_BACKLOG_BYTES = 64L << 20;

    public JournalSettings {
        if (segmentBytes < SegmentHeader.BYTES || segmentBytes > MAX_SEGMENT_BYTES) {
            throw new IllegalArgumentException("segments of " + segmentBytes + " bytes");
        }
    }

    /** What fits a small machine. */
    public static JournalSettings standard() {
        return new JournalSettings(
                STANDARD_SEGMENT_BYTES, STANDARD_KEEP_DAYS * DAY_MILLIS, STANDARD_KEEP_BYTES, STANDARD_BACKLOG_BYTES);
    }

    /** The same with another retention. */
    public JournalSettings keeping(long millis, long bytes) {
        return new JournalSettings(segmentBytes, millis, bytes, backlogBytes);
    }
}
