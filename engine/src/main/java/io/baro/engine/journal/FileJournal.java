package io.baro.engine.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import org.agrona.DirectBuffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends commands to one file, a frame each: {@code length(4) crc32c(4) sequence(8) time(8) command}, little endian; the checksum
 * covers all that follows it. A disk that fails stops the promise, not the routing: nothing more becomes durable and it says so
 * once. Runs on: journal thread.
 */
public final class FileJournal implements Journal {
    static final int HEADER_BYTES = 24;
    static final int CRC_OFFSET = 4;
    static final int CRC_START = 8;

    /** One group commit of this size writes some two thousand commands; 64 KiB cost 1.3 times 4 KiB (performance.md 3d). */
    private static final int BUFFER_BYTES = 256 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(FileJournal.class);

    private final FileChannel channel;
    private final ByteBuffer batch = ByteBuffer.allocateDirect(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private final CRC32C crc = new CRC32C();
    private long appended = -1;
    private volatile long durable = -1;
    private volatile boolean failed;

    /** Starts a new file, which must not exist yet. */
    public FileJournal(Path file) {
        this(create(file));
    }

    /** Writes to a channel that stands at its end. */
    FileJournal(FileChannel channel) {
        this.channel = channel;
    }

    @Override
    public void append(long sequence, long timeMillis, DirectBuffer buffer, int offset, int length) {
        if (failed) {
            return;
        }
        if (batch.remaining() < HEADER_BYTES + length) {
            write();
        }
        int start = batch.position();
        batch.putInt(length).putInt(0).putLong(sequence).putLong(timeMillis);
        buffer.getBytes(offset, batch, length);
        int end = batch.position();
        crc.reset();
        crc.update(batch.position(start + CRC_START).limit(end));
        batch.limit(batch.capacity()).position(end).putInt(start + CRC_OFFSET, (int) crc.getValue());
        appended = sequence;
    }

    @Override
    public void flush() {
        if (failed || appended == durable) {
            return;
        }
        write();
        if (failed) {
            return;
        }
        try {
            channel.force(false);
            durable = appended;
        } catch (IOException e) {
            fail(e);
        }
    }

    @Override
    public long durableSequence() {
        return durable;
    }

    /** Whether the disk failed: no reservation can be promised until a restart. */
    public boolean failed() {
        return failed;
    }

    @Override
    public boolean waitsForDevice() {
        return true;
    }

    @Override
    public void close() {
        flush();
        try {
            channel.close();
        } catch (IOException e) {
            fail(e);
        }
    }

    private static FileChannel create(Path file) {
        try {
            return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the journal " + file, e);
        }
    }

    private void write() {
        batch.flip();
        try {
            while (batch.hasRemaining() && !failed) {
                channel.write(batch);
            }
        } catch (IOException e) {
            fail(e);
        }
        batch.clear();
    }

    private void fail(IOException e) {
        failed = true;
        LOG.error("journal stopped, no reservation will be confirmed until a restart: {}", e.getMessage());
    }
}
