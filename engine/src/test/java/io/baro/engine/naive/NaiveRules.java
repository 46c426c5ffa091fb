package io.baro.engine.naive;

import io.baro.engine.message.RuleField;
import io.baro.engine.message.RulePart;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Routing 18-20: which rules fire for a call, what they give it, and which version it belongs to. */
final class NaiveRules {
    private static final int KEPT_VERSIONS = 8;
    private static final int KEPT_CONTACTS = 8;
    private static final int WHOLE = 1000;
    private static final long MINUTE = 60_000;

    private final NaiveCentre centre;
    private final NaiveDecisions decisions;
    private final List<NaiveRuleSet> kept = new ArrayList<>();
    private final List<NaiveRule> draft = new ArrayList<>();
    private int draftVersion;
    private long draftMaxBoost;
    private int draftCount = -1;
    private NaiveRuleSet inForce = new NaiveRuleSet(0, 0, List.of());
    private NaiveRuleSet canary;
    private int share;

    NaiveRules(NaiveCentre centre, NaiveDecisions decisions) {
        this.centre = centre;
        this.decisions = decisions;
        kept.add(inForce);
    }

    void begin(int version, long maxBoost, int count) {
        draft.clear();
        draftVersion = version;
        draftMaxBoost = maxBoost;
        draftCount = count;
    }

    boolean add(NaiveRule rule) {
        if (rule.id() != draft.size() || draft.size() >= draftCount) {
            return false;
        }
        draft.add(rule);
        return true;
    }

    /** Puts the draft in force, or beside what is in force; false if it is not whole. */
    boolean commit(int version, int permille) {
        if (draftCount != draft.size() || version != draftVersion) {
            return false;
        }
        NaiveRuleSet set = new NaiveRuleSet(version, draftMaxBoost, draft);
        draft.clear();
        draftCount = -1;
        makeRoom();
        kept.add(set);
        activate(set, permille);
        return true;
    }

    /** False if that version is not kept. */
    boolean activate(int version, int permille) {
        NaiveRuleSet set = null;
        for (NaiveRuleSet candidate : kept) {
            set = candidate.version == version ? candidate : set;
        }
        if (set == null) {
            return false;
        }
        activate(set, permille);
        return true;
    }

    private void activate(NaiveRuleSet set, int permille) {
        List<NaiveRuleSet> before = setsInForce();
        if (permille >= WHOLE) {
            inForce = set;
            canary = null;
        } else {
            canary = permille == 0 || set == inForce ? null : set;
            share = permille;
        }
        before.stream().filter(old -> !setsInForce().contains(old)).forEach(this::switchOff);
        decisions.rulesApplied(set.version, Math.min(permille, WHOLE));
    }

    private List<NaiveRuleSet> setsInForce() {
        return canary == null ? List.of(inForce) : List.of(inForce, canary);
    }

    /** What it switched on is off at every queue, and told. */
    private void switchOff(NaiveRuleSet set) {
        List<NaiveRuleSet.On> were = set.on.stream()
                .sorted(Comparator.comparingInt(NaiveRuleSet.On::queueId).thenComparingInt(NaiveRuleSet.On::ruleId))
                .toList();
        set.on.clear();
        for (NaiveRuleSet.On on : were) {
            if (set.rules.get(on.ruleId()).hasUntil()) {
                decisions.spikeChanged(centre.queue(on.queueId()), on.ruleId(), false);
            }
        }
    }

    /** When a ninth comes, the oldest not in force goes, and its waiting calls move to the set in force. */
    private void makeRoom() {
        if (kept.size() < KEPT_VERSIONS) {
            return;
        }
        for (NaiveRuleSet oldest : List.copyOf(kept)) {
            if (oldest != inForce && oldest != canary) {
                kept.remove(oldest);
                for (NaiveCall call : centre.calls) {
                    if (call.rules == oldest) {
                        call.rules = inForce;
                        call.fired = 0;
                    }
                }
                return;
            }
        }
    }

    /** The version a call that is admitted now belongs to. */
    NaiveRuleSet versionFor(long callId) {
        return canary != null && Long.remainderUnsigned(mix(callId), WHOLE) < share ? canary : inForce;
    }

    /** Routing 20: a call of the menu whose version is not in force any more moves when it joins a line. */
    void joins(NaiveCall call) {
        if (!setsInForce().contains(call.rules)) {
            call.rules = versionFor(call.id);
            call.fired = 0;
            call.shedNever = false;
        }
    }

    /** Routing 18: rules about the caller alone, before a queue is known. */
    void askAtEntry(NaiveCall call) {
        for (NaiveRule rule : call.rules.rules) {
            if (!rule.asksQueue() && rule.holds(RulePart.CALL, op -> value(op, call, null))) {
                call.fired |= 1 << rule.id();
            }
        }
        give(call);
    }

    /** All rules, about the call and the queue it is joining. */
    void askAtJoin(NaiveCall call) {
        switchFor(call.rules, call.queue);
        for (NaiveRule rule : call.rules.rules) {
            if (firesFor(call.rules, rule, call)) {
                call.fired |= 1 << rule.id();
            }
        }
        give(call);
    }

