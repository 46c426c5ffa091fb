package io.baro.acd.api;

import io.baro.acd.view.LiveFloor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** All that is served: the API, its document, the console, the probes. Joins the parts; never answers itself. Made and closed on the main thread. */
public final class Api implements AutoCloseable {
    /** Of every path of the document. */
    public static final String BASE = "/api/v1";

    private static final String DOCUMENT = "/api/openapi.yaml";

    private final List<Endpoint> endpoints = new ArrayList<>();
    private final EventHub hub;

    /** What it is made of. */
    public record Parts(
            LiveFloor floor,
            OperatorCommands commands,
            RuleDesk rules,
            SkillDesk skills,
            NewReservations reservations,
            Health health) {}

    public Api(Parts parts) {
        LiveFloor floor = parts.floor();
        hub = new EventHub(floor);
        endpoints.addAll(Probes.endpoints(parts.health()));
        endpoints.addAll(new ConsoleFiles().endpoints());
        endpoints.add(Endpoint.get(BASE + "/openapi.yaml", Right.NONE, asked -> document()));
        endpoints.addAll(operations(parts));
    }

    /** Begins to tell who listens. */
    public void start() {
        hub.start();
    }

    public List<Endpoint> endpoints() {
        return List.copyOf(endpoints);
    }

    /** Who listens now. */
    public int listeners() {
        return hub.count();
    }

    @Override
    public void close() {
        hub.close();
    }

    /** What the document describes. */
    private List<Endpoint> operations(Parts parts) {
        List<Endpoint> operations = new ArrayList<>();
        operations.addAll(new FloorReads(parts.floor()).endpoints(BASE));
        operations.addAll(new AgentActs(parts.floor(), parts.commands(), parts.skills()).endpoints(BASE));
        operations.addAll(new CallActs(parts.floor(), parts.commands()).endpoints(BASE));
        operations.addAll(new QueueActs(parts.floor(), parts.commands()).endpoints(BASE));
        operations.addAll(new ReservationActs(parts.floor(), parts.commands(), parts.reservations()).endpoints(BASE));
        operations.addAll(new RuleActs(parts.rules(), parts.commands()).endpoints(BASE));
        operations.addAll(new EventStream(hub).endpoints(BASE));
        return operations;
    }

    private static Reply document() {
        try (InputStream in = Api.class.getResourceAsStream(DOCUMENT)) {
            return Reply.of(Reply.OK, "application/yaml", in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
