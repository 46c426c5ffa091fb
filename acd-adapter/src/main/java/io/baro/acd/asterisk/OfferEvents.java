package io.baro.acd.asterisk;

import io.baro.acd.ami.AmiBlock;
import io.baro.acd.ami.AmiHeader;
import io.baro.acd.ami.AsciiNames;
import io.baro.engine.callcenter.OfferIds;
import io.baro.engine.message.DialStatus;
import io.baro.engine.message.OfferProgressedEncoder;
import io.baro.engine.message.OfferStage;

/**
 * What dial, bridge and hang-up events say about offers. Owns which channel is whose leg; frees nobody itself: the router does, when the
 * leg ends ({@code research/asterisk.md} 2.2). Never allocates. Runs on: event loop.
 */
final class OfferEvents {
    private static final AsciiNames STATUSES =
            new AsciiNames("ANSWER", "NOANSWER", "BUSY", "CANCEL", "CONGESTION", "CHANUNAVAIL");
    private static final DialStatus[] STATUS_BY_INDEX = {
        DialStatus.ANSWER,
        DialStatus.NOANSWER,
        DialStatus.BUSY,
        DialStatus.CANCEL,
        DialStatus.CONGESTION,
        DialStatus.CHANUNAVAIL
    };
    private static final byte[] RINGING = PbxDirectory.ascii("RINGING");
    private static final int TALKING_CHANNELS = 2;

    /** User busy, Q.850: the agent has a call of ours already. */
    private static final short TAKEN_CAUSE = 17;

    private final PbxDirectory directory;
    private final Uniqueids uniqueids;
    private final ChannelDirectory channels;
    private final Commands commands;
    private final LinkCounters counters;
    private final OfferExten exten = new OfferExten();

    OfferEvents(
            PbxDirectory directory,
            Uniqueids uniqueids,
            ChannelDirectory channels,
            Commands commands,
            LinkCounters counters) {
        this.directory = directory;
        this.uniqueids = uniqueids;
        this.channels = channels;
        this.commands = commands;
        this.counters = counters;
    }

    void onDialBegin(AmiBlock block) {
        long callId = uniqueids.uniqueid(block, AmiHeader.UNIQUEID);
        long legId = uniqueids.uniqueid(block, AmiHeader.DEST_UNIQUEID);
        if (callId == Uniqueids.NONE || legId == Uniqueids.NONE || !exten.read(block, AmiHeader.EXTEN)) {
            return;
        }
        long offerId = offerOf(block);
        if (offerId == 0) {
            counters.increment(LinkCounters.Count.UNKNOWN_NAME);
            return;
        }
        int caller = channels.caller(
                callId, block.bytes(), block.offset(AmiHeader.CHANNEL), block.length(AmiHeader.CHANNEL));
        int leg = channels.leg(
                legId,
                callId,
                block.bytes(),
                block.offset(AmiHeader.DEST_CHANNEL),
                block.length(AmiHeader.DEST_CHANNEL));
        if (caller != ChannelDirectory.NONE) {
            channels.offer(caller, exten.offerId(), exten.isLent());
            channels.rings(caller, exten.isSeveral());
        }
        if (leg != ChannelDirectory.NONE) {
            channels.offer(leg, offerId, exten.isLent());
        }
        send(begin(offerId, callId, OfferStage.DIALLED));
    }

    /** The offer to the agent whose leg begins; 0: several ring, and this is nobody of ours. */
    private long offerOf(AmiBlock block) {
        if (!exten.isSeveral()) {
            return exten.offerId();
        }
        int agentId = directory.agentOfLeg(
                block.bytes(), block.offset(AmiHeader.DEST_CHANNEL), block.length(AmiHeader.DEST_CHANNEL));
        return agentId < 0 ? 0 : OfferIds.beside(exten.offerId(), agentId);
    }

    void onDialState(AmiBlock block) {
        int leg = legOf(block);
        if (leg != ChannelDirectory.NONE && block.is(AmiHeader.DIAL_STATUS, RINGING)) {
            send(begin(channels.offerId(leg), channels.callId(leg), OfferStage.RINGING));
        }
    }

    void onDialEnd(AmiBlock block) {
        int leg = legOf(block);
        if (leg != ChannelDirectory.NONE) {
            DialStatus status = status(block, AmiHeader.DIAL_STATUS);
            if (status == DialStatus.CHANUNAVAIL) {
                channels.silent(leg);
            }
            send(begin(channels.offerId(leg), channels.callId(leg), OfferStage.DIAL_ENDED)
                    .dialStatus(status));
        }
    }

