package io.baro.acd.care;

import io.baro.acd.config.CommandOffer;
import io.baro.engine.message.CareCallAskedEncoder;
import io.baro.engine.message.MessageHeaderEncoder;
import io.baro.engine.message.ReservationWithdrawnEncoder;
import io.baro.engine.port.Actor;
import io.baro.engine.port.Ingress;

/** Tells the router whom the centre wants to call, and whom no more. Owned by the watch's thread. */
public final class CareCommands {
    private final CommandOffer offer;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final CareCallAskedEncoder asked = new CareCallAskedEncoder();
    private final ReservationWithdrawnEncoder withdrawn = new ReservationWithdrawnEncoder();

    public CareCommands(Ingress ingress) {
        offer = new CommandOffer(ingress);
    }

    void ask(CareCall call) {
        CareCall.Terms terms = call.terms();
        asked.wrapAndApplyHeader(offer.buffer(), 0, header)
                .reservationId(call.reservationId())
                .callerKey(call.callerKey())
                .queueId(terms.queueId())
                .fromMillis(terms.fromMillis())
                .untilMillis(terms.untilMillis())
                .boostMillis(-terms.behindMillis())
                .putActor(Actor.NOBODY.bytes(), 0, Actor.BYTES);
        int number = MessageHeaderEncoder.ENCODED_LENGTH + CareCallAskedEncoder.numberEncodingOffset();
        offer.buffer().putBytes(number, call.sealedNumber(), 0, CareCallAskedEncoder.numberLength());
        offer.sendMessage(asked.encodedLength());
    }

    void withdraw(long reservationId) {
        withdrawn
                .wrapAndApplyHeader(offer.buffer(), 0, header)
                .reservationId(reservationId)
                .putActor(Actor.NOBODY.bytes(), 0, Actor.BYTES);
        offer.sendMessage(withdrawn.encodedLength());
    }
}
