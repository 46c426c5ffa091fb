package io.baro.acd.asterisk;

import io.baro.acd.ami.ActionId;
import io.baro.acd.ami.AmiBlock;
import io.baro.acd.ami.AmiEncoder;
import io.baro.acd.ami.AmiHeader;
import io.baro.acd.ami.Decimal;
import io.netty.buffer.ByteBuf;

/**
 * Tells the dialplan that the engine lives, and us that the PBX does. Each beat is a Ping, whose answer proves the action session and
 * gives the PBX's clock, and a Setvar of {@value #VARIABLE} to PBX seconds. The Setvar's {@code VarSet} comes back on the event session
 * through the same queue as all channel events: every earlier event has been delivered. Never allocates. Runs on: event loop.
 */
final class Heartbeat {
    static final String VARIABLE = "ACD_HB";

    /** Missed echoes after which the event plane is dead: 6 s at the default period, when the dialplan gives us up, too. */
    static final int MAX_MISSED = 3;

    private static final byte[] PING = PbxDirectory.ascii("Ping");
    private static final byte[] SETVAR = PbxDirectory.ascii("Setvar");
    private static final byte[] ACTION_ID = PbxDirectory.ascii("ActionID");
    private static final byte[] VARIABLE_HEADER = PbxDirectory.ascii("Variable");
    private static final byte[] VALUE_HEADER = PbxDirectory.ascii("Value");
    private static final byte[] VARIABLE_NAME = PbxDirectory.ascii(VARIABLE);
    private static final long NANOS_PER_MICRO = 1000;
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int MICRO_DIGITS = 6;

    private final LinkCounters counters;
    private final AmiEncoder encoder = new AmiEncoder();
    private final long[] sentValues = new long[MAX_MISSED];
    private final long[] sentNanos = new long[MAX_MISSED];
    private int awaitedEchoes;
    private int awaitedPongs;
    private boolean clockKnown;
    private long pbxMinusLocalMicros;

    Heartbeat(LinkCounters counters) {
        this.counters = counters;
    }

    /** New sessions: nothing is awaited. */
    void reset() {
        forgetAwaited();
        clockKnown = false;
    }

    /** Answers and echoes that are on their way are not awaited any more. */
    void forgetAwaited() {
        awaitedEchoes = 0;
        awaitedPongs = 0;
    }

    /** Too many answers or echoes are missing. */
    boolean isDead() {
        return awaitedEchoes == MAX_MISSED || awaitedPongs == MAX_MISSED;
    }

    /** Encodes one beat; the Setvar only once the PBX's clock is known. */
    void beat(long nanos, ActionId actionId, ByteBuf out) {
        if (awaitedEchoes > 0) {
            counters.increment(LinkCounters.Count.HEARTBEATS_MISSED);
        }
        encodePing(actionId, out);
        if (clockKnown) {
            set(nanos, actionId, out);
        }
    }

    private void encodePing(ActionId actionId, ByteBuf out) {
        actionId.write(ActionKind.PING, 0, 0);
        encoder.begin(out, PING)
                .header(ACTION_ID, actionId.bytes(), 0, actionId.length())
                .end();
        awaitedPongs++;
        counters.increment(LinkCounters.Count.ACTIONS_SENT);
    }

    /** Encodes the Setvar; the clock must be known and fewer than {@link #MAX_MISSED} echoes awaited. */
    void set(long nanos, ActionId actionId, ByteBuf out) {
        long pbxSeconds = (pbxMinusLocalMicros + nanos / NANOS_PER_MICRO) / MICROS_PER_SECOND;
        actionId.write(ActionKind.HEARTBEAT, pbxSeconds, 0);
        encoder.begin(out, SETVAR)
                .header(ACTION_ID, actionId.bytes(), 0, actionId.length())
                .header(VARIABLE_HEADER, VARIABLE_NAME)
                .header(VALUE_HEADER, pbxSeconds)
                .end();
        sentValues[awaitedEchoes] = pbxSeconds;
        sentNanos[awaitedEchoes] = nanos;
        awaitedEchoes++;
        counters.increment(LinkCounters.Count.ACTIONS_SENT);
        counters.increment(LinkCounters.Count.HEARTBEATS_SENT);
    }

    /** The answer to a Ping, with the PBX's time; true: the clock was not known before. */
    boolean onPong(AmiBlock block, long nanos) {
        awaitedPongs = 0;
        long micros = epochMicros(block);
        if (micros < 0) {
            return false;
        }
        boolean first = !clockKnown;
        clockKnown = true;
        pbxMinusLocalMicros = micros - nanos / NANOS_PER_MICRO;
        return first;
    }

    /** A {@code VarSet} of our variable came among the events. */
    void onEcho(AmiBlock block, long nanos) {
        long value = block.number(AmiHeader.VALUE);
        int match = 0;
        while (match < awaitedEchoes && sentValues[match] != value) {
            match++;
        }
        if (match == awaitedEchoes) {
            return;
        }
        counters.set(LinkCounters.Count.HEARTBEAT_LAG_NANOS, nanos - sentNanos[match]);
        // Echoes come in order: what was sent before this one will not come any more.
        awaitedEchoes -= match + 1;
        System.arraycopy(sentValues, match + 1, sentValues, 0, awaitedEchoes);
        System.arraycopy(sentNanos, match + 1, sentNanos, 0, awaitedEchoes);
    }

    /** {@code <seconds>.<micros>} as microseconds, or -1. */
    private static long epochMicros(AmiBlock block) {
        byte[] bytes = block.bytes();
        int from = block.offset(AmiHeader.TIMESTAMP);
        int to = from + block.length(AmiHeader.TIMESTAMP);
        int dot = from;
        while (dot < to && bytes[dot] != '.') {
            dot++;
        }
        long seconds = Decimal.parse(bytes, from, dot);
        long micros = to - dot - 1 == MICRO_DIGITS ? Decimal.parse(bytes, dot + 1, to) : 0;
        return seconds < 0 || micros < 0 ? -1 : seconds * MICROS_PER_SECOND + micros;
    }
}
