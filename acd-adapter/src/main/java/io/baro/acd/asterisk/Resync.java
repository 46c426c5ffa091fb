package io.baro.acd.asterisk;

import io.baro.acd.ami.ActionId;
import io.baro.acd.ami.AmiBlock;
import io.baro.acd.ami.AmiEventKind;
import io.baro.acd.ami.AmiHeader;
import io.baro.acd.ami.AmiSession;
import io.baro.engine.message.CallSeenEncoder;
import io.baro.engine.message.SeenPhase;
import java.nio.charset.StandardCharsets;
import org.asteriskjava.manager.action.CoreShowChannelsAction;
import org.asteriskjava.manager.action.CoreStatusAction;
import org.asteriskjava.manager.action.ManagerAction;

/**
 * Compares the router with the PBX: first the PBX's start time, then the lists of channels and devices, told to the router item by item
 * between ResyncBegan and ResyncCompleted. Idempotent; a run that begins again voids the one before. The lists are asked for only after
 * ResyncBegan was sent, so that a call which is in neither arrived later. Runs on: event loop.
 */
final class Resync {

    /** Hears how a run ended. */
    interface Listener {
        void onResynced();

        /** A list was refused or lost items; the run must begin again. */
        void onIncomplete();
    }

    private enum State {
        IDLE,
        ASKING_STATUS,
        LISTING
    }

    private static final byte[] SUCCESS = PbxDirectory.ascii("Success");

    private static final int NOT_SAID = -1;

    private final int pbxId;
    private final ListedChannel channel;
    private final ChannelDirectory channels;
    private final EndedChannels ended;
    private final Callers callers;
    private final Commands commands;
    private final EventTranslator events;
    private final LinkCounters counters;
    private final Listener listener;
    private State state = State.IDLE;
    private String startOfPbx = "";
    private long run;
    private long channelItems;
    private long deviceItems;
    private boolean channelsDone;
    private boolean devicesDone;

    Resync(
            int pbxId,
            ListedChannel channel,
            ChannelDirectory channels,
            EndedChannels ended,
            Callers callers,
            Commands commands,
            EventTranslator events,
            LinkCounters counters,
            Listener listener) {
        this.pbxId = pbxId;
        this.channel = channel;
        this.channels = channels;
        this.ended = ended;
        this.callers = callers;
        this.commands = commands;
        this.events = events;
        this.counters = counters;
        this.listener = listener;
    }

    /** Begins a run on the action session. */
    void begin(AmiSession session, ActionId actionId) {
        run++;
        state = State.ASKING_STATUS;
        counters.increment(LinkCounters.Count.RESYNCS);
        ask(session, new CoreStatusAction(), actionId.text(ActionKind.CORE_STATUS, run, 0));
    }

    /** The sessions are gone. */
    void abort() {
        state = State.IDLE;
        ended.end();
    }

    boolean isRunning() {
        return state != State.IDLE;
    }

    /** A response whose ActionID was read. */
    void onResponse(AmiSession session, AmiBlock block, ActionId actionId) {
        if (actionId.first() != run || !isRunning()) {
            return;
        }
        boolean success = block.is(AmiHeader.RESPONSE, SUCCESS);
        if (!success) {
            counters.increment(LinkCounters.Count.ACTIONS_FAILED);
            incomplete();
        } else if (actionId.kind() == ActionKind.CORE_STATUS && state == State.ASKING_STATUS) {
            onStatus(session, block, actionId);
        }
    }

    private void onStatus(AmiSession session, AmiBlock block, ActionId actionId) {
        String start = text(block, AmiHeader.CORE_STARTUP_DATE) + " " + text(block, AmiHeader.CORE_STARTUP_TIME);
        boolean restarted = !startOfPbx.isEmpty() && !startOfPbx.equals(start);
        startOfPbx = start;
        if (restarted) {
            channels.clear();
        }
        channels.expectAll();
        ended.begin();
        channelItems = 0;
        deviceItems = 0;
        channelsDone = false;
        devicesDone = false;
        state = State.LISTING;
        commands.resyncBegan(pbxId, restarted);
        ask(session, new CoreShowChannelsAction(), actionId.text(ActionKind.CHANNELS, run, 0));
        ask(session, new DeviceStateListAction(), actionId.text(ActionKind.DEVICES, run, 0));
    }

