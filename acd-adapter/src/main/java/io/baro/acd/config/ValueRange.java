package io.baro.acd.config;

import io.baro.engine.message.ConditionField;
import java.util.List;

/**
 * The values of one field that some conditions leave: finds rules that can never fire and an {@code until} that can never come or
 * comes at once. Immutable; any thread.
 *
 * @param least smallest value left
 * @param most largest value left
 */
record ValueRange(long least, long most) {

    /** What those of the conditions that speak of the field leave; no field is negative. */
    static ValueRange of(ConditionField field, List<RulePlan.Condition> conditions) {
        long least = 0;
        long most = Long.MAX_VALUE;
        for (RulePlan.Condition condition : conditions) {
            if (condition.field() != field) {
                continue;
            }
            long threshold = condition.threshold();
            switch (condition.comparison()) {
                case LESS -> most = Math.min(most, threshold - 1);
                case LESS_OR_EQUAL -> most = Math.min(most, threshold);
                case GREATER -> least = Math.max(least, threshold + 1);
                case GREATER_OR_EQUAL -> least = Math.max(least, threshold);
                case EQUAL -> {
                    least = Math.max(least, threshold);
                    most = Math.min(most, threshold);
                }
                // One value less: it empties no range worth a complaint.
                case NOT_EQUAL, NULL_VAL -> {}
            }
        }
        return new ValueRange(least, most);
    }

    boolean isEmpty() {
        return least > most;
    }

    boolean overlaps(ValueRange other) {
        return least <= other.most && other.least <= most;
    }
}
