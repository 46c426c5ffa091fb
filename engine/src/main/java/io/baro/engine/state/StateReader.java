package io.baro.engine.state;

import java.nio.ByteOrder;
import org.agrona.DirectBuffer;

/**
 * Gives the fields back in the order in which they were written, whatever values the visited have. Knows no meaning; the bytes were
 * verified before. One thread.
 */
public final class StateReader implements State {
    private final DirectBuffer buffer;
    private final int end;
    private int position;

    /** Reads from an index up to an end. */
    public StateReader(DirectBuffer buffer, int start, int end) {
        buffer.boundsCheck(start, end - start);
        this.buffer = buffer;
        this.end = end;
        position = start;
    }

    /** Whether all was read. */
    public boolean isAtEnd() {
        return position == end;
    }

    @Override
    public boolean next(boolean value) {
        return buffer.getByte(take(1)) != 0;
    }

    @Override
    public int next(int value) {
        return buffer.getInt(take(Integer.BYTES), ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public long next(long value) {
        return buffer.getLong(take(Long.BYTES), ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void next(byte[] values, int count) {
        buffer.getBytes(take(count), values, 0, count);
    }

    private int take(int bytes) {
        if (end - position < bytes) {
            throw new IllegalStateException("the state asks for more than was written");
        }
        int at = position;
        position += bytes;
        return at;
    }
}
