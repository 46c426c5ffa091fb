package io.baro.acd.report;

import io.baro.engine.port.Actor;
import org.agrona.concurrent.UnsafeBuffer;

/** Who asked for a command, of the bytes that SBE's own text lists. Stateless. */
final class ActorText {
    /** In no name: what a decoder gives for a command of a release that had no such field. */
    private static final int NO_FIELD = 255;

    private ActorText() {}

    /** The name in {@code [107,105,109,0,...]}; empty: nobody said. */
    static String name(String list) {
        String[] numbers = list.substring(1, list.length() - 1).split(",", -1);
        UnsafeBuffer bytes = new UnsafeBuffer(new byte[Actor.BYTES]);
        for (int i = 0; i < Math.min(numbers.length, Actor.BYTES); i++) {
            int number = Integer.parseInt(numbers[i]);
            bytes.putByte(i, (byte) (number == NO_FIELD ? 0 : number));
        }
        return Actor.at(bytes, 0).name().replaceAll("\\p{Cntrl}", "?");
    }
}
