package io.baro.acd.asterisk;

import io.baro.acd.ami.AmiBlock;
import io.baro.acd.ami.AmiHeader;
import io.baro.acd.ami.AsciiNames;
import io.baro.engine.callcenter.CallIds;
import io.baro.engine.message.CallbackStage;
import io.baro.engine.message.DialStatus;

/**
 * What our dialplan says of the customer's side of a callback. It speaks from channels that are not the call's own: only calls that
 * the router makes itself are believed, which no caller can be. Never allocates. Runs on: event loop.
 */
final class CallbackEvents {
    private static final AsciiNames STATUSES =
            new AsciiNames("ANSWER", "NOANSWER", "BUSY", "CANCEL", "CONGESTION", "CHANUNAVAIL", "DIALLED", "MACHINE");
    private static final DialStatus[] STATUS_BY_INDEX = {
        DialStatus.ANSWER,
        DialStatus.NOANSWER,
        DialStatus.BUSY,
        DialStatus.CANCEL,
        DialStatus.CONGESTION,
        DialStatus.CHANUNAVAIL,
        // The PBX went down while his phone rang: he was called, and did not answer.
        DialStatus.NOANSWER,
        // Somebody else's voice: the customer did not answer.
        DialStatus.NOANSWER
    };
    private static final int MOST_ATTEMPTS = 254;

    private final Uniqueids uniqueids;
    private final Commands commands;
    private final LinkCounters counters;

    CallbackEvents(Uniqueids uniqueids, Commands commands, LinkCounters counters) {
        this.uniqueids = uniqueids;
        this.commands = commands;
        this.counters = counters;
    }

    void onReached(AmiBlock block) {
        tell(block, CallbackStage.REACHED, DialStatus.NONE, (short) 0);
    }

    void onEnded(AmiBlock block) {
        int index = block.oneOf(AmiHeader.STATUS, STATUSES);
        DialStatus status = index < 0 ? DialStatus.OTHER : STATUS_BY_INDEX[index];
        tell(block, CallbackStage.ENDED, status, CallEvents.causeOf(block));
    }

    private void tell(AmiBlock block, CallbackStage stage, DialStatus status, short cause) {
        long callId = uniqueids.call(block, AmiHeader.CALL);
        long attempt = block.number(AmiHeader.ATTEMPT);
        if (callId == Uniqueids.NONE || !CallIds.isCallback(callId) || attempt < 1 || attempt > MOST_ATTEMPTS) {
            counters.increment(LinkCounters.Count.TAMPERED);
            return;
        }
        commands.callbackProgressed(callId, stage, status, (short) attempt, cause);
    }
}
