package io.baro.engine.routing;

import java.util.ArrayList;
import java.util.List;

/**
 * The rule set in force and the one being loaded. A new set counts only when it is complete; until then the old one does. Runs on:
 * routing thread.
 */
final class RuleBook {
    private final List<Rule> draft = new ArrayList<>();
    private RuleSet current = RuleSet.none();
    private int draftVersion;
    private long draftMaxBoostMillis;
    private int draftCount = -1;

    /** The rules in force. */
    RuleSet current() {
        return current;
    }

    /** Starts a draft; an unfinished one is forgotten. */
    void begin(int version, long maxBoostMillis, int ruleCount) {
        draft.clear();
        draftVersion = version;
        draftMaxBoostMillis = maxBoostMillis;
        draftCount = ruleCount;
    }

    /** Adds the next rule; false if no draft is open or this is not its next rule. */
    boolean add(Rule rule) {
        if (rule.id() != draft.size() || draft.size() >= draftCount || rule.id() >= RuleSet.MAX_RULES) {
            return false;
        }
        draft.add(rule);
        return true;
    }

    /** Puts the draft in force whole; false if it is not complete or not this version. */
    boolean commit(int version) {
        if (draftCount != draft.size() || version != draftVersion) {
            return false;
        }
        current = new RuleSet(draftVersion, draftMaxBoostMillis, draft);
        draft.clear();
        draftCount = -1;
        return true;
    }
}
