package io.baro.engine.routing;

import io.baro.engine.message.Comparison;
import io.baro.engine.message.ConditionField;

/**
 * One comparison of a rule: field, comparison, threshold. Evaluates without allocating; knows no queue and no call. Runs on:
 * routing thread.
 *
 * @param windowMillis of CALLER_CONTACTS, else 0
 */
record Condition(ConditionField field, Comparison comparison, long windowMillis, long threshold) {

    /** Whether the condition asks about the queue, not the caller. */
    boolean isAboutQueue() {
        return field == ConditionField.QUEUE_EWT || field == ConditionField.QUEUE_WAITING;
    }

    /** Whether {@code value} satisfies it. */
    boolean holds(long value) {
        return switch (comparison) {
            case LESS -> value < threshold;
            case LESS_OR_EQUAL -> value <= threshold;
            case GREATER -> value > threshold;
            case GREATER_OR_EQUAL -> value >= threshold;
            case EQUAL -> value == threshold;
            case NOT_EQUAL -> value != threshold;
            case NULL_VAL -> false;
        };
    }
}
