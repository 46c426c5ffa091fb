package io.baro.acd.records;

import io.baro.acd.customer.CallerKeys;
import io.baro.engine.message.CallArrivedDecoder;
import io.baro.engine.message.CallMovedDecoder;
import io.baro.engine.message.CallSeenDecoder;
import io.baro.engine.message.CallWaitingDecoder;
import io.baro.engine.message.CallbackAcceptedDecoder;
import io.baro.engine.message.MessageHeaderDecoder;
import org.agrona.DirectBuffer;

/**
 * The command that is being decided, for what its decisions do not repeat: who called, and the sealed number. Never opens it. One
 * thread.
 */
final class CommandAtHand {
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final CallArrivedDecoder arrived = new CallArrivedDecoder();
    private final CallWaitingDecoder waiting = new CallWaitingDecoder();
    private final CallSeenDecoder seen = new CallSeenDecoder();
    private final CallbackAcceptedDecoder accepted = new CallbackAcceptedDecoder();
    private final CallMovedDecoder moved = new CallMovedDecoder();
    private DirectBuffer buffer;
    private int offset;
    private long sequence;
    private int part;

    void wrap(long newSequence, DirectBuffer newBuffer, int newOffset) {
        sequence = newSequence;
        buffer = newBuffer;
        offset = newOffset;
        part = 0;
    }

    long sequence() {
        return sequence;
    }

    /** Which of the command's decisions it is, from 0; the next one's is asked next. */
    int nextPart() {
        return part++;
    }

    /** Keyed hash of the number of the caller of that call; null when withheld, or when the command is about another call. */
    Long callerKey(long callId) {
        header.wrap(buffer, offset);
        long key = switch (header.templateId()) {
            case CallArrivedDecoder.TEMPLATE_ID -> {
                arrived.wrapAndApplyHeader(buffer, offset, header);
                yield arrived.callId() == callId ? arrived.callerKey() : CallerKeys.WITHHELD;
            }
            case CallWaitingDecoder.TEMPLATE_ID -> {
                waiting.wrapAndApplyHeader(buffer, offset, header);
                yield waiting.callId() == callId ? waiting.callerKey() : CallerKeys.WITHHELD;
            }
            case CallSeenDecoder.TEMPLATE_ID -> {
                seen.wrapAndApplyHeader(buffer, offset, header);
                yield seen.callId() == callId ? seen.callerKey() : CallerKeys.WITHHELD;
            }
            case CallbackAcceptedDecoder.TEMPLATE_ID -> {
                accepted.wrapAndApplyHeader(buffer, offset, header);
                yield accepted.callId() == callId ? accepted.callerKey() : CallerKeys.WITHHELD;
            }
            default -> CallerKeys.WITHHELD;
        };
        return key == CallerKeys.WITHHELD ? null : key;
    }

    /** Whether somebody wants that call in that queue, by hand. */
    boolean moves(long callId, int queueId) {
        header.wrap(buffer, offset);
        return header.templateId() == CallMovedDecoder.TEMPLATE_ID
                && moved.wrapAndApplyHeader(buffer, offset, header).callId() == callId
                && moved.queueId() == queueId;
    }

    /** The sealed number of the callback that was accepted; null when the command is another. */
    byte[] sealedNumber(long callId) {
        header.wrap(buffer, offset);
        if (header.templateId() != CallbackAcceptedDecoder.TEMPLATE_ID
                || accepted.wrapAndApplyHeader(buffer, offset, header).callId() != callId) {
            return null;
        }
        byte[] sealed = new byte[CallbackAcceptedDecoder.numberLength()];
        for (int i = 0; i < sealed.length; i++) {
            sealed[i] = (byte) accepted.number(i);
        }
        return sealed;
    }
}
