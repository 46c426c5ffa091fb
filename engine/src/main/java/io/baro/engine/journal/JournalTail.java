package io.baro.engine.journal;

/**
 * Where a journal ends, as a reader found it. Immutable.
 *
 * @param last the last segment; null: there is none
 * @param bytes how many of its bytes count
 * @param crc checksum of its last command, 0 if it has none
 * @param nextSequence which the next command gets
 * @param tornBytes what stands behind them that was never durable: the rest of a write that a crash tore
 */
record JournalTail(SegmentFile last, long bytes, int crc, long nextSequence, int tornBytes) {
    static final JournalTail EMPTY = new JournalTail(null, 0, 0, 0, 0);

    /** Whether the last segment holds no command, so that its name is free. */
    boolean isBlank() {
        return last != null && nextSequence == last.header().firstSequence();
    }
}
