package io.baro.acd.asterisk;

import io.baro.acd.ami.AmiBlock;
import io.baro.acd.ami.AmiHeader;
import io.baro.acd.ami.AsciiNames;
import io.baro.acd.ami.Decimal;
import io.baro.engine.message.SeenPhase;
import java.util.Arrays;

/**
 * Reads one item of {@code CoreShowChannels}: is it a caller or an agent's leg, of which call, and where does the caller stand. Used
 * again for each item. Runs on: event loop.
 */
final class ListedChannel {
    private static final AsciiNames CONTEXTS = new AsciiNames(
            "acd-in",
            "acd-menu",
            "acd-wait",
            "acd-callback",
            "acd-callback-no",
            "acd-dial",
            "acd-divert",
            "acd-fallback",
            "acd-callback-customer",
            "acd-callback-line");
    private static final int IN = 0;
    private static final int MENU = 1;
    private static final int CALLBACK_NO = 4;
    private static final int DIAL = 5;

    /** Half of a callback until its customer has answered. */
    private static final int CALLED = 8;

    private static final byte[] CHANNEL_VARIABLE = PbxDirectory.ascii("ChanVariable");
    private static final byte[] CALL_VARIABLE = PbxDirectory.ascii("ACD_CALL=");
    private static final int QUEUE_PREFIX = 2;
    private static final int NO_QUEUE = -1;
    private static final int NO_AGENT = -1;
    private static final int CLOCK_FIELD = 3;

    private final Uniqueids uniqueids;
    private final PbxDirectory directory;
    private final OfferExten exten = new OfferExten();
    private long channelId;
    private long callId;
    private int context;
    private boolean bridged;
    private int queueId;
    private long offerId;
    private int agentId;

    ListedChannel(Uniqueids uniqueids, PbxDirectory directory) {
        this.uniqueids = uniqueids;
        this.directory = directory;
    }

    /** Reads the item; false: it belongs to no call of ours. */
    boolean read(AmiBlock block) {
        channelId = uniqueids.uniqueid(block, AmiHeader.UNIQUEID);
        callId = callOf(block);
        if (channelId == Uniqueids.NONE || callId == Uniqueids.NONE) {
            return false;
        }
        context = block.oneOf(AmiHeader.CONTEXT, CONTEXTS);
        bridged = block.length(AmiHeader.BRIDGE_ID) > 0;
        readExten(block);
        return true;
    }

    private void readExten(AmiBlock block) {
        byte[] bytes = block.bytes();
        int from = block.offset(AmiHeader.EXTEN);
        int length = block.length(AmiHeader.EXTEN);
        queueId = NO_QUEUE;
        offerId = 0;
        agentId = NO_AGENT;
        if (context == IN) {
            queueId = directory.entryQueue(block, AmiHeader.EXTEN);
        } else if (length > QUEUE_PREFIX && bytes[from] == 'q' && bytes[from + 1] == '_') {
            queueId = directory.queueNamed(bytes, from + QUEUE_PREFIX, length - QUEUE_PREFIX);
        } else if (context == DIAL && exten.read(block, AmiHeader.EXTEN)) {
            offerId = exten.offerId();
            agentId = directory.agentAt(bytes, exten.endpointFrom(), exten.endpointLength());
        }
    }

    private long callOf(AmiBlock block) {
        byte[] bytes = block.bytes();
        for (int i = 0; i < block.headerCount(); i++) {
            int name = block.nameOffset(i);
            int value = block.valueOffset(i);
            boolean variable = Arrays.equals(
                    bytes, name, name + block.nameLength(i), CHANNEL_VARIABLE, 0, CHANNEL_VARIABLE.length);
            if (variable && startsWith(bytes, value, block.valueLength(i), CALL_VARIABLE)) {
                return uniqueids.either(bytes, value + CALL_VARIABLE.length, value + block.valueLength(i));
            }
        }
        return Uniqueids.NONE;
    }

    private static boolean startsWith(byte[] bytes, int from, int length, byte[] beginning) {
        return length >= beginning.length
                && Arrays.equals(bytes, from, from + beginning.length, beginning, 0, beginning.length);
    }

    boolean isCaller() {
        return channelId == callId;
    }

    /** The caller is where the router has something to say about him; not so after his reservation was confirmed. */
    boolean isPlaced() {
        return context >= 0;
    }

    long channelId() {
        return channelId;
    }

    long callId() {
        return callId;
    }

    int queueId() {
        return queueId;
    }

    long offerId() {
        return offerId;
    }

    int agentId() {
        return agentId;
    }

    /** Several phones ring together: their legs tell of whom. */
    boolean isSeveral() {
        return offerId != 0 && exten.isSeveral();
    }

    /** The channel is in a bridge. */
    boolean isBridged() {
        return bridged;
    }

    /** The agent whose phone this leg rings, or -1. */
    int legAgentId(AmiBlock block) {
        return directory.agentOfLeg(block.bytes(), block.offset(AmiHeader.CHANNEL), block.length(AmiHeader.CHANNEL));
    }

    /** The agent is one of another centre. */
    boolean isLent() {
        return offerId != 0 && exten.isLent();
    }

    SeenPhase phase() {
        if (context == IN || context == MENU || context >= CALLED) {
            return SeenPhase.ENTERING;
        }
        if (context <= CALLBACK_NO) {
            return SeenPhase.WAITING;
        }
        if (context == DIAL) {
            return bridged ? SeenPhase.TALKING : SeenPhase.OFFERED;
        }
        return SeenPhase.FAILED_OVER;
    }

    /** Milliseconds of a duration {@code hh:mm:ss}; 0 if it is none. */
    static long durationMillis(AmiBlock block) {
        byte[] bytes = block.bytes();
        int from = block.offset(AmiHeader.DURATION);
        int to = from + block.length(AmiHeader.DURATION);
        // From the end, as a call of more than 99 hours has more digits in front.
        long seconds = Decimal.parse(bytes, to - CLOCK_FIELD + 1, to);
        long minutes = Decimal.parse(bytes, to - 2 * CLOCK_FIELD + 1, to - CLOCK_FIELD);
        long hours = Decimal.parse(bytes, from, to - 2 * CLOCK_FIELD);
        return seconds < 0 || minutes < 0 || hours < 0 ? 0 : (hours * 3600 + minutes * 60 + seconds) * 1000;
    }
}
