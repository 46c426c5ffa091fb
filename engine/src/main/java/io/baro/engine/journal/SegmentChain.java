package io.baro.engine.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/**
 * The segment that is written and its followers. A segment that failed is never written again, since nobody knows what a failed
 * write or force has left in it: the next one begins, and says how much of it counts. Runs on: journal thread.
 */
final class SegmentChain implements AutoCloseable {
    private final ByteBuffer zeroes;
    private final Disk disk;
    private final Path directory;
    private final long segmentBytes;
    private final LongSupplier epochMillis;
    private SegmentWriter segment;
    private boolean failed;

    /** Begins the first segment of this writer's life behind what was found. */
    SegmentChain(Disk disk, Path directory, JournalTail tail, long segmentBytes, LongSupplier epochMillis)
            throws IOException {
        this.disk = disk;
        this.directory = directory;
        this.segmentBytes = segmentBytes;
        zeroes = ByteBuffer.allocateDirect((int) Math.min(segmentBytes, JournalSettings.STEP_BYTES));
        this.epochMillis = epochMillis;
        segment = new SegmentWriter(disk, directory, firstHeader(tail, epochMillis.getAsLong()), zeroes);
    }

    /** Makes one piece durable, in this segment or the next; whether a new one began. */
    boolean commit(Backlog.Piece piece) throws IOException {
        boolean full = segment.holdsCommands() && segment.bytes() + piece.bytes.position() > segmentBytes;
        if (failed || full) {
            begin(piece.first);
        }
        try {
            segment.write(piece.bytes.duplicate().flip());
            segment.force(piece.lastCrc);
        } catch (IOException e) {
            failed = true;
            throw e;
        }
        return full;
    }

    /** Bytes of the segment that are durable. */
    long bytes() {
        return segment.bytes();
    }

    Path path() {
        return segment.path();
    }

    @Override
    public void close() throws IOException {
        segment.close();
    }

    private void begin(long firstSequence) throws IOException {
        SegmentWriter before = segment;
        SegmentHeader header =
                before.holdsCommands() ? before.headerOfNext(firstSequence, epochMillis.getAsLong()) : before.header();
        giveUp(before);
        failed = true;
        segment = new SegmentWriter(disk, directory, header, zeroes);
        failed = false;
    }

    /** What cannot be cut counts no more either way: the next header says where this one ends. */
    private static void giveUp(SegmentWriter before) {
        try {
            before.close();
        } catch (IOException alreadyFailing) {
            // The failure that made us give it up was told.
        }
    }

    private static SegmentHeader firstHeader(JournalTail tail, long now) {
        if (tail.last() == null) {
            return SegmentHeader.next(0, now, SegmentHeader.NO_PREVIOUS, 0, 0);
        }
        SegmentHeader last = tail.last().header();
        return tail.isBlank()
                ? SegmentHeader.next(
                        last.firstSequence(), now, last.previousFirst(), last.previousBytes(), last.previousCrc())
                : SegmentHeader.next(tail.nextSequence(), now, last.firstSequence(), tail.bytes(), tail.crc());
    }
}
