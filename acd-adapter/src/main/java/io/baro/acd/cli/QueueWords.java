package io.baro.acd.cli;

import io.baro.acd.report.TextTable;
import java.util.List;
import java.util.Set;

/** Queues of the API as a table or a line. Stateless; any thread. */
final class QueueWords {
    private static final List<String> HEAD = List.of(
            "centre", "queue", "state", "waiting", "longest", "told", "offered", "answered", "abandoned", "in time");
    private static final Set<Integer> WORDS = Set.of(0, 1, 2);

    private QueueWords() {}

    static TextTable table(List<Fields> queues) {
        TextTable table = new TextTable(HEAD, WORDS);
        for (Fields queue : queues) {
            table.add(List.of(
                    queue.text("centre"),
                    queue.text("name"),
                    state(queue),
                    queue.text("waiting"),
                    longest(queue),
                    Spans.text(queue.number("ewt_ms")),
                    queue.text("offered"),
                    queue.text("answered"),
                    queue.text("abandoned"),
                    Spans.percent(queue.fraction("service_level"))));
        }
        return table;
    }

    static String line(Fields queue) {
        return "queue " + queue.text("centre") + "/" + queue.text("name") + ": " + state(queue) + ", "
                + queue.text("waiting") + " waiting";
    }

    /** How long the first in line has waited; a dash: nobody waits. */
    static String longest(Fields group) {
        return group.count("waiting") == 0 ? Fields.NOTHING : Spans.text(group.number("longest_wait_ms"));
    }

    private static String state(Fields queue) {
        return (queue.is("open") ? "open" : "closed") + (queue.is("spike") ? ", spike" : "");
    }
}
