package io.baro.acd.asterisk;

import io.baro.acd.ami.ActionId;
import io.baro.acd.ami.AmiBlock;
import io.baro.acd.ami.AmiEncoder;
import io.baro.acd.ami.AmiHeader;
import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/**
 * Moves callers by Redirect, one at a time for each channel: Asterisk answers a second one with an error while the first is pending
 * ({@code research/asterisk.md} 1.4). Owns what is in flight and the newest wish that waits behind it. Never allocates. Runs on: event
 * loop.
 */
final class Redirects {
    /** Asterisk executes the actions of a session one after the other; more in flight only queue there. */
    static final int MAX_IN_FLIGHT = 64;

    private static final byte[] ACTION = PbxDirectory.ascii("Redirect");
    private static final byte[] ACTION_ID = PbxDirectory.ascii("ActionID");
    private static final byte[] CHANNEL = PbxDirectory.ascii("Channel");
    private static final byte[] CONTEXT = PbxDirectory.ascii("Context");
    private static final byte[] EXTEN = PbxDirectory.ascii("Exten");
    private static final byte[] PRIORITY = PbxDirectory.ascii("Priority");
    private static final byte[] SUCCESS = PbxDirectory.ascii("Success");
    private static final byte[] CHANNEL_GONE = PbxDirectory.ascii("Channel does not exist");
    private static final int FIRST_PRIORITY = 1;
    /** The longest that is written before it is found too long: eight endpoints. */
    private static final int MAX_EXTEN_BYTES = 384;

    private static final Destination[] DESTINATIONS = Destination.values();
    private static final int NOTHING = -1;

    /** {@code AST_MAX_EXTENSION} without its end. */
    private static final int MOST_EXTEN_BYTES = 79;

    /** Phones that ring together with a first one: queues.yaml lets eight ring. */
    static final int MOST_MORE = 7;

    private final PbxDirectory directory;
    private final ChannelDirectory channels;
    private final Commands commands;
    private final LinkCounters counters;
    private final AmiEncoder encoder = new AmiEncoder();
    private final byte[] exten = new byte[MAX_EXTEN_BYTES];
    private final long[] callIds = new long[MAX_IN_FLIGHT];
    private final int[] heldDestination = new int[MAX_IN_FLIGHT];
    private final int[] heldSubject = new int[MAX_IN_FLIGHT];
    private final int[] heldRing = new int[MAX_IN_FLIGHT];
    private final long[] heldOffer = new long[MAX_IN_FLIGHT];
    private final int[] heldMore = new int[MAX_IN_FLIGHT];
    private final int[] heldAgents = new int[MAX_IN_FLIGHT * MOST_MORE];
    private int inFlight;

    Redirects(PbxDirectory directory, ChannelDirectory channels, Commands commands, LinkCounters counters) {
        this.directory = directory;
        this.channels = channels;
        this.commands = commands;
        this.counters = counters;
    }

    boolean hasRoom() {
        return inFlight < MAX_IN_FLIGHT;
    }

    /** The session is gone, and with it all responses. */
    void clear() {
        inFlight = 0;
    }

    /** A wish to move a caller: {@code subject} is a queue or an agent, as the destination needs. */
    static final class Move {
        private Destination destination = Destination.MENU;
        private long callId;
        private long offerId;
        private int subject;
        private int ringSeconds;
        private int more;
        private final int[] agents = new int[MOST_MORE];

        Move to(Destination destination, long callId, int subject) {
            this.destination = destination;
            this.callId = callId;
            this.subject = subject;
            offerId = 0;
            ringSeconds = 0;
            more = 0;
            return this;
        }

        /** Another agent rings together with those named before. */
        Move also(int agentId) {
            agents[more++] = agentId;
            return this;
        }

        Move offer(long offerId, int ringSeconds) {
            this.offerId = offerId;
            this.ringSeconds = ringSeconds;
            return this;
        }
    }

    /** Encodes the move into {@code out}, or holds it back until the one before is answered. */
    void move(Move move, ActionId actionId, ByteBuf out) {
        int entry = entryOf(move.callId);
        if (entry == NOTHING) {
            if (encode(move, actionId, out)) {
                callIds[inFlight] = move.callId;
                heldDestination[inFlight] = NOTHING;
                inFlight++;
            }
            return;
        }
        if (heldDestination[entry] != NOTHING) {
            counters.increment(LinkCounters.Count.REDIRECTS_SUPERSEDED);
        }
        heldDestination[entry] = move.destination.index();
        heldSubject[entry] = move.subject;
        heldRing[entry] = move.ringSeconds;
        heldOffer[entry] = move.offerId;
        heldMore[entry] = move.more;
        System.arraycopy(move.agents, 0, heldAgents, entry * MOST_MORE, move.more);
    }

