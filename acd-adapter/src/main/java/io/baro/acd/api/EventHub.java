package io.baro.acd.api;

import io.baro.acd.view.AgentView;
import io.baro.acd.view.CallView;
import io.baro.acd.view.LiveFloor;
import io.baro.acd.view.ReservationView;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Tells everybody who listens what has changed on the floor, once a second: each event is written once for all. Never waits for a listener. Runs
 * on: a thread of its own; who begins to listen does so on his own thread, under its lock.
 */
final class EventHub implements AutoCloseable {
    static final String FLOOR = "floor";
    static final String AGENTS = "agents";
    static final String CALLS = "calls";
    static final String RESERVATIONS = "reservations";
    static final String DECISIONS = "decisions";
    static final Set<String> TOPICS = Set.of(FLOOR, AGENTS, CALLS, RESERVATIONS, DECISIONS);

    /** People read no faster. */
    private static final long PERIOD_MILLIS = 1_000;
    /** Of a complete list: 500 agents are 120 KB. */
    private static final int PART = 500;
    /** What a screen shows at first. */
    private static final int LAST_DECISIONS = 200;

    /** 200 screens of a centre and its agents' bars; each costs a connection and a queue. */
    private static final int MOST_LISTENERS = 2_500;

    private final LiveFloor floor;
    private final List<Listener> listeners = new ArrayList<>();
    private final Thread thread =
            Thread.ofPlatform().name("baro-events").daemon(true).unstarted(this::run);
    private boolean closed;

    EventHub(LiveFloor floor) {
        this.floor = floor;
    }

    /** Calls that changed, and tokens of those that ended. */
    record CallChanges(List<CallView> changed, List<String> gone) {}

    /** Promises that changed, and tokens of those that are over. */
    record ReservationChanges(List<ReservationView> changed, List<String> gone) {}

    void start() {
        thread.start();
    }

    /** Begins with all that stands. */
    synchronized void add(Listener listener) {
        if (closed) {
            listener.end();
            return;
        }
        tell();
        tellAll(listener);
        listeners.add(listener);
    }

    /** Throws {@link Problem} when there is no room for one more. */
    synchronized void checkRoom() {
        if (closed || listeners.size() >= MOST_LISTENERS) {
            throw Problem.of(
                    Problem.UNAVAILABLE, "Too many listeners", "at most " + MOST_LISTENERS + " streams at once");
        }
    }

    synchronized void remove(Listener listener) {
        listeners.remove(listener);
    }

    synchronized int count() {
        return listeners.size();
    }

    @Override
    public void close() {
        thread.interrupt();
        synchronized (this) {
            closed = true;
            listeners.forEach(Listener::end);
        }
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                TimeUnit.MILLISECONDS.sleep(PERIOD_MILLIS);
                synchronized (this) {
                    tell();
                    tellFloor();
                }
            }
        } catch (InterruptedException closing) {
            // The end that close() asks for.
        }
    }

    /** What has changed since the last time; changes are taken even if nobody listens, or they would gather. */
    private void tell() {
        LiveFloor.Changes changes = floor.takeChanges();
        if (changes.restarted()) {
            listeners.forEach(Listener::fallBehind);
        }
        for (Listener listener : listeners) {
            if (listener.takeBehind()) {
                listener.restart();
                tellAll(listener);
            }
        }
        if (!changes.restarted()) {
            tell(AGENTS, changes.agents().isEmpty() ? null : changes.agents());
            tell(CALLS, callChanges(changes.calls(), changes.callsGone()));
            tell(RESERVATIONS, reservationChanges(changes.reservations(), changes.reservationsGone()));
        }
        tell(DECISIONS, changes.decisions().isEmpty() ? null : changes.decisions());
        tellAgents(changes);
    }

    private void tellFloor() {
        tell(FLOOR, listeners.stream().anyMatch(listener -> listener.wants(FLOOR)) ? floor.floor() : null);
    }

    /** @param document null: there is nothing to tell */
    private void tell(String topic, Object document) {
        if (document == null || listeners.stream().noneMatch(listener -> listener.hearsAll(topic))) {
            return;
        }
        byte[] event = Listener.event(topic, document);
        listeners.stream().filter(listener -> listener.hearsAll(topic)).forEach(listener -> listener.offer(event));
    }

    /** An agent hears of himself and his call. */
    private void tellAgents(LiveFloor.Changes changes) {
        for (Listener listener : listeners) {
            if (listener.agent() != null) {
                List<AgentView> own = changes.agents().stream()
                        .filter(agent -> agent.number().equals(listener.agent()))
                        .toList();
                listener.offer(AGENTS, own.isEmpty() ? null : own);
                List<CallView> calls = changes.calls().stream()
                        .filter(call -> listener.agent().equals(call.agent()))
                        .toList();
                // The token of a call that he did not have tells him nothing.
                listener.offer(CALLS, callChanges(calls, changes.callsGone()));
            }
        }
    }

    private void tellAll(Listener listener) {
        listener.offer(FLOOR, listener.wants(FLOOR) ? floor.floor() : null);
        String own = listener.agent();
        if (listener.wants(AGENTS)) {
            parts(floor.agents().stream()
                            .filter(agent -> own == null || agent.number().equals(own))
                            .toList())
                    .forEach(part -> listener.offer(AGENTS, part));
        }
        if (listener.wants(CALLS)) {
            parts(floor.calls().stream()
                            .filter(call -> own == null || own.equals(call.agent()))
                            .toList())
                    .forEach(part -> listener.offer(CALLS, new CallChanges(part, List.of())));
        }
        if (own == null && listener.wants(DECISIONS)) {
            listener.offer(DECISIONS, floor.decisions(LAST_DECISIONS).reversed());
        }
        if (own == null && listener.wants(RESERVATIONS)) {
            parts(floor.reservations())
                    .forEach(part -> listener.offer(RESERVATIONS, new ReservationChanges(part, List.of())));
        }
    }

    private static CallChanges callChanges(List<CallView> changed, List<String> gone) {
        return changed.isEmpty() && gone.isEmpty() ? null : new CallChanges(changed, gone);
    }

    private static ReservationChanges reservationChanges(List<ReservationView> changed, List<String> gone) {
        return changed.isEmpty() && gone.isEmpty() ? null : new ReservationChanges(changed, gone);
    }

    /** At least one, so that who begins knows that there is nothing. */
    private static <T> List<List<T>> parts(List<T> all) {
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from == 0 || from < all.size(); from += PART) {
            parts.add(all.subList(from, Math.min(all.size(), from + PART)));
        }
        return parts;
    }
}
