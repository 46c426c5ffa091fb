package io.baro.acd.asterisk;

import io.baro.acd.ami.AmiBlock;
import io.baro.acd.ami.AmiEventKind;
import io.baro.acd.ami.AmiHeader;
import io.baro.acd.ami.AsciiNames;
import io.baro.engine.message.DeviceState;

/**
 * Turns events of one PBX into commands. Owns the judgement whether a block is genuine; what calls and offers mean is said in
 * {@link CallEvents} and {@link OfferEvents}. Never allocates, never decides. Runs on: event loop.
 */
final class EventTranslator {
    private static final byte[] HEARTBEAT_VARIABLE = PbxDirectory.ascii(Heartbeat.VARIABLE);
    private static final byte[] PJSIP = PbxDirectory.ascii("PJSIP/");
    private static final AsciiNames DEVICE_STATES = new AsciiNames(
            "NOT_INUSE", "INUSE", "BUSY", "RINGING", "RINGINUSE", "ONHOLD", "UNAVAILABLE", "INVALID", "UNKNOWN");
    private static final int NOT_IN_USE = 0;
    private static final int LAST_IN_USE = 5;
    private static final int LAST_UNAVAILABLE = 7;

    /** Hears what concerns the link itself. */
    interface LinkEvents {
        void onHeartbeatEcho(AmiBlock block);

        void onShutdown();

        void onBooted();

        /** An event without a meaning of ours, for the slow lane. */
        void onLongTail(AmiBlock block);
    }

    private final byte[] systemName;
    private final PbxDirectory directory;
    private final Commands commands;
    private final CallEvents calls;
    private final OfferEvents offers;
    private final LinkEvents link;
    private final LinkCounters counters;

    EventTranslator(
            String systemName,
            PbxDirectory directory,
            Commands commands,
            CallEvents calls,
            OfferEvents offers,
            LinkEvents link,
            LinkCounters counters) {
        this.systemName = PbxDirectory.ascii(systemName);
        this.directory = directory;
        this.commands = commands;
        this.calls = calls;
        this.offers = offers;
        this.link = link;
        this.counters = counters;
    }

    /** Translates a block of the event session that was read at that {@link System#nanoTime()}. */
    void onBlock(AmiBlock block, long readNanos) {
        AmiEventKind kind = block.kind();
        counters.wire().saw(kind);
        if (kind == AmiEventKind.RESPONSE) {
            return;
        }
        if (kind == AmiEventKind.MALFORMED) {
            counters.increment(LinkCounters.Count.MALFORMED);
        } else if (!block.is(AmiHeader.SYSTEM_NAME, systemName)) {
            counters.increment(LinkCounters.Count.FORGED);
        } else if (kind == AmiEventKind.OTHER) {
            link.onLongTail(block);
        } else if (block.repeatsKnownHeader() || isCutShort(kind, block)) {
            counters.increment(LinkCounters.Count.TAMPERED);
        } else {
            commands.causedBy(readNanos);
            onGenuine(kind, block);
        }
    }

    // Forged bytes end the genuine block that carries them, before the Uniqueid of the channel.
    private static boolean isCutShort(AmiEventKind kind, AmiBlock block) {
        boolean ofOneChannel =
                kind == AmiEventKind.NEW_CHANNEL || kind == AmiEventKind.HANGUP || kind == AmiEventKind.BRIDGE_ENTER;
        return ofOneChannel && !block.has(AmiHeader.UNIQUEID);
    }

    private void onGenuine(AmiEventKind kind, AmiBlock block) {
        switch (kind) {
            case USER_EVENT -> calls.onUserEvent(block);
            case HANGUP -> calls.onHangup(block);
            case RENAME -> calls.onRename(block);
            case DIAL_BEGIN -> offers.onDialBegin(block);
            case DIAL_STATE -> offers.onDialState(block);
            case DIAL_END -> offers.onDialEnd(block);
            case BRIDGE_ENTER -> offers.onBridgeEnter(block);
            case DEVICE_STATE_CHANGE -> onDeviceState(block);
            case VAR_SET -> onVarSet(block);
            case FULLY_BOOTED -> link.onBooted();
            case SHUTDOWN -> link.onShutdown();
            default -> {}
        }
    }

    /** A device's state, as an event or as an item of a list. */
    void onDeviceState(AmiBlock block) {
        if (!block.startsWith(AmiHeader.DEVICE, PJSIP)) {
            return;
        }
        int agentId = directory.agentAt(
                block.bytes(),
                block.offset(AmiHeader.DEVICE) + PJSIP.length,
                block.length(AmiHeader.DEVICE) - PJSIP.length);
        if (agentId >= 0) {
            commands.agentDeviceChanged(agentId, device(block.oneOf(AmiHeader.STATE, DEVICE_STATES)));
        }
    }

    private static DeviceState device(int state) {
        if (state == NOT_IN_USE) {
            return DeviceState.IDLE;
        }
        if (state > NOT_IN_USE && state <= LAST_IN_USE) {
            return DeviceState.IN_USE;
        }
        return state > LAST_IN_USE && state <= LAST_UNAVAILABLE ? DeviceState.UNAVAILABLE : DeviceState.UNKNOWN;
    }

    private void onVarSet(AmiBlock block) {
        if (block.is(AmiHeader.VARIABLE, HEARTBEAT_VARIABLE)) {
            link.onHeartbeatEcho(block);
        }
    }
}
