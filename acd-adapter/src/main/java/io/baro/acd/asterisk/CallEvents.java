package io.baro.acd.asterisk;

import io.baro.acd.ami.AmiBlock;
import io.baro.acd.ami.AmiHeader;
import io.baro.acd.ami.AsciiNames;
import io.baro.acd.ami.Decimal;
import io.baro.engine.message.CallArrivedEncoder;
import io.baro.engine.message.CallWaitingEncoder;

/**
 * What our dialplan says about callers and agents, and the end of channels. Never trusts a {@code Call} that is not its channel's
 * own. Never allocates, but for sealing the number of a reservation. Runs on: event loop.
 */
final class CallEvents {
    private static final AsciiNames EVENTS = new AsciiNames(
            "AcdArrived",
            "AcdWaiting",
            "AcdDialResult",
            "AcdAgent",
            "AcdCallbackYes",
            "AcdCallbackNo",
            "AcdFallback",
            "AcdTaken",
            "AcdReached",
            "AcdCalledBack");
    private static final int ARRIVED = 0;
    private static final int WAITING = 1;
    private static final int DIAL_RESULT = 2;
    private static final int AGENT = 3;
    private static final int CALLBACK_YES = 4;
    private static final int CALLBACK_NO = 5;
    private static final int FALLBACK = 6;
    private static final int TAKEN = 7;
    private static final int REACHED = 8;
    private static final int CALLED_BACK = 9;
    private static final AsciiNames AGENT_STATES = new AsciiNames("login", "logout", "pause", "ready");
    private static final long MILLIS_PER_SECOND = 1000;
    private static final int MAX_CAUSE = 255;

    private final PbxDirectory directory;
    private final Uniqueids uniqueids;
    private final ChannelDirectory channels;
    private final Callers callers;
    private final Commands commands;
    private final OfferEvents offers;
    private final EndedChannels ended;
    private final CallbackWish wish;
    private final CallbackEvents callbacks;
    private final LinkCounters counters;

    CallEvents(
            PbxDirectory directory,
            Uniqueids uniqueids,
            ChannelDirectory channels,
            Callers callers,
            CallbackTerms terms,
            Commands commands,
            OfferEvents offers,
            EndedChannels ended,
            LinkCounters counters) {
        this.directory = directory;
        this.uniqueids = uniqueids;
        this.channels = channels;
        this.callers = callers;
        this.commands = commands;
        this.offers = offers;
        this.ended = ended;
        wish = new CallbackWish(callers, terms, commands);
        callbacks = new CallbackEvents(uniqueids, commands, counters);
        this.counters = counters;
    }

    void onUserEvent(AmiBlock block) {
        int event = block.oneOf(AmiHeader.USER_EVENT, EVENTS);
        if (event == AGENT) {
            onAgent(block);
        } else if (event == REACHED) {
            callbacks.onReached(block);
        } else if (event == CALLED_BACK) {
            knowFarHalf(block);
            callbacks.onEnded(block);
        } else if (event >= 0) {
            long callId = uniqueids.uniqueid(block, AmiHeader.UNIQUEID);
            if (callId == Uniqueids.NONE || callId != uniqueids.call(block, AmiHeader.CALL)) {
                counters.increment(LinkCounters.Count.TAMPERED);
                return;
            }
            channels.caller(callId, block.bytes(), block.offset(AmiHeader.CHANNEL), block.length(AmiHeader.CHANNEL));
            onCallEvent(event, callId, block);
        }
    }

    /** The far half of a callback that is only told again rings nobody: this is all that is heard of it before its end. */
    private void knowFarHalf(AmiBlock block) {
        long channelId = uniqueids.uniqueid(block, AmiHeader.UNIQUEID);
        if (channelId != Uniqueids.NONE && channelId == uniqueids.call(block, AmiHeader.CALL)) {
            channels.caller(channelId, block.bytes(), block.offset(AmiHeader.CHANNEL), block.length(AmiHeader.CHANNEL));
        }
    }