    void onBridgeEnter(AmiBlock block) {
        int slot = channels.find(uniqueids.uniqueid(block, AmiHeader.UNIQUEID));
        if (slot == ChannelDirectory.NONE || channels.offerId(slot) == 0) {
            return;
        }
        long callId = channels.callId(slot);
        long offerId = channels.offerId(slot);
        int caller = channels.find(callId);
        if (caller != ChannelDirectory.NONE && channels.isLeg(slot)) {
            // Of several that rang, it is the one who answered.
            channels.offer(caller, offerId);
        }
        if (block.number(AmiHeader.BRIDGE_NUM_CHANNELS) != TALKING_CHANNELS) {
            return;
        }
        if (caller != ChannelDirectory.NONE && channels.connect(caller, offerId)) {
            send(begin(offerId, callId, OfferStage.CONNECTED));
        }
    }

    /** The caller's dialplan goes on after an offer. */
    void onDialResult(long callId, AmiBlock block) {
        long offerId = block.number(AmiHeader.OFFER);
        if (offerId <= 0) {
            counters.increment(LinkCounters.Count.UNKNOWN_NAME);
            return;
        }
        boolean hadLeg = forget(callId, offerId);
        DialStatus status = status(block, AmiHeader.STATUS);
        short cause = CallEvents.causeOf(block);
        if (!hadLeg && exten.read(block, AmiHeader.EXTEN) && exten.isLent() && Trunks.failed(status, cause)) {
            counters.increment(LinkCounters.Count.TRUNK_FAILED);
            status = DialStatus.BUSY;
            cause = Trunks.TOLD_CAUSE;
        }
        send(begin(offerId, callId, OfferStage.RETURNED).dialStatus(status).cause(cause));
    }

    /** One of several who were to ring together has a call already: he is not dialled. */
    void onTaken(long callId, AmiBlock block) {
        long offerId = block.number(AmiHeader.OFFER);
        int agentId =
                directory.agentAt(block.bytes(), block.offset(AmiHeader.ENDPOINT), block.length(AmiHeader.ENDPOINT));
        if (offerId <= 0 || agentId < 0) {
            counters.increment(LinkCounters.Count.UNKNOWN_NAME);
            return;
        }
        send(begin(OfferIds.beside(offerId, agentId), callId, OfferStage.LEG_ENDED)
                .cause(TAKEN_CAUSE));
    }

    /** The channel in that slot, an agent's leg, hung up. */
    void onLegEnded(int slot, short cause, AmiBlock block) {
        long offerId = channels.offerId(slot);
        long callId = channels.callId(slot);
        if (offerId == 0) {
            return;
        }
        short techCause = (short) Math.clamp(block.number(AmiHeader.TECH_CAUSE), 0, Short.MAX_VALUE);
        if (channels.isLent(slot)
                && !wasConnected(callId, offerId)
                && Trunks.failed(channels.isSilent(slot), cause, techCause)) {
            counters.increment(LinkCounters.Count.TRUNK_FAILED);
            send(begin(offerId, callId, OfferStage.LEG_ENDED).cause(Trunks.TOLD_CAUSE));
        } else {
            send(begin(offerId, callId, OfferStage.LEG_ENDED).cause(cause).techCause(techCause));
        }
    }

    private boolean wasConnected(long callId, long offerId) {
        int caller = channels.find(callId);
        return caller == ChannelDirectory.NONE || channels.isConnected(caller, offerId);
    }

    /** True if the offer had a leg. */
    private boolean forget(long callId, long offerId) {
        int caller = channels.find(callId);
        boolean dialled = caller != ChannelDirectory.NONE
                && channels.offerId(caller) != 0
                && OfferIds.areTogether(channels.offerId(caller), offerId);
        if (dialled) {
            channels.offer(caller, 0);
        }
        return dialled;
    }

    private int legOf(AmiBlock block) {
        int slot = channels.find(uniqueids.uniqueid(block, AmiHeader.DEST_UNIQUEID));
        return slot != ChannelDirectory.NONE && channels.isLeg(slot) && channels.offerId(slot) != 0
                ? slot
                : ChannelDirectory.NONE;
    }

    private static DialStatus status(AmiBlock block, AmiHeader header) {
        int index = block.oneOf(header, STATUSES);
        return index < 0 ? DialStatus.OTHER : STATUS_BY_INDEX[index];
    }

    private OfferProgressedEncoder begin(long offerId, long callId, OfferStage stage) {
        return commands.offerProgressed()
                .offerId(offerId)
                .callId(callId)
                .stage(stage)
                .dialStatus(DialStatus.NONE)
                .cause((short) 0)
                .techCause((short) 0);
    }

    private void send(OfferProgressedEncoder progress) {
        commands.send(progress.encodedLength());
    }
}
