package io.baro.acd.api;

import io.baro.acd.config.Role;
import io.baro.acd.view.AgentView;
import io.baro.acd.view.CallView;
import io.baro.acd.view.DecisionView;
import io.baro.acd.view.LiveFloor;
import io.baro.acd.view.ReservationView;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Answers what stands on the floor. Never changes anything. Any thread. */
final class FloorReads {
    private final LiveFloor floor;

    FloorReads(LiveFloor floor) {
        this.floor = floor;
    }

    List<Endpoint> endpoints(String base) {
        return List.of(
                Endpoint.get(base + "/me", Right.READ, FloorReads::me),
                Endpoint.get(base + "/floor", Right.READ, asked -> Reply.json(floor.floor())),
                Endpoint.get(base + "/agents", Right.WATCH, this::agents),
                Endpoint.get(base + "/agents/{agent}", Right.READ, this::agent),
                Endpoint.get(base + "/calls", Right.WATCH, this::calls),
                Endpoint.get(base + "/calls/{call}", Right.READ, this::call),
                Endpoint.get(base + "/reservations", Right.WATCH, this::reservations),
                Endpoint.get(base + "/decisions", Right.WATCH, this::decisions));
    }

    /** Who asks; the fields are those of the API's document. */
    record Me(String name, String role, String agent) {}

    /** A page of agents. */
    record Agents(List<AgentView> agents, int total, String next) {}

    /** Live calls. */
    record Calls(List<CallView> calls, int total) {}

    /** A call and what is remembered of it. */
    record Call(CallView call, List<DecisionView> decisions) {}

    /** Open promises. */
    record Reservations(List<ReservationView> reservations, int total) {}

    /** Decisions, newest first. */
    record Decisions(List<DecisionView> decisions) {}

    private static Reply me(Asked asked) {
        Caller caller = asked.caller();
        return Reply.json(
                new Me(caller.name(), caller.role().word(), caller.agent().isEmpty() ? null : caller.agent()));
    }

    private Reply agents(Asked asked) {
        List<AgentView> all = floor.agents().stream()
                .filter(is(asked, "centre", AgentView::centre))
                .filter(is(asked, "state", AgentView::state))
                .toList();
        String after = asked.queryValue("after").orElse("");
        int limit = asked.limit();
        List<AgentView> rest = all.stream()
                .filter(agent -> agent.number().compareTo(after) > 0)
                .toList();
        List<AgentView> page = rest.subList(0, Math.min(limit, rest.size()));
        String next = page.size() < rest.size() ? page.getLast().number() : null;
        return Reply.json(new Agents(page, all.size(), next));
    }

    private Reply agent(Asked asked) {
        String number = asked.pathValue("agent");
        if (asked.caller().role() == Role.AGENT && !asked.caller().agent().equals(number)) {
            throw Problem.of(Problem.FORBIDDEN, "Not allowed", "this is somebody else");
        }
        return Reply.json(floor.agent(number).orElseThrow(() -> Problem.notFound("there is no agent " + number)));
    }

    private Reply calls(Asked asked) {
        List<CallView> all = floor.calls().stream()
                .filter(is(asked, "centre", CallView::centre))
                .filter(is(asked, "queue", CallView::queue))
                .filter(is(asked, "state", CallView::state))
                .toList();
        return Reply.json(new Calls(first(all, asked), all.size()));
    }

    private Reply call(Asked asked) {
        String token = asked.pathValue("call");
        CallView call = floor.call(token)
                .orElseThrow(() ->
                        Problem.notFound("there is no such call, or it ended some time ago; baro explain tells more"));
        if (asked.caller().role() == Role.AGENT && !asked.caller().agent().equals(call.agent())) {
            throw Problem.of(Problem.FORBIDDEN, "Not allowed", "this call is not yours");
        }
        return Reply.json(new Call(call, floor.decisionsAbout(token)));
    }

    private Reply reservations(Asked asked) {
        List<ReservationView> all = floor.reservations().stream()
                .filter(is(asked, "centre", ReservationView::centre))
                .toList();
        return Reply.json(new Reservations(first(all, asked), all.size()));
    }

    private Reply decisions(Asked asked) {
        return Reply.json(new Decisions(floor.decisions(asked.limit())));
    }

    private static <T> List<T> first(List<T> all, Asked asked) {
        return all.subList(0, Math.min(asked.limit(), all.size()));
    }

    /** Whether the field has the value that the parameter asks for, if it does. */
    private static <T> Predicate<T> is(Asked asked, String parameter, Function<T, String> field) {
        return asked.queryValue(parameter)
                .<Predicate<T>>map(wanted -> it -> wanted.equals(field.apply(it)))
                .orElse(it -> true);
    }
}
