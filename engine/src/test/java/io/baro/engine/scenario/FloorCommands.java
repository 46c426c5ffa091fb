package io.baro.engine.scenario;

import io.baro.engine.callcenter.QueueSettings;
import io.baro.engine.callcenter.Step;
import io.baro.engine.message.LimitAction;
import io.baro.engine.message.OfferOutcome;
import io.baro.engine.message.Strategy;
import io.baro.engine.routing.CommandWriter;
import io.baro.engine.routing.QueueTold;
import java.util.Arrays;
import java.util.List;

/** Turns what a scenario says of queues, ladders and policies into commands. */
final class FloorCommands {
    private static final String NEVER = "-";

    private final CommandWriter writer;

    FloorCommands(CommandWriter writer) {
        this.writer = writer;
    }

    /** {@code queue q0 on p0 strategy linear max-waiting 2 full move:q1 needs s1:3 prefers s2:2}, {@code queue q0 opens}. */
    void queue(String[] words) {
        int queueId = Names.number(words[1], 'q');
        if (words.length == 3 && words[2].equals("opens")) {
            writer.queueOpened(queueId, Long.MAX_VALUE);
        } else if (words.length == 4 && words[2].equals("closes-at")) {
            writer.queueOpened(queueId, Names.START_MILLIS + Names.millis(words[3]));
        } else if (words.length == 3 && words[2].equals("closes")) {
            writer.queueClosed(queueId);
        } else {
            writer.queue(new QueueTold(
                    queueId,
                    ScenarioCommands.pbx(ScenarioCommands.option(words, "on", "p0")),
                    ScenarioCommands.number(words, "kind", queueId),
                    settings(words),
                    boxed(words, "needs"),
                    boxed(words, "prefers")));
        }
    }

    /** {@code step q0 1 after 30s ewt-over 4m advantage 1m keep 2 centres p0,p1 needs s1:1}. */
    void step(String[] words) {
        long centres = 0;
        for (String centre : ScenarioCommands.option(words, "centres", "p0").split(",", -1)) {
            centres |= 1L << ScenarioCommands.pbx(centre);
        }
        writer.step(
                Names.number(words[1], 'q'),
                Integer.parseInt(words[2]),
                new Step.Conditions(
                        millis(words, "after"),
                        millis(words, "ewt-over"),
                        millis(words, "advantage"),
                        ScenarioCommands.number(words, "keep", 0),
                        centres),
                ScenarioCommands.skills(words, "needs"));
    }

    /** {@code policy NO_ANSWER rest 10s most 2}. */
    void policy(String[] words) {
        writer.policy(
                OfferOutcome.valueOf(words[1]),
                Names.millis(ScenarioCommands.option(words, "rest", "0s")),
                ScenarioCommands.number(words, "most", 0));
    }

    private static QueueSettings settings(String[] words) {
        return new QueueSettings(
                Strategy.valueOf(ScenarioCommands.constant(ScenarioCommands.option(words, "strategy", "longest-idle"))),
                millis(words, "wrap-up"),
                millis(words, "ring"),
                Math.max(0, millis(words, "dedicated")),
                Math.max(0, millis(words, "last-agent")),
                ScenarioCommands.number(words, "max-waiting", -1),
                millis(words, "max-wait"),
                limit(ScenarioCommands.option(words, "full", "none")),
                limit(ScenarioCommands.option(words, "too-long", "none")),
                limit(ScenarioCommands.option(words, "closed", "none")),
                ScenarioCommands.number(words, "promise-permille", 0),
                ScenarioCommands.number(words, "at-once", 1),
                ScenarioCommands.option(words, "calls-back", "agent-first").equals("customer-first"),
                Math.max(0, millis(words, "ahead")));
    }

    /** {@code divert}, {@code callback}, {@code none} or {@code move:q1}. */
    private static QueueSettings.Limit limit(String text) {
        String[] parts = text.split(":", -1);
        LimitAction action = LimitAction.valueOf(ScenarioCommands.constant(parts[0]));
        return new QueueSettings.Limit(action, parts.length == 1 ? -1 : Names.number(parts[1], 'q'));
    }

    private static List<Integer> boxed(String[] words, String keyword) {
        return Arrays.stream(ScenarioCommands.skills(words, keyword)).boxed().toList();
    }

    private static long millis(String[] words, String keyword) {
        String text = ScenarioCommands.option(words, keyword, NEVER);
        return text.equals(NEVER) ? -1 : Names.millis(text);
    }
}
