package io.baro.acd.cli;

import java.util.ArrayList;
import java.util.List;

/** A decision of the router as one line: when, what, about whom, and why. Stateless; any thread. */
final class DecisionWords {
    private DecisionWords() {}

    static String line(Fields decision, Moments moments) {
        StringBuilder line = new StringBuilder(moments.time(decision.text("time")))
                .append(' ')
                .append(decision.text("kind").replace('_', ' '));
        append(line, " call ", decision, "call");
        append(line, agent(decision.text("kind")), decision, "agent");
        if (decision.has("queue")) {
            line.append(" in ").append(decision.text("centre")).append('/').append(decision.text("queue"));
        }
        List<String> why = why(decision);
        return why.isEmpty() ? line.toString() : line + ": " + String.join(", ", why);
    }

    private static List<String> why(Fields decision) {
        List<String> why = new ArrayList<>();
        if (decision.has("waited_ms")) {
            why.add("waited " + Spans.text(decision.number("waited_ms")));
        }
        if (decision.count("boost_ms") != 0) {
            why.add("boost " + Spans.text(decision.number("boost_ms")));
        }
        if (!decision.words("rules").isEmpty()) {
            why.add("rules " + String.join("+", decision.words("rules")));
        }
        if (decision.has("chosen_by")) {
            why.add("the " + decision.text("chosen_by") + " chose"
                    + (decision.has("candidates") ? " of " + decision.text("candidates") : "")
                    + (decision.has("strategy") ? " by " + decision.text("strategy") : ""));
        }
        if (decision.count("step") > 0) {
            why.add("step " + decision.text("step"));
        }
        if (decision.has("runner_up")) {
            why.add("before " + decision.text("runner_up")
                    + (decision.has("margin") ? " by " + decision.text("margin") : ""));
        }
        if (decision.has("detail")) {
            why.add(decision.text("detail").replace('_', ' '));
        }
        return why;
    }

    /** A call that joins may be kept for an agent; nobody rings yet. */
    private static String agent(String kind) {
        return switch (kind) {
            case "joined" -> " for agent ";
            case "offer" -> " to agent ";
            default -> " agent ";
        };
    }

    private static void append(StringBuilder line, String before, Fields decision, String field) {
        if (decision.has(field)) {
            line.append(before).append(decision.text(field));
        }
    }
}