    /** The response to a Redirect, whose ActionID was read: reports a refusal and sends what was held back. */
    void onResponse(AmiBlock block, ActionId actionId, Move reused, ByteBuf out) {
        long callId = actionId.first();
        int entry = entryOf(callId);
        boolean gone = false;
        if (!block.is(AmiHeader.RESPONSE, SUCCESS)) {
            gone = block.startsWith(AmiHeader.MESSAGE, CHANNEL_GONE);
            counters.increment(LinkCounters.Count.ACTIONS_FAILED);
            commands.redirectRefused(callId, actionId.second(), gone);
        }
        if (entry == NOTHING) {
            return;
        }
        boolean held = heldDestination[entry] != NOTHING;
        if (held) {
            reused.to(DESTINATIONS[heldDestination[entry]], callId, heldSubject[entry])
                    .offer(heldOffer[entry], heldRing[entry]);
            reused.more = heldMore[entry];
            System.arraycopy(heldAgents, entry * MOST_MORE, reused.agents, 0, reused.more);
        }
        heldDestination[entry] = NOTHING;
        if (!held || gone || !encode(reused, actionId, out)) {
            remove(entry);
        }
    }

    private void remove(int entry) {
        int last = --inFlight;
        callIds[entry] = callIds[last];
        heldDestination[entry] = heldDestination[last];
        heldSubject[entry] = heldSubject[last];
        heldRing[entry] = heldRing[last];
        heldOffer[entry] = heldOffer[last];
        heldMore[entry] = heldMore[last];
        System.arraycopy(heldAgents, last * MOST_MORE, heldAgents, entry * MOST_MORE, heldMore[last]);
    }

    private int entryOf(long callId) {
        for (int i = 0; i < inFlight; i++) {
            if (callIds[i] == callId) {
                return i;
            }
        }
        return NOTHING;
    }

    private boolean encode(Move move, ActionId actionId, ByteBuf out) {
        int slot = channels.find(move.callId);
        int length = slot == ChannelDirectory.NONE ? NOTHING : extenOf(move);
        if (length == NOTHING) {
            return undeliverable(move, LinkCounters.Count.UNDELIVERABLE);
        }
        actionId.write(ActionKind.REDIRECT, move.callId, move.offerId);
        encoder.begin(out, ACTION)
                .header(ACTION_ID, actionId.bytes(), 0, actionId.length())
                .header(CHANNEL, channels.names(), channels.nameFrom(slot), channels.nameLength(slot))
                .header(CONTEXT, move.destination.context())
                .header(EXTEN, exten, 0, length)
                .header(PRIORITY, FIRST_PRIORITY);
        if (!encoder.end()) {
            return undeliverable(move, LinkCounters.Count.ACTIONS_REFUSED);
        }
        counters.increment(LinkCounters.Count.ACTIONS_SENT);
        return true;
    }

    private boolean undeliverable(Move move, LinkCounters.Count why) {
        counters.increment(why);
        commands.redirectRefused(move.callId, move.offerId, false);
        return false;
    }

    private int extenOf(Move move) {
        return switch (move.destination) {
            case WAIT -> queueExten(directory.queueName(move.subject));
            case DIAL -> offerExten(move, directory.endpointOf(move.subject));
            case MENU, CALLBACK, CALLBACK_OK, CALLBACK_NO, CALLBACK_NO_NUMBER, CALLBACK_NO_TIME, DIVERT ->
                copy(move.destination.exten(), 0);
        };
    }

    private int queueExten(byte[] queue) {
        if (queue == null) {
            return NOTHING;
        }
        exten[0] = 'q';
        exten[1] = '_';
        return copy(queue, 2);
    }

    private int offerExten(Move move, byte[] endpoint) {
        if (endpoint == null) {
            return NOTHING;
        }
        int length = OfferExten.write(exten, move.offerId, move.ringSeconds, endpoint);
        for (int i = 0; i < move.more; i++) {
            byte[] other = directory.endpointOf(move.agents[i]);
            if (other == null || length + 1 + other.length > MOST_EXTEN_BYTES) {
                return NOTHING;
            }
            length = OfferExten.writeMore(exten, length, other);
        }
        return length;
    }

    private int copy(byte[] text, int at) {
        System.arraycopy(text, 0, exten, at, text.length);
        return at + text.length;
    }

    @Override
    public String toString() {
        return inFlight + " redirects in flight: " + Arrays.toString(Arrays.copyOf(callIds, inFlight));
    }
}