    private void onCallEvent(int event, long callId, AmiBlock block) {
        switch (event) {
            case ARRIVED -> onArrived(callId, block);
            case WAITING -> onWaiting(callId, block);
            case DIAL_RESULT -> offers.onDialResult(callId, block);
            case CALLBACK_YES -> wish.accepted(callId, block);
            case CALLBACK_NO -> commands.callbackDeclined(callId);
            case TAKEN -> offers.onTaken(callId, block);
            case FALLBACK -> commands.callFailedOver(callId);
            default -> throw new IllegalStateException("user event without a meaning: " + event);
        }
    }

    private void onArrived(long callId, AmiBlock block) {
        long callerKey = callers.keyOf(block, AmiHeader.NUM);
        CallArrivedEncoder arrived = commands.callArrived();
        arrived.callId(callId)
                .callerKey(callerKey)
                .callerAge(callers.ageOf(callerKey))
                .queueId(directory.entryQueue(block, AmiHeader.DNIS))
                .dedicatedAgentId(callers.agentOf(callerKey))
                .teamQueueId(directory.queueOfKind(callers.teamOf(callerKey)));
        commands.send(arrived.encodedLength());
    }

    private void onWaiting(long callId, AmiBlock block) {
        int queueId = directory.queueNamed(block.bytes(), block.offset(AmiHeader.QUEUE), block.length(AmiHeader.QUEUE));
        if (queueId < 0) {
            counters.increment(LinkCounters.Count.UNKNOWN_NAME);
            return;
        }
        long callerKey = callers.keyOf(block, AmiHeader.NUM);
        CallWaitingEncoder waiting = commands.callWaiting();
        waiting.callId(callId)
                .callerKey(callerKey)
                .callerAge(callers.ageOf(callerKey))
                .queueId(queueId)
                .waitedMillis(Math.max(0, block.number(AmiHeader.WAITED)) * MILLIS_PER_SECOND)
                .dedicatedAgentId(callers.agentOf(callerKey))
                .teamQueueId(directory.queueOfKind(callers.teamOf(callerKey)));
        commands.send(waiting.encodedLength());
    }

    private void onAgent(AmiBlock block) {
        int agentId =
                directory.agentAt(block.bytes(), block.offset(AmiHeader.ENDPOINT), block.length(AmiHeader.ENDPOINT));
        int state = block.oneOf(AmiHeader.STATE, AGENT_STATES);
        if (agentId < 0 || state < 0) {
            counters.increment(LinkCounters.Count.UNKNOWN_NAME);
            return;
        }
        switch (state) {
            case 0 -> commands.agentLoggedIn(agentId);
            case 1 -> commands.agentLoggedOut(agentId);
            case 2 -> commands.agentPaused(agentId, reasonOf(block));
            default -> commands.agentReadied(agentId);
        }
    }

    private static int reasonOf(AmiBlock block) {
        return Math.clamp(block.number(AmiHeader.REASON), 0, Integer.MAX_VALUE);
    }

    void onHangup(AmiBlock block) {
        long channelId = uniqueids.uniqueid(block, AmiHeader.UNIQUEID);
        int slot = channels.find(channelId);
        ended.add(channelId);
        if (slot == ChannelDirectory.NONE) {
            return;
        }
        short cause = causeOf(block);
        if (channels.isLeg(slot)) {
            offers.onLegEnded(slot, cause, block);
        } else {
            commands.callHungUp(channelId, cause);
        }
        channels.remove(slot);
    }

    void onRename(AmiBlock block) {
        channels.rename(
                uniqueids.uniqueid(block, AmiHeader.UNIQUEID),
                block.bytes(),
                block.offset(AmiHeader.NEW_NAME),
                block.length(AmiHeader.NEW_NAME));
    }

    /** Q.850 cause; 0 if there is none. */
    static short causeOf(AmiBlock block) {
        int from = block.offset(AmiHeader.CAUSE);
        return (short)
                Math.clamp(Decimal.parse(block.bytes(), from, from + block.length(AmiHeader.CAUSE)), 0, MAX_CAUSE);
    }
}
