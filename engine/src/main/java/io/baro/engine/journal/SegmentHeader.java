package io.baro.engine.journal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * The first 64 bytes of a segment: versions, its first sequence, and the link to the segment before it, which says how much of that
 * one counts. Immutable.
 *
 * @param previousFirst first sequence of the segment before; -1: none
 * @param previousBytes how many bytes of it count: what a failed disk or a crash left behind them does not
 * @param previousCrc checksum of its last frame, 0 if it has none: no other file can stand in its place
 */
record SegmentHeader(
        int formatVersion,
        int behaviourVersion,
        long firstSequence,
        long createdMillis,
        long previousFirst,
        long previousBytes,
        int previousCrc) {
    static final int BYTES = 64;
    static final long NO_PREVIOUS = -1;

    private static final byte[] MAGIC = "BAROJRNL".getBytes(StandardCharsets.US_ASCII);
    private static final int CRC_OFFSET = BYTES - Integer.BYTES;

    /** What a program of this version writes. */
    static SegmentHeader next(long firstSequence, long createdMillis, long previousFirst, long bytes, int crc) {
        return new SegmentHeader(
                JournalFormat.FORMAT_VERSION,
                JournalFormat.BEHAVIOUR_VERSION,
                firstSequence,
                createdMillis,
                previousFirst,
                bytes,
                crc);
    }

    /** Its bytes, from the position to the limit. */
    ByteBuffer encode() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(MAGIC).putInt(formatVersion).putInt(behaviourVersion);
        bytes.putLong(firstSequence).putLong(createdMillis);
        bytes.putLong(previousFirst).putLong(previousBytes).putInt(previousCrc);
        bytes.putInt(CRC_OFFSET, crcOf(bytes));
        return bytes.clear();
    }

    /** Whether a segment begins here; whatever else the header says, only then is it one. */
    static boolean hasMagic(ByteBuffer bytes) {
        return bytes.limit() >= BYTES && bytes.slice(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC));
    }

    /** Whether the header is as it was written. */
    static boolean isWhole(ByteBuffer bytes) {
        return hasMagic(bytes) && bytes.getInt(CRC_OFFSET) == crcOf(bytes);
    }

    /** Reads a header that {@link #isWhole}. */
    static SegmentHeader decode(ByteBuffer whole) {
        ByteBuffer bytes = whole.duplicate().order(ByteOrder.LITTLE_ENDIAN).position(MAGIC.length);
        return new SegmentHeader(
                bytes.getInt(),
                bytes.getInt(),
                bytes.getLong(),
                bytes.getLong(),
                bytes.getLong(),
                bytes.getLong(),
                bytes.getInt());
    }

    boolean isNewerThanProgram() {
        return formatVersion > JournalFormat.FORMAT_VERSION || behaviourVersion > JournalFormat.BEHAVIOUR_VERSION;
    }

    private static int crcOf(ByteBuffer bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes.duplicate().position(0).limit(CRC_OFFSET));
        return (int) crc.getValue();
    }
}
