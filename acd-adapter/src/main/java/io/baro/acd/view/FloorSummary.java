package io.baro.acd.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sums the floor up for the wallboard. Never keeps anything. Guarded by {@link LiveFloor}'s lock. */
final class FloorSummary {
    private static final String TALKING = "talking";

    private final Boards boards;
    private final long objectiveMillis;
    private final LiveFloor.Links links;

    FloorSummary(Boards boards, long objectiveMillis, LiveFloor.Links links) {
        this.boards = boards;
        this.objectiveMillis = objectiveMillis;
        this.links = links;
    }

    /** How many wait in a queue, and since when the first of them. */
    private static final class Line {
        private int waiting;
        private Instant first;

        private void add(CallView call) {
            waiting++;
            if (first == null || call.since().isBefore(first)) {
                first = call.since();
            }
        }

        private long longestMillis(Instant now) {
            return first == null ? 0 : Math.max(0, now.toEpochMilli() - first.toEpochMilli());
        }
    }

    FloorView floor(FloorNames names, Instant now) {
        Map<String, Line> lines = lines();
        List<CentreView> centres = new ArrayList<>();
        for (int centre = 0; centre < names.centres().size(); centre++) {
            centres.add(centre(names, centre, lines, now));
        }
        long version = boards.decisions().rulesVersion();
        return new FloorView(now, links.areReady(), version, objectiveMillis, centres);
    }

    Optional<QueueView> queue(FloorNames names, int queueId, Instant now) {
        return queueId < 0 || queueId >= names.queueCount()
                ? Optional.empty()
                : Optional.of(queue(names, queueId, lines(), now));
    }

    private CentreView centre(FloorNames names, int centre, Map<String, Line> lines, Instant now) {
        int from = centre * names.queues().size();
        int to = from + names.queues().size();
        List<QueueView> queues = new ArrayList<>();
        for (int queueId = from; queueId < to; queueId++) {
            queues.add(queue(names, queueId, lines, now));
        }
        String name = names.centres().get(centre);
        Map<String, Integer> agents = boards.agents().counts(name);
        return new CentreView(
                name,
                links.state(centre),
                queues.stream().mapToInt(QueueView::waiting).sum(),
                queues.stream().mapToLong(QueueView::longestWaitMs).max().orElse(0),
                agents.get(TALKING),
                agents,
                boards.reservations().count(name),
                queues.stream().anyMatch(QueueView::spike),
                boards.queues().admitted(from, to),
                queues.stream().mapToLong(QueueView::answered).sum(),
                queues.stream().mapToLong(QueueView::abandoned).sum(),
                boards.queues().reserved(from, to),
                boards.queues().level(from, to),
                queues);
    }

    private QueueView queue(FloorNames names, int queueId, Map<String, Line> lines, Instant now) {
        String centre = names.centres().get(names.centreOf(queueId));
        Line line = lines.getOrDefault(place(centre, names.queue(queueId)), new Line());
        return boards.queues().view(names, queueId, line.waiting, line.longestMillis(now));
    }

    private Map<String, Line> lines() {
        Map<String, Line> lines = new HashMap<>();
        for (CallView call : boards.calls().live()) {
            if (call.state().equals(CallView.WAITING) && call.queue() != null && !call.callback()) {
                lines.computeIfAbsent(place(call.centre(), call.queue()), place -> new Line())
                        .add(call);
            }
        }
        return lines;
    }

    private static String place(String centre, String queue) {
        return centre + "/" + queue;
    }
}
