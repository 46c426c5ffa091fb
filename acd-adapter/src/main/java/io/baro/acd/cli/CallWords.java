package io.baro.acd.cli;

import io.baro.acd.report.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Calls of the API as a table, a line or a page. Never a telephone number: the API tells none. Stateless; any thread. */
final class CallWords {
    private static final List<String> HEAD =
            List.of("call", "centre", "queue", "state", "agent", "waited", "boost", "told", "rules");
    private static final Set<Integer> WORDS = Set.of(0, 1, 2, 3, 4, 8);

    private CallWords() {}

    static TextTable table(List<Fields> calls) {
        TextTable table = new TextTable(HEAD, WORDS);
        for (Fields call : calls) {
            table.add(List.of(
                    call.text("id"),
                    call.text("centre"),
                    call.text("queue"),
                    state(call),
                    call.text("agent"),
                    Spans.text(call.number("waited_ms")),
                    Spans.text(call.number("boost_ms")),
                    Spans.text(call.number("ewt_ms")),
                    rules(call)));
        }
        return table;
    }

    static String line(Fields call) {
        return "call " + call.text("id") + ": " + state(call) + " in " + call.text("centre") + "/" + call.text("queue")
                + ", waited " + Spans.text(call.number("waited_ms")) + ", boost "
                + Spans.text(call.number("boost_ms"));
    }

    /** Everything about one call, its decisions below. */
    static List<String> page(Fields call, List<Fields> decisions, Moments moments) {
        List<String> lines = new ArrayList<>();
        lines.add(line(call));
        lines.add("  since " + moments.text(call.text("since")) + ", agent " + call.text("agent") + ", rules "
                + rules(call));
        lines.add("  when it joined: " + call.text("ahead") + " ahead, told " + Spans.text(call.number("ewt_ms")));
        if (decisions.isEmpty()) {
            lines.add("  no decision about it is remembered");
        }
        decisions.forEach(decision -> lines.add("  " + DecisionWords.line(decision, moments)));
        return lines;
    }

    private static String state(Fields call) {
        String state = call.text("state")
                + (call.has("outcome") ? " (" + call.text("outcome").replace('_', ' ') + ")" : "");
        return call.is("callback") ? state + ", callback" : state;
    }

    private static String rules(Fields call) {
        List<String> rules = call.words("rules");
        return rules.isEmpty() ? Fields.NOTHING : String.join("+", rules);
    }
}
