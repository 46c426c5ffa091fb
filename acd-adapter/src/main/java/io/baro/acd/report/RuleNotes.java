package io.baro.acd.report;

import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.message.RuleDefinedDecoder;
import io.baro.engine.message.RuleField;
import io.baro.engine.message.RulesBegunDecoder;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.agrona.DirectBuffer;

/** Owns what the commands of a journal say of each version of the rules: boosts, their bound, and the windows of contacts. One thread. */
final class RuleNotes {
    /** One version. */
    static final class Version {
        private final long maxBoostMillis;
        private final Map<Integer, Long> boosts = new HashMap<>();
        private final SortedSet<Long> windows = new TreeSet<>();

        private Version(long maxBoostMillis) {
            this.maxBoostMillis = maxBoostMillis;
        }

        long maxBoostMillis() {
            return maxBoostMillis;
        }

        long boostMillis(int ruleId) {
            return boosts.getOrDefault(ruleId, 0L);
        }

        /** Windows in which its rules count contacts, milliseconds. */
        SortedSet<Long> windows() {
            return windows;
        }
    }

    private final Map<Integer, Version> versions = new HashMap<>();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final RulesBegunDecoder begun = new RulesBegunDecoder();
    private final RuleDefinedDecoder rule = new RuleDefinedDecoder();
    private Version last = new Version(0);

    void take(DirectBuffer buffer, int offset) {
        header.wrap(buffer, offset);
        if (header.templateId() == RulesBegunDecoder.TEMPLATE_ID) {
            begun.wrapAndApplyHeader(buffer, offset, header);
            last = new Version(begun.maxBoostMillis());
            versions.put(begun.version(), last);
        } else if (header.templateId() == RuleDefinedDecoder.TEMPLATE_ID) {
            rule.wrapAndApplyHeader(buffer, offset, header);
            last.boosts.put((int) rule.ruleId(), rule.boostMillis());
            for (RuleDefinedDecoder.CodeDecoder step : rule.code()) {
                if (step.field() == RuleField.CALLER_CONTACTS) {
                    last.windows.add(step.operand());
                }
            }
        }
    }

    /** What was said of that version; nothing known: no boosts. */
    Version version(int version) {
        return versions.getOrDefault(version, new Version(0));
    }
}
