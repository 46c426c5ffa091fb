package io.baro.engine.runtime.single;

import io.baro.engine.message.MessageHeaderEncoder;
import io.baro.engine.message.TimeAdvancedEncoder;
import io.baro.engine.port.Ingress;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Puts a TimeAdvanced command into the ring when the router has something due, and only then: an idle night is not journaled as
 * ticks. A full ring needs no tick, its commands carry the time. Runs on: ticker thread.
 */
final class Ticker implements Runnable {
    private final BooleanSupplier isDue;
    private final Ingress ingress;
    private final LongSupplier sleepNanos;
    private final UnsafeBuffer command = new UnsafeBuffer(new byte[64]);
    private final int length;
    private volatile boolean running = true;

    /** @param sleepNanos how long nothing can fall due */
    Ticker(BooleanSupplier isDue, LongSupplier sleepNanos, Ingress ingress) {
        this.isDue = isDue;
        this.ingress = ingress;
        this.sleepNanos = sleepNanos;
        TimeAdvancedEncoder encoder = new TimeAdvancedEncoder();
        encoder.wrapAndApplyHeader(command, 0, new MessageHeaderEncoder());
        length = MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
    }

    @Override
    public void run() {
        while (running) {
            if (isDue.getAsBoolean()) {
                ingress.offer(command, 0, length, System.nanoTime());
            }
            LockSupport.parkNanos(sleepNanos.getAsLong());
        }
    }

    void stop() {
        running = false;
    }
}
