package io.baro.acd.report;

import io.baro.engine.message.CallbackPolicyDefinedDecoder;
import io.baro.engine.message.CallbackProgressedDecoder;
import io.baro.engine.message.CallingHoursChangedDecoder;
import io.baro.engine.message.CareCallAskedDecoder;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.message.ReservationCarriedDecoder;
import io.baro.engine.message.ReservationWithdrawnDecoder;
import org.agrona.DirectBuffer;

/** The fields of a command about reservations, or done by hand, as SBE writes them, for {@link CommandText}. Stateless. */
final class ReservationText {
    private ReservationText() {}

    /** Appends nothing for any other command. */
    static void append(DirectBuffer buffer, int offset, MessageHeaderDecoder header, StringBuilder text) {
        switch (header.templateId()) {
            case CallbackPolicyDefinedDecoder.TEMPLATE_ID ->
                new CallbackPolicyDefinedDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .appendTo(text);
            case CallingHoursChangedDecoder.TEMPLATE_ID ->
                new CallingHoursChangedDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .appendTo(text);
            case CareCallAskedDecoder.TEMPLATE_ID ->
                new CareCallAskedDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .appendTo(text);
            case ReservationCarriedDecoder.TEMPLATE_ID ->
                new ReservationCarriedDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .appendTo(text);
            case ReservationWithdrawnDecoder.TEMPLATE_ID ->
                new ReservationWithdrawnDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .appendTo(text);
            case CallbackProgressedDecoder.TEMPLATE_ID ->
                new CallbackProgressedDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .appendTo(text);
            default -> HandText.append(buffer, offset, header, text);
        }
    }
}
