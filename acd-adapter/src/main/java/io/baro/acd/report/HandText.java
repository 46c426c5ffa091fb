package io.baro.acd.report;

import io.baro.engine.message.CallMovedDecoder;
import io.baro.engine.message.CallRankedDecoder;
import io.baro.engine.message.CallWithdrawnDecoder;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.message.ReservationMovedDecoder;
import org.agrona.DirectBuffer;

/** The fields of what somebody wants done by hand as SBE writes them, for {@link CommandText}. Stateless. */
final class HandText {
    private HandText() {}

    /** Appends nothing for any other command. */
    static void append(DirectBuffer buffer, int offset, MessageHeaderDecoder header, StringBuilder text) {
        switch (header.templateId()) {
            case CallRankedDecoder.TEMPLATE_ID ->
                new CallRankedDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .appendTo(text);
            case CallMovedDecoder.TEMPLATE_ID ->
                new CallMovedDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .appendTo(text);
            case CallWithdrawnDecoder.TEMPLATE_ID ->
                new CallWithdrawnDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .appendTo(text);
            case ReservationMovedDecoder.TEMPLATE_ID ->
                new ReservationMovedDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .appendTo(text);
            default -> {}
        }
    }
}
