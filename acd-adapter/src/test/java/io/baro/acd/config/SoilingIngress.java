package io.baro.acd.config;

import io.baro.engine.port.Ingress;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/** A router's ingress that writes commands down as {@code baro journal dump} does, and leaves the sender's buffer full of letters. */
public final class SoilingIngress implements Ingress {
    private final io.baro.acd.report.CommandText text = new io.baro.acd.report.CommandText();
    private final List<String> lines = new ArrayList<>();

    @Override
    public Offer offer(DirectBuffer buffer, int offset, int length, long ingressNanos) {
        text.of(buffer, offset, length);
        lines.add(text.name() + " " + text.fields());
        ((MutableDirectBuffer) buffer).setMemory(0, MAX_COMMAND_BYTES, (byte) 'x');
        return Offer.ACCEPTED;
    }

    /** What came, in order. */
    public List<String> lines() {
        return lines;
    }
}
