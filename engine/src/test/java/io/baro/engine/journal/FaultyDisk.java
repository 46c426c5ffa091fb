package io.baro.engine.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The machine's disk until it is told to fail: in writing (full, after so many bytes), in forcing, or in making files. */
final class FaultyDisk implements Disk {
    private final Disk real = Disk.ofMachine();
    /** Bytes that still find room. */
    long room = Long.MAX_VALUE;

    /** How long a force takes more than the machine's, milliseconds. */
    long slowMillis;

    boolean broken;
    boolean readOnly;
    int forced;
    int made;

    @Override
    public FileChannel create(Path file) throws IOException {
        if (readOnly) {
            throw new IOException("Read-only file system");
        }
        made++;
        return new Channel(real.create(file));
    }

    @Override
    public void forceNames(Path directory) throws IOException {
        real.forceNames(directory);
    }

    /** Passes on what a journal does to a file. */
    private final class Channel extends FileChannel {
        private final FileChannel file;

        Channel(FileChannel file) {
            this.file = file;
        }

        @Override
        public int write(ByteBuffer source, long position) throws IOException {
            if (room == 0) {
                throw new IOException("No space left on device");
            }
            int taken = (int) Math.min(room, source.remaining());
            int written = file.write(source.slice(source.position(), taken), position);
            source.position(source.position() + written);
            room -= room == Long.MAX_VALUE ? 0 : written;
            return written;
        }

        @Override
        public void force(boolean metaData) throws IOException {
            if (broken) {
                throw new IOException("Input/output error");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(slowMillis));
            file.force(metaData);
            forced++;
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            return file.truncate(size);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public int read(ByteBuffer target) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long read(ByteBuffer[] targets, int offset, int length) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int write(ByteBuffer source) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long write(ByteBuffer[] sources, int offset, int length) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long position() {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileChannel position(long newPosition) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long transferTo(long position, long count, WritableByteChannel target) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long transferFrom(ReadableByteChannel source, long position, long count) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(ByteBuffer target, long position) {
            throw new UnsupportedOperationException();
        }

        @Override
        public MappedByteBuffer map(MapMode mode, long position, long size) {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileLock lock(long position, long size, boolean shared) {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) {
            throw new UnsupportedOperationException();
        }
    }
}
