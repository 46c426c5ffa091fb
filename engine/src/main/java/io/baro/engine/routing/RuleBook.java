package io.baro.engine.routing;

import io.baro.engine.callcenter.Call;
import io.baro.engine.callcenter.CallQueue;
import io.baro.engine.state.State;
import java.util.ArrayList;
import java.util.List;

/**
 * The rule sets that are kept, the one in force, the canary beside it, and the one being loaded. A new set counts only when it is
 * complete. Says which set a call belongs to. Runs on: routing thread.
 */
final class RuleBook {
    /** A share of all calls. */
    static final int ALL = 1_000;

    private final RuleSet[] kept = new RuleSet[CallQueue.RULE_SLOTS];
    private final long[] keptSince = new long[CallQueue.RULE_SLOTS];
    private final List<Rule> draft = new ArrayList<>();
    private RuleSet current = new RuleSet(0, 0, 0, List.of());
    private RuleSet canary;
    private int canaryShare;
    private long commits;
    private int draftVersion;
    private long draftMaxBoostMillis;
    private int draftCount = -1;

    RuleBook() {
        kept[0] = current;
    }

    /** The rules in force. */
    RuleSet current() {
        return current;
    }

    /** The rules beside them, or null. */
    RuleSet canary() {
        return canary;
    }

    /** Largest head start that any kept set gives. */
    long maxBoostMillis() {
        long max = 0;
        for (RuleSet set : kept) {
            max = set == null ? max : Math.max(max, set.maxBoostMillis());
        }
        return max;
    }

    /** The set that a call which comes now belongs to. */
    RuleSet choose(long callId) {
        return canary != null && Long.remainderUnsigned(StateHash.finish(callId), ALL) < canaryShare ? canary : current;
    }

    /** The set that a call belongs to. */
    RuleSet of(Call call) {
        return find(call.rulesVersion);
    }

    /** Whether calls that come now may belong to that version. */
    boolean isInForce(int version) {
        return version == current.version() || (canary != null && version == canary.version());
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

    /** The set that the next commit of that version replaces, or null: it leaves its slot and its switches. */
    RuleSet replacedBy(int version) {
        return kept[slotFor(version)];
    }

    /** Whether the draft is complete and of this version. */
    boolean canCommit(int version) {
        return draftCount == draft.size() && version == draftVersion;
    }

    /** Keeps the draft, which must be complete. A version told again takes its own place, in force as it was. */
    RuleSet commit(int version) {
        int slot = slotFor(version);
        RuleSet before = kept[slot];
        RuleSet set = new RuleSet(draftVersion, slot, draftMaxBoostMillis, draft);
        kept[slot] = set;
        keptSince[slot] = ++commits;
        current = current == before ? set : current;
        canary = canary != null && canary == before ? set : canary;
        draft.clear();
        draftCount = -1;
        return set;
    }

    /** The kept set of that version, or null. */
    RuleSet find(int version) {
        for (RuleSet set : kept) {
            if (set != null && set.version() == version) {
                return set;
            }
        }
        return null;
    }

    /** Puts a kept set in force, for all calls or beside the one in force for a share of them. */
    void activate(RuleSet set, int share) {
        if (share >= ALL) {
            current = set;
            canary = null;
        } else {
            canary = share == 0 || set == current ? null : set;
        }
        canaryShare = canary == null ? 0 : share;
    }

    void visit(State state) {
        for (int slot = 0; slot < kept.length; slot++) {
            kept[slot] = RuleSet.next(state, kept[slot]);
        }
        state.next(keptSince, keptSince.length);
        current = inForce(state, current);
        canary = inForce(state, canary);
        canaryShare = state.next(canaryShare);
        commits = state.next(commits);
        List<Rule> loaded = Rule.next(state, draft);
        draft.clear();
        draft.addAll(loaded);
        draftVersion = state.next(draftVersion);
        draftMaxBoostMillis = state.next(draftMaxBoostMillis);
        draftCount = state.next(draftCount);
    }

    /** One of those that are kept, or none. */
    private RuleSet inForce(State state, RuleSet set) {
        int at = kept.length;
        for (int slot = 0; slot < kept.length; slot++) {
            at = set != null && kept[slot] == set ? slot : at;
        }
        int slot = state.next(at);
        return slot < kept.length ? kept[slot] : null;
    }

    /** The version's own slot, a free one, or that of the oldest set that is not in force. */
    private int slotFor(int version) {
        int oldest = -1;
        for (int slot = 0; slot < kept.length; slot++) {
            if (kept[slot] == null || kept[slot].version() == version) {
                return slot;
            }
            boolean inForce = kept[slot] == current || kept[slot] == canary;
            if (!inForce && (oldest < 0 || keptSince[slot] < keptSince[oldest])) {
                oldest = slot;
            }
        }
        return oldest;
    }
}
