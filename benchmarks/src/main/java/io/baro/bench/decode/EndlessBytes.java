package io.baro.bench.decode;

import java.io.InputStream;

/** The same bytes for ever: a connection that always has more. One thread. */
final class EndlessBytes extends InputStream {
    private final byte[] bytes;
    private int at;

    EndlessBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read() {
        int next = bytes[at];
        at = (at + 1) % bytes.length;
        return next;
    }

    @Override
    public int read(byte[] into, int from, int length) {
        int copied = Math.min(length, bytes.length - at);
        System.arraycopy(bytes, at, into, from, copied);
        at = (at + copied) % bytes.length;
        return copied;
    }
}
