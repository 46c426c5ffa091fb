package io.baro.acd.report;

import io.baro.engine.callcenter.CallIds;
import io.baro.engine.message.CallArrivedDecoder;
import io.baro.engine.message.CallWaitingDecoder;
import io.baro.engine.message.MessageHeaderDecoder;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.collections.Long2ObjectHashMap;
import org.agrona.collections.LongHashSet;

/** Owns when each caller came, counted from commands: each call once. Keys of numbers stay in here. One thread. */
final class ContactNotes {
    private final Long2ObjectHashMap<List<Long>> timesOf = new Long2ObjectHashMap<>();
    private final LongHashSet seen = new LongHashSet();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final CallArrivedDecoder arrived = new CallArrivedDecoder();
    private final CallWaitingDecoder waiting = new CallWaitingDecoder();

    void take(long timeMillis, DirectBuffer buffer, int offset) {
        header.wrap(buffer, offset);
        if (header.templateId() == CallArrivedDecoder.TEMPLATE_ID) {
            arrived.wrapAndApplyHeader(buffer, offset, header);
            note(arrived.callId(), arrived.callerKey(), timeMillis);
        } else if (header.templateId() == CallWaitingDecoder.TEMPLATE_ID) {
            waiting.wrapAndApplyHeader(buffer, offset, header);
            note(waiting.callId(), waiting.callerKey(), timeMillis);
        }
    }

    /** Contacts of that caller within the window up to now, this one included. */
    long within(long callerKey, long windowMillis, long nowMillis) {
        List<Long> times = timesOf.get(callerKey);
        return times == null
                ? 0
                : times.stream().filter(at -> nowMillis - at < windowMillis).count();
    }

    private void note(long callId, long callerKey, long timeMillis) {
        if (callerKey != 0 && !CallIds.isCallback(callId) && seen.add(callId)) {
            timesOf.computeIfAbsent(callerKey, _ -> new ArrayList<>(2)).add(timeMillis);
        }
    }
}
