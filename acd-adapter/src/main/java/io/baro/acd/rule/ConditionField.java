package io.baro.acd.rule;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import io.baro.engine.message.RuleField;
import java.util.Arrays;
import java.util.List;

/** What a condition may speak of: its name, its CEL type, and the values it can have. Immutable; any thread. */
enum ConditionField {
    CALLER_AGE("caller.age", SimpleType.INT, RuleField.CALLER_AGE, 150),
    /** The router keeps the last 8 contacts of a caller. */
    CALLER_CONTACTS("caller.contacts", SimpleType.INT, RuleField.CALLER_CONTACTS, 8),
    CALLER_WITHHELD("caller.withheld", SimpleType.BOOL, RuleField.CALLER_WITHHELD, 1),
    CALL_WAITED("call.waited", SimpleType.DURATION, RuleField.CALL_WAITED, Long.MAX_VALUE),
    CALL_CENTRE("call.centre", SimpleType.STRING, RuleField.CALL_CENTRE, Long.MAX_VALUE),
    QUEUE_NAME("queue.name", SimpleType.STRING, RuleField.QUEUE_KIND, Long.MAX_VALUE),
    QUEUE_EWT("queue.ewt", SimpleType.DURATION, RuleField.QUEUE_EWT, Long.MAX_VALUE),
    QUEUE_WAITING("queue.waiting", SimpleType.INT, RuleField.QUEUE_WAITING, Integer.MAX_VALUE),
    QUEUE_STAFFED("queue.staffed", SimpleType.INT, RuleField.QUEUE_STAFFED, Integer.MAX_VALUE),
    QUEUE_ARRIVALS("queue.arrivals", SimpleType.INT, RuleField.QUEUE_ARRIVALS, Integer.MAX_VALUE);

    /** As operators write them; contacts with the window of the headline rule. */
    static final List<String> WRITTEN = Arrays.stream(values())
            .map(field -> field == CALLER_CONTACTS ? "caller.contacts(24h)" : field.text)
            .toList();

    private final String text;
    private final CelType type;
    private final RuleField code;
    private final long most;

    ConditionField(String text, CelType type, RuleField code, long most) {
        this.text = text;
        this.type = type;
        this.code = code;
        this.most = most;
    }

    String text() {
        return text;
    }

    CelType type() {
        return type;
    }

    RuleField code() {
        return code;
    }

    /** The largest value it can have; the smallest is 0. */
    long most() {
        return most;
    }

    boolean isName() {
        return this == CALL_CENTRE || this == QUEUE_NAME;
    }

    boolean isOfQueue() {
        return text.startsWith("queue.");
    }

    /** The field of that name, or null. */
    static ConditionField named(String name) {
        for (ConditionField field : values()) {
            if (field.text.equals(name)) {
                return field;
            }
        }
        return null;
    }
}
