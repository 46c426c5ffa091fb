package io.baro.acd.api;

import io.baro.acd.view.LiveFloor;
import io.baro.acd.view.ReservationView;
import io.baro.engine.message.ReservationMovedDecoder;
import io.baro.engine.message.ReservationMovedEncoder;
import io.baro.engine.message.ReservationWithdrawnDecoder;
import io.baro.engine.message.ReservationWithdrawnEncoder;
import io.baro.engine.port.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What may be done to a promise to call somebody: make it, call at another time, give it up. Never decides. Any thread. */
final class ReservationActs {
    private final LiveFloor floor;
    private final OperatorCommands commands;
    private final NewReservations making;

    ReservationActs(LiveFloor floor, OperatorCommands commands, NewReservations making) {
        this.floor = floor;
        this.commands = commands;
        this.making = making;
    }

    List<Endpoint> endpoints(String base) {
        return List.of(
                Endpoint.post(base + "/reservations", Right.ACT, this::create),
                Endpoint.put(base + "/reservations/{reservation}", Right.ACT, this::move),
                Endpoint.delete(base + "/reservations/{reservation}", Right.ACT, this::cancel));
    }

    private Reply create(Asked asked) {
        JsonNode body = asked.json(Set.of("centre", "queue", "number", "from", "until"));
        String centre = Asked.text(body, "centre");
        int queueId = QueueActs.idOf(floor.names(), centre, Asked.text(body, "queue"));
        NewReservations.Wish wish = new NewReservations.Wish(
                queueId,
                floor.names().centres().indexOf(centre),
                Asked.text(body, "number"),
                Asked.time(body, "from"),
                Asked.time(body, "until"));
        String token = making.make(wish, commands, asked.actor());
        return Reply.json(Reply.CREATED, shown(token));
    }

    private Reply move(Asked asked) {
        JsonNode body = asked.json(Set.of("from", "until"));
        Instant from = Asked.time(body, "from").orElseThrow(() -> Asked.unprocessable("from", "a time"));
        Instant until = Asked.time(body, "until").orElseThrow(() -> Asked.unprocessable("until", "a time"));
        String token = asked.pathValue("reservation");
        long id = idOf(token);
        Actor actor = asked.actor();
        commands.sendDurably(
                ReservationMovedDecoder.TEMPLATE_ID,
                id,
                (buffer, header) -> new ReservationMovedEncoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .reservationId(id)
                        .fromMillis(from.toEpochMilli())
                        .untilMillis(until.toEpochMilli())
                        .putActor(actor.bytes(), 0, Actor.BYTES)
                        .encodedLength());
        return Reply.json(shown(token));
    }

    private Reply cancel(Asked asked) {
        String token = asked.pathValue("reservation");
        long id = idOf(token);
        ReservationView known = shown(token);
        Actor actor = asked.actor();
        commands.sendDurably(
                ReservationWithdrawnDecoder.TEMPLATE_ID,
                id,
                (buffer, header) -> new ReservationWithdrawnEncoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .reservationId(id)
                        .putActor(actor.bytes(), 0, Actor.BYTES)
                        .encodedLength());
        Optional<ReservationView> still = floor.reservation(token);
        return Reply.json(still.orElse(new ReservationView(
                known.id(),
                known.centre(),
                known.queue(),
                known.kind(),
                "withdrawn",
                known.attempts(),
                known.due(),
                known.until())));
    }

    private long idOf(String token) {
        return floor.reservationId(token).orElseThrow(() -> Problem.notFound("there is no such open reservation"));
    }

    private ReservationView shown(String token) {
        return floor.reservation(token).orElseThrow(() -> Problem.notFound("the reservation is over"));
    }
}
