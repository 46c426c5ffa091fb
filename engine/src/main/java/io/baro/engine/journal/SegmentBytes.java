package io.baro.engine.journal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The bytes of one segment, walked frame by frame, and what its end is. Knows no file, so that a test can cut it anywhere. One
 * thread.
 */
final class SegmentBytes {
    /** How the bytes end. */
    enum Ending {
        /** With a whole frame, or with zeroes that were written ahead. */
        WHOLE,
        /** With something that was never told to be durable: a crash in the middle of a write. */
        TORN,
        /** With something that had been durable, since a whole frame behind it says so. */
        DAMAGED
    }

    private final ByteBuffer bytes;
    private final ByteBuffer covered;
    private final UnsafeBuffer buffer;
    private final int limit;
    private final CRC32C crc = new CRC32C();
    private int position;
    private int end;
    private long expected;

    /**
     * Stands before the first frame.
     *
     * @param bytes the segment from its header on; what is behind the limit does not count
     * @param firstSequence of its first frame
     */
    SegmentBytes(ByteBuffer bytes, long firstSequence) {
        this.bytes = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        covered = bytes.duplicate();
        buffer = new UnsafeBuffer(bytes);
        limit = bytes.limit();
        end = SegmentHeader.BYTES;
        expected = firstSequence;
    }

    /** Steps to the next whole frame; false: there is none, see {@link #ending}. */
    boolean next() {
        if (!isWhole(end) || bytes.getLong(end + JournalFormat.FRAME_SEQUENCE) != expected) {
            return false;
        }
        position = end;
        end += JournalFormat.FRAME_HEADER_BYTES + bytes.getInt(position + JournalFormat.FRAME_LENGTH);
        expected++;
        return true;
    }

    /** Hands over the frame it stands on. */
    void tell(CommandReader reader) {
        reader.onCommand(
                expected - 1,
                bytes.getLong(position + JournalFormat.FRAME_TIME),
                buffer,
                position + JournalFormat.FRAME_HEADER_BYTES,
                end - position - JournalFormat.FRAME_HEADER_BYTES);
    }

    /** Sequence that the next frame has or would have. */
    long nextSequence() {
        return expected;
    }

    /** Where the last whole frame ends. */
    int end() {
        return end;
    }

    /** Checksum of the last whole frame; 0: there is none. */
    int lastCrc() {
        return position == 0 ? 0 : bytes.getInt(position);
    }

    /** What comes after the last whole frame. Ask when {@link #next} has said that there is none. */
    Ending ending() {
        boolean anything = false;
        for (int at = end; at < limit; at++) {
            anything |= bytes.get(at) != 0;
            if (anything && tellsOfDurable(at)) {
                return Ending.DAMAGED;
            }
        }
        return anything ? Ending.TORN : Ending.WHOLE;
    }

    /** Bytes from the end of the last whole frame to the last one that is not zero. */
    int tornBytes() {
        int last = limit;
        while (last > end && bytes.get(last - 1) == 0) {
            last--;
        }
        return last - end;
    }

    /** Whether a whole frame of that sequence or a later one stands anywhere behind the place of the header. */
    static boolean holdsAnyFrame(ByteBuffer bytes, long firstSequence) {
        SegmentBytes segment = new SegmentBytes(bytes, firstSequence);
        for (int at = SegmentHeader.BYTES; at < segment.limit; at++) {
            if (segment.bytes.get(at) != 0 && segment.isFrameOf(at, firstSequence)) {
                return true;
            }
        }
        return false;
    }

    // The sequence is looked at before the checksum, which is what costs.
    private boolean tellsOfDurable(int at) {
        return isFrameOf(at, expected + 1)
                && bytes.getLong(at + JournalFormat.FRAME_SEQUENCE) - bytes.getInt(at + JournalFormat.FRAME_PENDING)
                        >= expected;
    }

    private boolean isFrameOf(int at, long least) {
        if (limit - at < JournalFormat.FRAME_HEADER_BYTES) {
            return false;
        }
        long distance = bytes.getLong(at + JournalFormat.FRAME_SEQUENCE) - least;
        return distance >= 0 && distance <= limit && bytes.getInt(at + JournalFormat.FRAME_PENDING) > 0 && isWhole(at);
    }

    private boolean isWhole(int at) {
        if (limit - at < JournalFormat.FRAME_HEADER_BYTES) {
            return false;
        }
        int length = bytes.getInt(at + JournalFormat.FRAME_LENGTH);
        if (length < JournalFormat.MIN_COMMAND_BYTES
                || length > limit - at - JournalFormat.FRAME_HEADER_BYTES
                || length > JournalFormat.MAX_COMMAND_BYTES) {
            return false;
        }
        int after = at + JournalFormat.FRAME_HEADER_BYTES + length;
        crc.reset();
        crc.update(covered.limit(after).position(at + JournalFormat.FRAME_LENGTH));
        return bytes.getInt(at) == (int) crc.getValue();
    }
}