    boolean routesToAgent(NaiveCall call) {
        return call.rules.rules.stream().anyMatch(rule -> rule.then().routeToAgent() && fired(call, rule));
    }

    boolean diverts(NaiveCall call) {
        return call.rules.rules.stream().anyMatch(rule -> rule.then().divert() && fired(call, rule));
    }

    /** Kind of the queue that the first fired rule moves it to, or -1. */
    int movesToKind(NaiveCall call) {
        return call.rules.rules.stream()
                .filter(rule -> rule.then().moveToKind() >= 0 && fired(call, rule))
                .mapToInt(rule -> rule.then().moveToKind())
                .findFirst()
                .orElse(-1);
    }

    /** Bits of the rules that ask now to offer a waiting call a callback. */
    int callbackBits(NaiveRuleSet set, NaiveCall call) {
        return set.rules.stream()
                .filter(rule -> rule.then().offerCallback() && firesFor(set, rule, call))
                .mapToInt(rule -> 1 << rule.id())
                .sum();
    }

    /** Routing 18: on while QUEUE holds; with UNTIL, once on, until that holds. Changes of rules with UNTIL are told. */
    void switchFor(NaiveRuleSet set, NaiveQueue queue) {
        for (NaiveRule rule : set.rules) {
            if (!rule.asksQueue()) {
                continue;
            }
            NaiveRuleSet.On key = new NaiveRuleSet.On(queue.id, rule.id());
            boolean wasOn = set.on.contains(key);
            boolean isOn = (wasOn && rule.hasUntil())
                    ? !rule.holds(RulePart.UNTIL, op -> value(op, null, queue))
                    : rule.holds(RulePart.QUEUE, op -> value(op, null, queue));
            if (isOn) {
                set.on.add(key);
            } else {
                set.on.remove(key);
            }
            if (isOn != wasOn && rule.hasUntil() && setsInForce().contains(set)) {
                decisions.spikeChanged(queue, rule.id(), isOn);
            }
        }
    }

    private boolean firesFor(NaiveRuleSet set, NaiveRule rule, NaiveCall call) {
        boolean on = !rule.asksQueue() || set.on.contains(new NaiveRuleSet.On(call.queue.id, rule.id()));
        return on && rule.holds(RulePart.CALL, op -> value(op, call, call.queue));
    }

    private static boolean fired(NaiveCall call, NaiveRule rule) {
        return (call.fired >>> rule.id() & 1) == 1;
    }

    /** Routing 2. */
    private static void give(NaiveCall call) {
        long sum = 0;
        for (NaiveRule rule : call.rules.rules) {
            if (fired(call, rule)) {
                sum += rule.then().boost();
                call.shedNever |= rule.then().shedNever();
            }
        }
        call.boost = Math.min(sum, call.rules.maxBoost);
    }

    private NaiveRule.Value value(NaiveRule.Op op, NaiveCall call, NaiveQueue queue) {
        boolean aboutQueue = switch (op.field()) {
            case QUEUE_KIND, QUEUE_EWT, QUEUE_WAITING, QUEUE_STAFFED, QUEUE_ARRIVALS -> true;
            default -> false;
        };
        if (aboutQueue ? queue == null : call == null) {
            return NaiveRule.Value.UNKNOWN;
        }
        return aboutQueue ? NaiveRule.Value.of(ofQueue(op.field(), queue)) : ofCall(op, call);
    }

    private NaiveRule.Value ofCall(NaiveRule.Op op, NaiveCall call) {
        return switch (op.field()) {
            case CALLER_AGE -> call.age < 0 ? NaiveRule.Value.UNKNOWN : NaiveRule.Value.of(call.age);
            case CALLER_CONTACTS -> NaiveRule.Value.of(contacts(call.callerKey, op.operand()));
            case CALLER_WITHHELD -> NaiveRule.Value.of(call.callerKey == 0);
            case CALL_WAITED ->
                NaiveRule.Value.of(call.state == NaiveCall.State.ENTERING ? 0 : centre.now - call.joined);
            case CALL_CENTRE -> NaiveRule.Value.of(call.pbx);
            default -> NaiveRule.Value.UNKNOWN;
        };
    }

    private long ofQueue(RuleField field, NaiveQueue queue) {
        return switch (field) {
            case QUEUE_KIND -> queue.kind;
            case QUEUE_WAITING -> centre.waitingIn(queue).size();
            case QUEUE_STAFFED -> centre.staffOf(queue);
            case QUEUE_ARRIVALS ->
                queue.joins.stream()
                        .filter(at -> at / MINUTE == centre.now / MINUTE - 1)
                        .count();
            default -> throw new IllegalStateException("not compared: " + field);
        };
    }

    /** The last eight contacts at most are known of a caller. */
    private long contacts(long callerKey, long window) {
        List<NaiveCentre.Contact> his = centre.contacts.stream()
                .filter(contact -> callerKey != 0 && contact.callerKey() == callerKey)
                .toList();
        return his.subList(Math.max(0, his.size() - KEPT_CONTACTS), his.size()).stream()
                .filter(contact -> centre.now - contact.at() < window)
                .count();
    }

    private static long mix(long value) {
        long mixed = value;
        mixed = (mixed ^ mixed >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }
}
