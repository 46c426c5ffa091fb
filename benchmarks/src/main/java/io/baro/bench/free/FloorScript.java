package io.baro.bench.free;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Map;

/**
 * The floor: the least that a program can do between an agent's hangup and the next caller's ring. First come, first served, two plain
 * sockets, no rules, no state. Never survives a fault. Runs on: two threads of its own.
 */
final class FloorScript implements AutoCloseable {
    private final AmiSession events;
    private final AmiSession actions;
    private final ArrayDeque<String> callers = new ArrayDeque<>();
    private final ArrayDeque<String> agents = new ArrayDeque<>();

    FloorScript(int amiPort, int agentCount) throws IOException {
        for (int i = 0; i < agentCount; i++) {
            agents.add(ManyAgents.endpoint(i));
        }
        actions = new AmiSession(amiPort, "acd-act", "test-actions", false);
        events = new AmiSession(amiPort, "acd-ev", "test-events", true);
        Thread.ofPlatform().daemon().name("floor-answers").start(this::drain);
        Thread.ofPlatform().daemon().name("floor-script").start(this::serve);
    }

    @Override
    public void close() throws IOException {
        events.close();
        actions.close();
    }

    private void serve() {
        try {
            for (Map<String, String> event = events.next(); event != null; event = events.next()) {
                String channel = event.getOrDefault("Channel", "");
                if ("FloorWaiting".equals(event.get("UserEvent"))) {
                    callers.add(channel);
                } else if ("Hangup".equals(event.get("Event")) && channel.startsWith("PJSIP/a")) {
                    agents.add(channel.substring("PJSIP/".length(), channel.lastIndexOf('-')));
                } else {
                    continue;
                }
                while (!callers.isEmpty() && !agents.isEmpty()) {
                    actions.redirect(callers.remove(), "bench-floor-dial", agents.remove());
                }
            }
        } catch (IOException closed) {
            callers.clear();
        }
    }

    private void drain() {
        try {
            while (actions.next() != null) {
                Thread.onSpinWait();
            }
        } catch (IOException closed) {
            agents.clear();
        }
    }
}
