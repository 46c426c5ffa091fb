package io.baro.engine.scenario;

import io.baro.engine.message.RulePart;
import io.baro.engine.routing.CommandWriter;
import io.baro.engine.routing.ConfigPen;
import java.util.ArrayList;
import java.util.List;

/** Turns what a scenario says of rules into commands. */
final class RuleCommands {
    private static final int ALL_CALLS = 1_000;

    private final CommandWriter writer;

    RuleCommands(CommandWriter writer) {
        this.writer = writer;
    }

    /** {@code rules begin 1 max-boost 15m count 2}, {@code rules commit 1 share 100}, {@code rules activate 1}. */
    void rules(String[] words) {
        int version = Integer.parseInt(words[2]);
        int share = ScenarioCommands.number(words, "share", ALL_CALLS);
        switch (words[1]) {
            case "begin" ->
                writer.rulesBegun(
                        version,
                        Names.millis(ScenarioCommands.option(words, "max-boost", "15m")),
                        ScenarioCommands.number(words, "count", 0));
            case "commit" -> writer.rulesCommitted(version, share);
            case "activate" -> writer.rulesActivated(version, share);
            default -> throw ScenarioCommands.unknown(words[1]);
        }
    }

    /** {@code rule 0 when caller.age >= 65 && queue.ewt > 4m until queue.ewt < 2m then route agent, boost 3m, move 1}. */
    void rule(String text) {
        int when = text.indexOf(" when ");
        int until = text.indexOf(" until ");
        int then = text.indexOf(" then ");
        if (when < 0 || then < when) {
            throw ScenarioCommands.unknown(text);
        }
        List<ConfigPen.Code> code = new ArrayList<>();
        conditions(code, text.substring(when + 6, until < 0 ? then : until));
        if (until >= 0) {
            code.addAll(new ScenarioExpression(text.substring(until + 7, then)).code(RulePart.UNTIL));
        }
        writer.rule(Integer.parseInt(text.substring(5, when).strip()), actions(text.substring(then + 6)), code);
    }

    private static ConfigPen.Then actions(String text) {
        String[] words = (" " + text.replace(",", "")).split(" +", -1);
        return new ConfigPen.Then(
                text.contains("route agent"),
                text.contains("shed never"),
                text.contains("offer callback"),
                text.contains("divert"),
                Names.millis(ScenarioCommands.option(words, "boost", "0s")),
                ScenarioCommands.number(words, "move", -1));
    }

    /** What is asked of the queue alone, and what of the call: each a conjunction. */
    private static void conditions(List<ConfigPen.Code> code, String text) {
        for (RulePart part : List.of(RulePart.CALL, RulePart.QUEUE)) {
            String conjunction = "";
            for (String term : ScenarioExpression.conjuncts(text)) {
                boolean ofQueue = term.contains("queue.") && !term.contains("call");
                if (ofQueue == (part == RulePart.QUEUE) && !term.equals("true")) {
                    conjunction += (conjunction.isEmpty() ? "" : " && ") + "(" + term + ")";
                }
            }
            if (!conjunction.isEmpty()) {
                code.addAll(new ScenarioExpression(conjunction).code(part));
            }
        }
    }
}
