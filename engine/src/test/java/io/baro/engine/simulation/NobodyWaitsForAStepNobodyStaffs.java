package io.baro.engine.simulation;

import io.baro.engine.callcenter.Call;
import io.baro.engine.callcenter.CallCenter;
import io.baro.engine.callcenter.CallQueue;
import io.baro.engine.callcenter.CallState;
import io.baro.engine.message.CallWaitingDecoder;
import io.baro.engine.message.MessageHeaderDecoder;
import org.agrona.DirectBuffer;

/** Routing 14: after his turn of the loop nobody waits on a step without staff below one that has some. */
final class NobodyWaitsForAStepNobodyStaffs {
    private NobodyWaitsForAStepNobodyStaffs() {}

    static String violation(CallCenter center, DirectBuffer command) {
        MessageHeaderDecoder header = new MessageHeaderDecoder().wrap(command, 0);
        if (header.templateId() != CallWaitingDecoder.TEMPLATE_ID) {
            return null;
        }
        long callId =
                new CallWaitingDecoder().wrapAndApplyHeader(command, 0, header).callId();
        Call call = center.call(callId);
        if (call == null
                || call.state != CallState.WAITING
                || call.keptFor != null
                || call.onStep().staffed() > 0) {
            return null;
        }
        CallQueue queue = call.queue;
        for (int step = call.step + 1; step < queue.stepCount(); step++) {
            if (queue.step(step).staffed() > 0) {
                return "call " + callId + " waits on step " + call.step + ", step " + step + " has staff";
            }
        }
        return null;
    }
}
