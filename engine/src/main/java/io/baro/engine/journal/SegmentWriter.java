package io.baro.engine.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * One segment that grows. Knows how much of it is durable, which is what the next one will say of it, and nothing of what failed.
 * Runs on: journal thread.
 */
final class SegmentWriter implements AutoCloseable {
    private final Path path;
    private final SegmentHeader header;
    private final FileChannel channel;
    private final ByteBuffer zeroes;
    private long written;
    private long ahead;
    private long durable;
    private int durableCrc;

    /**
     * Begins the file; when this returns, its name and header are durable.
     *
     * @param zeroes what is written ahead in one step
     */
    SegmentWriter(Disk disk, Path directory, SegmentHeader header, ByteBuffer zeroes) throws IOException {
        this.zeroes = zeroes;
        this.header = header;
        path = SegmentFile.pathOf(directory, header.firstSequence());
        channel = disk.create(path);
        try {
            write(header.encode());
            force(0);
            disk.forceNames(directory);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    Path path() {
        return path;
    }

    SegmentHeader header() {
        return header;
    }

    /** Bytes that are durable, header included. */
    long bytes() {
        return durable;
    }

    /** Whether it holds a command that is durable. */
    boolean holdsCommands() {
        return durable > SegmentHeader.BYTES;
    }

    /** Header of the segment that follows. */
    SegmentHeader headerOfNext(long firstSequence, long createdMillis) {
        return SegmentHeader.next(firstSequence, createdMillis, header.firstSequence(), durable, durableCrc);
    }

    /** Writes from the position to the limit. */
    void write(ByteBuffer bytes) throws IOException {
        while (written + bytes.remaining() > ahead) {
            zeroAhead();
        }
        while (bytes.hasRemaining()) {
            written += channel.write(bytes, written);
        }
    }

    /** Makes what was written durable: all its frames, the last one with that checksum. */
    void force(int lastCrc) throws IOException {
        channel.force(false);
        durable = written;
        durableCrc = lastCrc;
    }

    /** Cuts what is not durable, and the zeroes ahead. */
    @Override
    public void close() throws IOException {
        try (channel) {
            channel.truncate(durable);
        }
    }

    private void zeroAhead() throws IOException {
        zeroes.clear();
        while (zeroes.hasRemaining()) {
            ahead += channel.write(zeroes, ahead);
        }
    }
}
