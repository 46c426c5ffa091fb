package io.baro.engine.runtime.single;

import io.baro.engine.port.Ingress;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** One place in the ring: a command's bytes and its time. Written by the producer that claimed it, then only read. */
final class CommandSlot {
    final UnsafeBuffer buffer = new UnsafeBuffer(new byte[Ingress.MAX_COMMAND_BYTES]);
    int length;
    long timeMillis;
    long ingressNanos;

    void set(DirectBuffer source, int offset, int commandLength, long time, long nanos) {
        buffer.putBytes(0, source, offset, commandLength);
        length = commandLength;
        timeMillis = time;
        ingressNanos = nanos;
    }
}
