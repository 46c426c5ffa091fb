package io.baro.engine.naive;

import io.baro.engine.callcenter.Limits;
import io.baro.engine.port.DecisionSink;
import io.baro.engine.routing.Router;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * One command with its time, as bytes, so that a run can be kept, cut down and played again.
 *
 * @param time epoch milliseconds
 * @param bytes header and message
 */
public record Command(long time, UnsafeBuffer bytes) {
    /** Small on purpose: limits are reached. */
    static final Limits LIMITS = new Limits(40, 12, 12, 3, 1_000, 6);

    /** A copy of a command that was just written. */
    public static Command of(long time, DirectBuffer buffer, int length) {
        byte[] bytes = new byte[length];
        buffer.getBytes(0, bytes);
        return new Command(time, new UnsafeBuffer(bytes));
    }

    void applyTo(Router router, DecisionSink sink) {
        router.apply(time, bytes, 0, sink);
    }

    void applyTo(NaiveRouter router, DecisionSink sink) {
        router.apply(time, bytes, 0, sink);
    }

    @Override
    public String toString() {
        return time + " " + CommandText.of(bytes);
    }
}
