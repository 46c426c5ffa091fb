package io.baro.engine.port;

import org.agrona.DirectBuffer;

/**
 * Takes commands for the router, from any thread; never decides and never drops. One implementation per runtime (a ring on one
 * node, a cluster client on three).
 */
public interface Ingress {

    /** What became of an offered command. */
    enum Offer {
        /** The command has its place in the order of all commands. */
        ACCEPTED,
        /** No room now: the caller keeps the command, stops reading its source, and offers again later. */
        BACK_PRESSURED,
        /** The runtime is stopping: no command will be taken any more. */
        CLOSED
    }

    /**
     * Offers one command: an SBE message header and its message (schema {@code baro-messages.xml}).
     *
     * @param length of the command in bytes, at most {@link #MAX_COMMAND_BYTES}
     * @param ingressNanos {@link System#nanoTime()} when the bytes that caused it were read: the start of the latency figures
     */
    Offer offer(DirectBuffer buffer, int offset, int length, long ingressNanos);

    /** Longest command: an agent with 100 skills takes 8 + 31 + 4 + 100 * 3 bytes, a rule with 12 conditions 250. */
    int MAX_COMMAND_BYTES = 480;
}
