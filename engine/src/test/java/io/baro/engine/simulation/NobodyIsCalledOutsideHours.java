package io.baro.engine.simulation;

import io.baro.engine.message.CallingHoursChangedDecoder;
import io.baro.engine.message.DialCallbackDecoder;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.message.PromisesChangedDecoder;
import io.baro.engine.message.ReservationChangedDecoder;
import io.baro.engine.message.ReservationState;
import io.baro.engine.routing.Router;
import org.agrona.DirectBuffer;

/** Routing 33 and 39: no callback stands in line or begins outside the calling hours, or while the journal cannot keep it. */
final class NobodyIsCalledOutsideHours implements Invariant {
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private boolean hours = true;
    private boolean promises = true;
    private String broken;

    /** Hears every command before it is applied. */
    void hear(DirectBuffer command) {
        header.wrap(command, 0);
        if (header.templateId() == CallingHoursChangedDecoder.TEMPLATE_ID) {
            hours = new CallingHoursChangedDecoder()
                            .wrapAndApplyHeader(command, 0, header)
                            .allowed()
                    != 0;
        } else if (header.templateId() == PromisesChangedDecoder.TEMPLATE_ID) {
            promises = new PromisesChangedDecoder()
                            .wrapAndApplyHeader(command, 0, header)
                            .allowed()
                    != 0;
        }
    }

    /** Hears every decision at the moment it is made. */
    void note(DirectBuffer buffer, int offset) {
        header.wrap(buffer, offset);
        boolean stands = header.templateId() == ReservationChangedDecoder.TEMPLATE_ID
                && new ReservationChangedDecoder()
                                .wrapAndApplyHeader(buffer, offset, header)
                                .state()
                        == ReservationState.WAITING;
        boolean begins = header.templateId() == DialCallbackDecoder.TEMPLATE_ID;
        if ((stands || begins) && !(hours && promises)) {
            broken = "a callback " + (stands ? "stands in line" : "begins") + " while nobody may be called";
        }
    }

    @Override
    public String violation(Router router) {
        return broken;
    }
}
