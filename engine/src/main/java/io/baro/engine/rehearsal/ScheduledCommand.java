package io.baro.engine.rehearsal;

import org.agrona.DirectBuffer;

/**
 * A command that comes at a time of its own, whatever callers and agents do: opening hours, new rules. Immutable.
 *
 * @param atMillis epoch
 * @param command message header and message; not to be changed any more
 */
public record ScheduledCommand(long atMillis, DirectBuffer command) {}
