package io.baro.acd.rule;

import java.util.List;

/** The names a condition may put in quotes; their places are what the router knows. Immutable; any thread. */
public record ConditionNames(List<String> queues, List<String> centres) {
    public ConditionNames {
        queues = List.copyOf(queues);
        centres = List.copyOf(centres);
    }

    List<String> of(ConditionField field) {
        return field == ConditionField.QUEUE_NAME ? queues : centres;
    }
}
