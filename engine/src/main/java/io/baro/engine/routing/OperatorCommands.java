package io.baro.engine.routing;

import io.baro.engine.callcenter.Call;
import io.baro.engine.callcenter.CallCenter;
import io.baro.engine.message.CallMovedDecoder;
import io.baro.engine.message.CallRankedDecoder;
import io.baro.engine.message.CallWithdrawnDecoder;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.message.RefusalReason;
import org.agrona.DirectBuffer;

/**
 * Decodes what somebody wants done to a call by hand and finds the call, for {@link OperatorFlow}. Each is obeyed or refused with the
 * call as its subject. Runs on: routing thread.
 */
final class OperatorCommands {
    private final CallCenter center;
    private final Decisions decisions;
    private final OperatorFlow flow;
    private final CallRankedDecoder ranked = new CallRankedDecoder();
    private final CallMovedDecoder moved = new CallMovedDecoder();
    private final CallWithdrawnDecoder withdrawn = new CallWithdrawnDecoder();

    OperatorCommands(Router.Parts parts, Router.Flows flows) {
        center = parts.center();
        decisions = parts.decisions();
        flow = flows.operator();
    }

    void apply(MessageHeaderDecoder header, DirectBuffer buffer, int offset, long nowMillis) {
        int length = header.blockLength();
        int version = header.version();
        switch (header.templateId()) {
            case CallRankedDecoder.TEMPLATE_ID -> ranked(ranked.wrap(buffer, offset, length, version));
            case CallMovedDecoder.TEMPLATE_ID -> moved(moved.wrap(buffer, offset, length, version), nowMillis);
            case CallWithdrawnDecoder.TEMPLATE_ID ->
                withdrawn(withdrawn.wrap(buffer, offset, length, version), nowMillis);
            default -> throw new IllegalStateException("nothing done by hand: " + header.templateId());
        }
    }

    private void ranked(CallRankedDecoder command) {
        Call call = center.call(command.callId());
        RefusalReason refusal = call == null ? RefusalReason.UNKNOWN_CALL : flow.rank(call, command.boostMillis());
        tell(refusal, CallRankedDecoder.TEMPLATE_ID, command.callId());
    }

    private void moved(CallMovedDecoder command, long nowMillis) {
        Call call = center.call(command.callId());
        RefusalReason refusal =
                call == null ? RefusalReason.UNKNOWN_CALL : flow.move(call, command.queueId(), nowMillis);
        tell(refusal, CallMovedDecoder.TEMPLATE_ID, command.callId());
    }

    private void withdrawn(CallWithdrawnDecoder command, long nowMillis) {
        Call call = center.call(command.callId());
        RefusalReason refusal = call == null ? RefusalReason.UNKNOWN_CALL : flow.withdraw(call, nowMillis);
        tell(refusal, CallWithdrawnDecoder.TEMPLATE_ID, command.callId());
    }

    private void tell(RefusalReason refusal, int templateId, long callId) {
        if (refusal != null) {
            decisions.commandRefused(refusal, templateId, callId);
        }
    }
}
