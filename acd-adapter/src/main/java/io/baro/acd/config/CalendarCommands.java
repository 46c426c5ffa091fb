package io.baro.acd.config;

import io.baro.acd.hours.QueueCalendar;
import io.baro.engine.message.DayBeganEncoder;
import io.baro.engine.message.MessageHeaderEncoder;
import io.baro.engine.message.QueueClosedEncoder;
import io.baro.engine.message.QueueOpenedEncoder;
import io.baro.engine.port.Actor;
import io.baro.engine.port.Ingress;

/** Tells the router what the calendar says. Owned by the one thread that ticks. */
public final class CalendarCommands implements QueueCalendar.Announcements {
    private final CommandOffer offer;
    private final DeskCommands desk;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final QueueOpenedEncoder opened = new QueueOpenedEncoder();
    private final QueueClosedEncoder closed = new QueueClosedEncoder();
    private final DayBeganEncoder dayBegan = new DayBeganEncoder();

    public CalendarCommands(Ingress ingress) {
        offer = new CommandOffer(ingress);
        desk = new DeskCommands(offer);
    }

    @Override
    public void opened(int queueId, long closesAtMillis) {
        opened.wrapAndApplyHeader(offer.buffer(), 0, header)
                .queueId(queueId)
                .closesAtMillis(closesAtMillis)
                .putActor(Actor.NOBODY.bytes(), 0, Actor.BYTES);
        offer.sendMessage(opened.encodedLength());
    }

    @Override
    public void closed(int queueId) {
        closed.wrapAndApplyHeader(offer.buffer(), 0, header)
                .queueId(queueId)
                .putActor(Actor.NOBODY.bytes(), 0, Actor.BYTES);
        offer.sendMessage(closed.encodedLength());
    }

    @Override
    public void callingHours(boolean open) {
        desk.callingHours(open);
    }

    @Override
    public void dayBegan() {
        dayBegan.wrapAndApplyHeader(offer.buffer(), 0, header);
        offer.sendMessage(dayBegan.encodedLength());
    }
}
