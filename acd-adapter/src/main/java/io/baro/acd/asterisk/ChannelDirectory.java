package io.baro.acd.asterisk;

import io.baro.engine.callcenter.OfferIds;
import java.util.Arrays;
import org.agrona.collections.Long2LongHashMap;

/**
 * The live channels of one PBX that concern us: name, role, call and offer by channel id. A Redirect needs the name, and Asterisk
 * finds a channel fast only by it. Pooled and bounded; never allocates after construction. Runs on: event loop.
 */
final class ChannelDirectory {
    /** Callers and agents' legs; a large Asterisk holds 10,000 calls. */
    static final int DEFAULT_CAPACITY = 32_768;

    /** {@code AST_CHANNEL_NAME}. */
    static final int MAX_NAME_BYTES = 80;

    static final int NONE = -1;

    private final LinkCounters counters;
    private final int capacity;
    private final Long2LongHashMap slots;
    private final int[] free;
    private int freeCount;
    private final long[] ids;
    private final long[] calls;
    private final long[] offers;
    private final long[] connected;
    private final boolean[] legs;
    private final boolean[] lent;
    private final boolean[] silent;
    private final boolean[] several;
    private final boolean[] bridged;
    private final int[] agents;
    private final boolean[] seen;
    private final byte[] names;
    private final byte[] nameLengths;

    ChannelDirectory(int capacity, LinkCounters counters) {
        this.capacity = capacity;
        this.counters = counters;
        // At most half full, so that it never grows.
        slots = new Long2LongHashMap(2 * capacity, 0.6f, NONE);
        free = new int[capacity];
        ids = new long[capacity];
        calls = new long[capacity];
        offers = new long[capacity];
        connected = new long[capacity];
        legs = new boolean[capacity];
        lent = new boolean[capacity];
        silent = new boolean[capacity];
        several = new boolean[capacity];
        bridged = new boolean[capacity];
        agents = new int[capacity];
        seen = new boolean[capacity];
        names = new byte[capacity * MAX_NAME_BYTES];
        nameLengths = new byte[capacity];
        clear();
    }

    /** Forgets all channels: the PBX restarted. */
    void clear() {
        slots.clear();
        Arrays.fill(ids, Uniqueids.NONE);
        freeCount = capacity;
        for (int i = 0; i < capacity; i++) {
            free[i] = capacity - 1 - i;
        }
        gauge();
    }

    /** The slot of a channel, or {@link #NONE}. */
    int find(long channelId) {
        return (int) slots.get(channelId);
    }

    /** Registers a caller's channel, or takes its present name; returns its slot, or {@link #NONE} if there is no room. */
    int caller(long channelId, byte[] bytes, int from, int length) {
        int slot = register(channelId, bytes, from, length);
        if (slot != NONE) {
            calls[slot] = channelId;
            legs[slot] = false;
        }
        return slot;
    }

    /** Registers the channel that rings an agent for a call. */
    int leg(long channelId, long callId, byte[] bytes, int from, int length) {
        int slot = register(channelId, bytes, from, length);
        if (slot != NONE) {
            calls[slot] = callId;
            legs[slot] = true;
        }
        return slot;
    }

    private int register(long channelId, byte[] bytes, int from, int length) {
        int slot = find(channelId);
        if (length == 0 || length > MAX_NAME_BYTES || (slot == NONE && freeCount == 0)) {
            counters.increment(LinkCounters.Count.CHANNELS_REFUSED);
            return NONE;
        }
        if (slot == NONE) {
            slot = free[--freeCount];
            slots.put(channelId, slot);
            ids[slot] = channelId;
            offers[slot] = 0;
            connected[slot] = 0;
            lent[slot] = false;
            silent[slot] = false;
            several[slot] = false;
            bridged[slot] = false;
            agents[slot] = NONE;
            gauge();
        }
        seen[slot] = true;
        name(slot, bytes, from, length);
        return slot;
    }

    /** The channel has a new name. */
    void rename(long channelId, byte[] bytes, int from, int length) {
        int slot = find(channelId);
        if (slot != NONE && length > 0 && length <= MAX_NAME_BYTES) {
            name(slot, bytes, from, length);
        }
    }