    /** An event of a list, whose ActionID was read. */
    void onItem(AmiBlock block, ActionId actionId) {
        if (actionId.first() != run || state != State.LISTING) {
            return;
        }
        switch (block.kind()) {
            case CORE_SHOW_CHANNEL -> onChannel(block);
            case DEVICE_STATE_CHANGE -> {
                deviceItems++;
                events.onDeviceState(block);
            }
            case CORE_SHOW_CHANNELS_COMPLETE -> {
                channelsDone = true;
                onComplete(block, channelItems);
            }
            case DEVICE_STATE_LIST_COMPLETE -> {
                devicesDone = true;
                onComplete(block, deviceItems);
            }
            default -> {}
        }
    }

    private void onChannel(AmiBlock block) {
        channelItems++;
        if (block.repeatsKnownHeader()) {
            counters.increment(LinkCounters.Count.TAMPERED);
            return;
        }
        if (!channel.read(block) || ended.contains(channel.channelId())) {
            return;
        }
        byte[] bytes = block.bytes();
        int from = block.offset(AmiHeader.CHANNEL);
        int length = block.length(AmiHeader.CHANNEL);
        if (!channel.isCaller()) {
            int leg = channels.leg(channel.channelId(), channel.callId(), bytes, from, length);
            if (leg != ChannelDirectory.NONE) {
                channels.listed(leg, channel.legAgentId(block), channel.isBridged());
            }
        } else if (channel.isPlaced()) {
            adopt(channels.isNew(channel.channelId()), channels.caller(channel.channelId(), bytes, from, length));
            callSeen(block);
        }
    }

    // What an event said of the caller since the run began may be newer than the list.
    private void adopt(boolean unheard, int slot) {
        if (slot != ChannelDirectory.NONE && (unheard || channel.offerId() != 0)) {
            channels.offer(slot, channel.offerId(), channel.isLent());
            channels.rings(slot, channel.isSeveral());
        }
    }

    private void callSeen(AmiBlock block) {
        long callerKey = callers.keyOf(block, AmiHeader.CALLER_ID_NUM);
        CallSeenEncoder seen = commands.callSeen();
        seen.callId(channel.callId())
                .callerKey(callerKey)
                .phase(channel.phase())
                .callerAge(callers.ageOf(callerKey))
                .queueId(channel.queueId())
                .offerId(channel.isSeveral() ? 0 : channel.offerId())
                .agentId(channel.agentId())
                .waitedMillis(ListedChannel.durationMillis(block));
        commands.send(seen.encodedLength());
    }

    /** Phones that ring together are told one by one, when all callers are told: who knows the caller, knows the call. */
    private void legsSeen() {
        for (int slot = 0; slot < channels.capacity(); slot++) {
            if (channels.isListedOfSeveral(slot)) {
                CallSeenEncoder seen = commands.callSeen();
                seen.callId(channels.callId(slot))
                        .callerKey(0)
                        .phase(channels.isBridged(slot) ? SeenPhase.TALKING : SeenPhase.OFFERED)
                        .callerAge((short) NOT_SAID)
                        .queueId(NOT_SAID)
                        .offerId(channels.offerId(slot))
                        .agentId(channels.agentId(slot))
                        .waitedMillis(0);
                commands.send(seen.encodedLength());
            }
        }
    }

    private void onComplete(AmiBlock block, long items) {
        if (block.number(AmiHeader.LIST_ITEMS) != items) {
            incomplete();
        } else if (channelsDone && devicesDone) {
            channels.sweep();
            legsSeen();
            abort();
            commands.resyncCompleted(pbxId);
            listener.onResynced();
        }
    }

    private void incomplete() {
        counters.increment(LinkCounters.Count.RESYNCS_INCOMPLETE);
        abort();
        listener.onIncomplete();
    }

    private static void ask(AmiSession session, ManagerAction action, String actionId) {
        action.setActionId(actionId);
        session.add(action);
    }

    private static String text(AmiBlock block, AmiHeader header) {
        return new String(block.bytes(), block.offset(header), block.length(header), StandardCharsets.US_ASCII);
    }

    /** True for a kind of action that a run asks. */
    static boolean asks(byte actionKind) {
        return actionKind == ActionKind.CORE_STATUS
                || actionKind == ActionKind.CHANNELS
                || actionKind == ActionKind.DEVICES;
    }

    /** True for an event that is part of a list. */
    static boolean isItem(AmiEventKind kind) {
        return kind != AmiEventKind.RESPONSE && kind != AmiEventKind.MALFORMED;
    }
}
