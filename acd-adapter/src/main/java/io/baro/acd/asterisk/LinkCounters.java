package io.baro.acd.asterisk;

import io.baro.acd.ami.WireCounters;
import java.util.concurrent.atomic.AtomicLongArray;

/** Counts what one link sees and does; each count is written by one thread, read from any. */
public final class LinkCounters {

    /** One thing that is counted, or a gauge where it says so. */
    public enum Count {
        /** Events without the PBX's SystemName: a caller forged them. */
        FORGED,
        /** A Newchannel without Uniqueid, a header twice, a Call that is not its channel's: bytes of a caller within a genuine block. */
        TAMPERED,
        /** Blocks that begin with neither Event nor Response. */
        MALFORMED,
        /** Events of ours with a queue, agent, number or offer that the configuration does not know. */
        UNKNOWN_NAME,
        COMMANDS,
        /** Times that the router's ring was full and reading stopped. */
        BACK_PRESSURE_STALLS,
        /** Commands after the runtime closed. */
        COMMANDS_AFTER_CLOSE,
        ACTIONS_SENT,
        ACTIONS_FAILED,
        /** Actions that the strict encoder refused. */
        ACTIONS_REFUSED,
        /** Redirects that waited for the one before, and were overtaken by a newer one. */
        REDIRECTS_SUPERSEDED,
        /** Decisions for a channel, queue or agent that this PBX does not have, or while there was no session. */
        UNDELIVERABLE,
        /** Decisions that found their ring full; written by the routing thread. */
        DECISION_RING_FULL,
        CONNECTS,
        DISCONNECTS,
        LOGINS_REFUSED,
        RESYNCS,
        /** Lists that did not hold as many items as they said. */
        RESYNCS_INCOMPLETE,
        /** Offers to agents of another centre that the trunk to it did not carry. */
        TRUNK_FAILED,
        /** Channels that found the directory full. */
        CHANNELS_REFUSED,
        HEARTBEATS_SENT,
        HEARTBEATS_MISSED,
        /** Gauge: nanoseconds from the last heartbeat's Setvar to its echo among the events. */
        HEARTBEAT_LAG_NANOS,
        /** Gauge: channels whose names are known. */
        CHANNELS;

        // An index into arrays of this run, never stored or sent: the constants may change their order.
        @SuppressWarnings("EnumOrdinal")
        private int index() {
            return ordinal();
        }
    }

    private final AtomicLongArray counts = new AtomicLongArray(Count.values().length);
    private final WireCounters wire = new WireCounters();

    void increment(Count count) {
        int index = count.index();
        counts.setRelease(index, counts.getPlain(index) + 1);
    }

    void set(Count gauge, long value) {
        counts.setRelease(gauge.index(), value);
    }

    public long get(Count count) {
        return counts.getAcquire(count.index());
    }

    /** What both connections of the link saw on the wire. */
    public WireCounters wire() {
        return wire;
    }
}