    private void name(int slot, byte[] bytes, int from, int length) {
        System.arraycopy(bytes, from, names, slot * MAX_NAME_BYTES, length);
        nameLengths[slot] = (byte) length;
    }

    /** The channel is gone. */
    void remove(int slot) {
        slots.remove(ids[slot]);
        ids[slot] = Uniqueids.NONE;
        free[freeCount++] = slot;
        gauge();
    }

    /** A list of all channels follows; what {@link #sweep} finds not registered since is gone. */
    void expectAll() {
        Arrays.fill(seen, false);
    }

    /** True if the channel was not registered since {@link #expectAll}. */
    boolean isNew(long channelId) {
        int slot = find(channelId);
        return slot == NONE || !seen[slot];
    }

    /** Forgets what was not registered since {@link #expectAll}, and gives legs their callers' offers. */
    void sweep() {
        for (int slot = 0; slot < capacity; slot++) {
            if (ids[slot] != Uniqueids.NONE && !seen[slot]) {
                remove(slot);
            }
        }
        for (int slot = 0; slot < capacity; slot++) {
            int caller = ids[slot] != Uniqueids.NONE && legs[slot] ? find(calls[slot]) : NONE;
            if (caller != NONE && offers[slot] == 0) {
                offers[slot] = offerOfLeg(slot, caller);
                lent[slot] = lent[caller];
            }
        }
    }

    /** Of several that ring together each leg has its own, by its agent. */
    private long offerOfLeg(int slot, int caller) {
        if (!several[caller] || offers[caller] == 0) {
            return offers[caller];
        }
        return agents[slot] < 0 ? 0 : OfferIds.beside(offers[caller], agents[slot]);
    }

    /** What a list says of a leg: whose phone it is, or {@link #NONE}, and whether it is in a bridge. */
    void listed(int slot, int agentId, boolean inBridge) {
        agents[slot] = agentId;
        bridged[slot] = inBridge;
    }

    /** The caller in that slot has one phone ring, or several. */
    void rings(int slot, boolean severalPhones) {
        several[slot] = severalPhones;
    }

    /** True for a leg of one of several phones that a list held. */
    boolean isListedOfSeveral(int slot) {
        int caller = ids[slot] != Uniqueids.NONE && legs[slot] && agents[slot] >= 0 ? find(calls[slot]) : NONE;
        return caller != NONE && several[caller] && offers[slot] != 0;
    }

    int agentId(int slot) {
        return agents[slot];
    }

    boolean isBridged(int slot) {
        return bridged[slot];
    }

    int capacity() {
        return capacity;
    }

    boolean isLeg(int slot) {
        return legs[slot];
    }

    long callId(int slot) {
        return calls[slot];
    }

    /** The offer that the channel is part of; 0: none. */
    long offerId(int slot) {
        return offers[slot];
    }

    void offer(int slot, long offerId) {
        offers[slot] = offerId;
    }

    /** The channel is part of that offer, which goes over a trunk or not. */
    void offer(int slot, long offerId, boolean overTrunk) {
        offers[slot] = offerId;
        lent[slot] = overTrunk;
    }

    /** The channel is part of an offer that goes over a trunk to another centre. */
    boolean isLent(int slot) {
        return lent[slot];
    }

    /** The far end of this leg gave no sign in the time it had. */
    void silent(int slot) {
        silent[slot] = true;
    }

    boolean isSilent(int slot) {
        return silent[slot];
    }

    /** True if the caller in that slot was connected by that offer. */
    boolean isConnected(int slot, long offerId) {
        return connected[slot] == offerId;
    }

    /** Notes that the offer was connected; false: it was noted before. */
    boolean connect(int slot, long offerId) {
        boolean first = connected[slot] != offerId;
        connected[slot] = offerId;
        return first;
    }

    /** Holds the names of all channels. */
    byte[] names() {
        return names;
    }

    int nameFrom(int slot) {
        return slot * MAX_NAME_BYTES;
    }

    int nameLength(int slot) {
        return nameLengths[slot];
    }

    private void gauge() {
        counters.set(LinkCounters.Count.CHANNELS, capacity - freeCount);
    }
}
