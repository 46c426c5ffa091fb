package io.baro.engine.callcenter;

import io.baro.engine.state.State;
import java.util.ArrayList;
import java.util.List;

/**
 * A waiting line of one PBX: its settings, its ladder of steps with those who wait on them, its hours, and what a call takes. Never
 * chooses. Runs on: routing thread.
 */
public final class CallQueue {
    /** Steps of one ladder: the best products have 6 to 10 (docs/conformance.md), and a call passes all of them at once at most. */
    public static final int MAX_STEPS = 8;

    /** Versions of rules that are kept, see docs/routing.md 20; each has switches of its own. */
    public static final int RULE_SLOTS = 8;

    /** Estimated wait when nobody is logged in: no bound can be given. */
    public static final long UNBOUNDED_EWT = Long.MAX_VALUE;

    private static final long WHOLE = 1_000;

    /** The same in messages, and to the estimate that is to learn from it: no lesson. */
    public static final long NOTHING_TOLD = -1;

    private final int id;
    private final Identity identity;
    private final SkillProfiles profiles;
    private final List<Step> steps = new ArrayList<>();
    private final int[] switches = new int[RULE_SLOTS];
    private final MinuteCount arrivals = new MinuteCount();
    private QueueSettings settings;
    private final WaitEstimate estimate = new WaitEstimate(this);
    private int waiting;
    private int promised;

    /** Within its opening hours. */
    public boolean open = true;

    /** When it closes, epoch milliseconds; {@link Long#MAX_VALUE}: not foreseen. */
    public long closesAtMillis = Long.MAX_VALUE;

    /**
     * What stays while the engine runs.
     *
     * @param kind which queue of the operator's file; the same at every centre
     * @param needed skills of step 0
     * @param preferred skills that count for most and least skilled, by weight
     */
    public record Identity(int pbxId, int kind, SkillSet needed, SkillSet preferred) {
        static Identity next(State state, CallQueue queue) {
            Identity known = queue == null ? new Identity(0, 0, SkillSet.empty(), SkillSet.empty()) : queue.identity;
            return new Identity(
                    state.next(known.pbxId),
                    state.next(known.kind),
                    SkillSet.next(state, known.needed),
                    SkillSet.next(state, known.preferred));
        }
    }

    CallQueue(int id, Identity identity, QueueSettings settings, SkillProfiles profiles) {
        this.id = id;
        this.profiles = profiles;
        this.identity = identity;
        this.settings = settings;
    }

    /** Dense index. */
    public int id() {
        return id;
    }

    /** The PBX whose calls wait here. */
    public int pbxId() {
        return identity.pbxId();
    }

    /** Which queue of the operator's file. */
    public int kind() {
        return identity.kind();
    }

    /** What stays while the engine runs. */
    public Identity identity() {
        return identity;
    }

    /** What the operator says of it now. */
    public QueueSettings settings() {
        return settings;
    }

    /** Takes other settings; ready agents are put in the order of the new strategy. */
    public void settings(QueueSettings other) {
        settings = other;
        for (int i = 0; i < steps.size(); i++) {
            steps.get(i).reorder();
        }
    }

    /** Steps of its ladder, at least 1. */
    public int stepCount() {
        return steps.size();
    }

    /** A step of its ladder, from 0. */
    public Step step(int index) {
        return steps.get(index);
    }

    /** Calls that wait, on whatever step, those kept for an agent included. */
    public int waitingCount() {
        return waiting;
    }

    /** Joins by the minute. */
    public MinuteCount arrivals() {
        return arrivals;
    }

    /** Open callback reservations that keep a place in this line. */
    public int promised() {
        return promised;
    }

    /** So many more callbacks are promised. */
    public void promises(int more) {
        promised += more;
    }

    /**
     * Whether one more callback can be promised: all promises together take no more than their share of the time that the staff
     * of now has until closing. A queue without a share, or without a closing time, promises as the rules say.
     */
    public boolean canPromise(long nowMillis) {
        if (settings.callbackPermille() == 0 || closesAtMillis == Long.MAX_VALUE) {
            return true;
        }
        long left = Math.max(0, closesAtMillis - nowMillis) * staffed() / WHOLE * settings.callbackPermille();
        return (promised + 1) * estimate.meanServiceMillis() <= left;
    }

    /** Whether as many wait as may. */
    public boolean isFull() {
        return settings.maxWaiting() >= 0 && waiting >= settings.maxWaiting();
    }

    /** Staff of the first step that has any, 0 if none has. */
    public int staffed() {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).staffed() > 0) {
                return steps.get(i).staffed();
            }
        }
        return 0;
    }

    /** Bit n: rule n of the rule set in that slot is on for this queue. */
    public int switches(int slot) {
        return switches[slot];
    }

    /** Switches the rules of the set in a slot. */
    public void switches(int slot, int bits) {
        switches[slot] = bits;
    }

    /** How long callers will wait. */
    public WaitEstimate estimate() {
        return estimate;
    }

    /** Estimated wait of the next to join without a boost; {@link #UNBOUNDED_EWT} if nobody is logged in. */
    public long ewtMillis(long nowMillis) {
        return estimate.p50(estimate.raw(nowMillis, nowMillis));
    }

    /** Estimated wait of the next to join, as messages tell it: {@value #NOTHING_TOLD} if nobody is logged in. */
    public long nextEwtMillis(long nowMillis) {
        return told(ewtMillis(nowMillis));
    }

    /** An estimate as messages tell it: {@value #NOTHING_TOLD} if nobody is logged in. */
    public static long told(long ewtMillis) {
        return ewtMillis == UNBOUNDED_EWT ? NOTHING_TOLD : ewtMillis;
    }

    Step addStep(SkillSet needed, Step.Conditions conditions) {
        Step step = new Step(this, steps.size(), needed, conditions, profiles);
        steps.add(step);
        return step;
    }

    void waits(long rank, int more) {
        waiting += more;
        estimate.waits(rank, more);
    }

    /** Its ladder, which the agents' profiles need before they come. */
    void visitLadder(State state) {
        settings = QueueSettings.next(state, settings);
        int count = state.next(steps.size());
        for (int i = 0; i < count; i++) {
            Step step = i < steps.size() ? steps.get(i) : null;
            SkillSet needed = SkillSet.next(state, step == null ? SkillSet.empty() : step.needed());
            Step.Conditions conditions =
                    Step.Conditions.next(state, step == null ? Step.Conditions.ofOwn(0) : step.conditions());
            (step == null ? addStep(needed, conditions) : step).visit(state);
        }
    }

    /** Who waits joins again by himself. */
    void visit(State state, CallCenter center) {
        open = state.next(open);
        closesAtMillis = state.next(closesAtMillis);
        promised = state.next(promised);
        state.next(switches, switches.length);
        arrivals.visit(state);
        estimate.visit(state, center);
    }
}
