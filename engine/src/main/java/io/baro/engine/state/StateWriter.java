package io.baro.engine.state;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Writes the visited fields one after the other, little endian, into a buffer that grows and is used again for the next snapshot.
 * Knows no meaning. Owned by one thread at a time.
 */
public final class StateWriter implements State {
    /** A small centre; the model centre with a full history takes 24 MB (docs/decisions/0006). */
    private static final int FIRST_BYTES = 64 * 1024;

    private final UnsafeBuffer buffer = new UnsafeBuffer(0, 0);
    private byte[] bytes;
    private int length;

    /** A buffer that grows by doubling. */
    public StateWriter() {
        this(FIRST_BYTES);
    }

    /** A buffer that need not grow before so many bytes. */
    public StateWriter(int capacity) {
        bytes = new byte[capacity];
        buffer.wrap(bytes);
    }

    /** Forgets what was written. */
    public void begin() {
        length = 0;
    }

    /** What was written, from 0 to {@link #length()}; valid until the next {@link #begin}. */
    public DirectBuffer buffer() {
        return buffer;
    }

    /** Bytes written. */
    public int length() {
        return length;
    }

    /** Writes over what was written at an index. */
    public void putInt(int index, int value) {
        buffer.putInt(index, value, ByteOrder.LITTLE_ENDIAN);
    }

    /** Ends with the CRC32C of all that was written. */
    public void addChecksum() {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        next((int) crc.getValue());
    }

    @Override
    public boolean next(boolean value) {
        reserve(1);
        bytes[length++] = (byte) (value ? 1 : 0);
        return value;
    }

    @Override
    public int next(int value) {
        reserve(Integer.BYTES);
        buffer.putInt(length, value, ByteOrder.LITTLE_ENDIAN);
        length += Integer.BYTES;
        return value;
    }

    @Override
    public long next(long value) {
        reserve(Long.BYTES);
        buffer.putLong(length, value, ByteOrder.LITTLE_ENDIAN);
        length += Long.BYTES;
        return value;
    }

    @Override
    public void next(byte[] values, int count) {
        reserve(count);
        System.arraycopy(values, 0, bytes, length, count);
        length += count;
    }

    @Override
    public void next(int[] values, int count) {
        int size = Math.multiplyExact(count, Integer.BYTES);
        reserve(size);
        view(size).asIntBuffer().put(values, 0, count);
        length += size;
    }

    @Override
    public void next(long[] values, int count) {
        int size = Math.multiplyExact(count, Long.BYTES);
        reserve(size);
        view(size).asLongBuffer().put(values, 0, count);
        length += size;
    }

    /** The next bytes: a whole array is copied at the speed of memory. */
    private ByteBuffer view(int size) {
        return ByteBuffer.wrap(bytes, length, size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.multiplyExact(Math.max(bytes.length, more), 2));
            buffer.wrap(bytes);
        }
    }
}
