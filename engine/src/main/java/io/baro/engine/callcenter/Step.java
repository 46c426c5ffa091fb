package io.baro.engine.callcenter;

import io.baro.engine.line.Line;
import io.baro.engine.state.State;
import java.util.ArrayList;
import java.util.List;

/**
 * One step of a queue's ladder: whom its calls may have, who waits on it, and the benches of those who match it. Finds the best
 * bench, never offers. Runs on: routing thread.
 */
public final class Step {
    private static final int FIRST_CAPACITY = 64;

    private final CallQueue queue;
    private final int index;
    private final SkillSet needed;
    private final Conditions conditions;
    private final List<Bench> benches = new ArrayList<>();
    private final Line<Bench> pool = new Line<>(FIRST_CAPACITY);
    private int staffed;
    private int ready;

    /** Calls on this step or a higher one, smallest rank first, ties by arrival, then id. */
    public final Line<Call> waiting = new Line<>(FIRST_CAPACITY);

    /**
     * When a call climbs to the step, and whom it takes there.
     *
     * @param afterMillis of waiting; -1: not by time
     * @param ewtOverMillis estimated wait of the queue; -1: not by it
     * @param ewtAdvantageMillis by which another centre's queue of the kind must be quicker; -1: not by it
     * @param keepReady ready agents who match and are left
     * @param centres bit n: PBX n
     */
    public record Conditions(
            long afterMillis, long ewtOverMillis, long ewtAdvantageMillis, int keepReady, long centres) {
        static final long NEVER = -1;

        /** Step 0: the queue's own centre, at once. */
        static Conditions ofOwn(int pbxId) {
            return new Conditions(0, NEVER, NEVER, 0, 1L << pbxId);
        }

        static Conditions next(State state, Conditions conditions) {
            return new Conditions(
                    state.next(conditions.afterMillis),
                    state.next(conditions.ewtOverMillis),
                    state.next(conditions.ewtAdvantageMillis),
                    state.next(conditions.keepReady),
                    state.next(conditions.centres));
        }
    }

    Step(CallQueue queue, int index, SkillSet needed, Conditions conditions) {
        this.queue = queue;
        this.index = index;
        this.needed = needed;
        this.conditions = conditions;
    }

    /** The queue whose ladder it is of. */
    public CallQueue queue() {
        return queue;
    }

    /** Place on the ladder, from 0. */
    public int index() {
        return index;
    }

    /** When calls climb here, and whom they take. */
    public Conditions conditions() {
        return conditions;
    }

    /** Agents who match it, are logged in and not on a pause, on PBXs that are ready. */
    public int staffed() {
        return staffed;
    }

    /** How many profiles match it. */
    public int benchCount() {
        return benches.size();
    }

    /** The benches of those who match, by index from 0 in the order of definition. */
    public Bench bench(int at) {
        return benches.get(at);
    }

    /** READY agents who match it, on PBXs that are ready. */
    public int readyCount() {
        return ready;
    }

    /**
     * The bench with the best agent of one PBX alone, or null. Costs a look at every bench when the best of all is of another: only
     * who rings several and has them from several centres pays it.
     */
    public Bench best(int pbxId) {
        Bench best = best();
        if (best == null || best.profile().pbxId() == pbxId) {
            return best;
        }
        best = null;
        for (int i = 0; i < benches.size(); i++) {
            Bench bench = benches.get(i);
            if (bench.isOpen() && bench.profile().pbxId() == pbxId && (best == null || bench.isBefore(best))) {
                best = bench;
            }
        }
        return best;
    }

    /** READY agents of one PBX who match it. */
    public int readyCount(int pbxId) {
        int ofPbx = 0;
        for (int i = 0; i < benches.size(); i++) {
            SkillProfile profile = benches.get(i).profile();
            ofPbx += profile.pbxId() == pbxId && benches.get(i).isOpen() ? profile.readyCount() : 0;
        }
        return ofPbx;
    }

    /** Whether a call on it may have an agent now, so far as the step decides it. */
    public boolean mayGive() {
        return best() != null && (conditions.keepReady() == 0 || readyCount() > conditions.keepReady());
    }

    /**
     * The bench with the best agent of all who match, or null. Benches sort by a key that is never above the true one (an agent
     * who left makes it stale, one who came moves it): whoever is first with his true key is the best.
     */
    public Bench best() {
        for (Bench first = pool.first(); first != null; first = pool.first()) {
            if (!first.isOpen()) {
                pool.leave(first.inPool);
            } else if (isTrue(first)) {
                return first;
            } else {
                move(first);
            }
        }
        return null;
    }

    boolean isFor(SkillProfile profile) {
        return ((conditions.centres() >>> profile.pbx().id()) & 1) != 0
                && profile.skills().covers(needed);
    }

    SkillSet needed() {
        return needed;
    }

    void seat(Bench bench) {
        benches.add(bench);
    }

    void staffed(int more) {
        staffed += more;
    }

    /** So many more of those who match it are READY on PBXs that are ready. */
    void ready(int more) {
        ready += more;
    }

    /** The queue's strategy changed: every bench stands by its new keys. */
    void reorder() {
        for (int i = 0; i < benches.size(); i++) {
            Bench bench = benches.get(i);
            pool.leave(bench.inPool);
            bench.profile().use(AgentOrder.of(queue.settings().strategy()));
            bench.profile().queueChanged();
        }
        for (int i = 0; i < benches.size(); i++) {
            refresh(benches.get(i));
        }
    }

    /** Whether it was defined like this. */
    public boolean is(SkillSet otherNeeded, Conditions otherConditions) {
        return needed.equals(otherNeeded) && conditions.equals(otherConditions);
    }

    /** The first agent of a bench changed, or its PBX became ready: it must not stand behind its true place. */
    void refresh(Bench bench) {
        if (!bench.isOpen()) {
            return;
        }
        if (!bench.inPool.inLine()) {
            pool.join(bench.inPool, bench.key(), bench.tie(), bench.first().id());
        } else if (bench.inPool.isAfter(bench.key(), bench.tie(), bench.first().id())) {
            move(bench);
        }
    }

    private boolean isTrue(Bench bench) {
        Agent agent = bench.first();
        return !bench.inPool.isBefore(bench.key(), bench.tie(), agent.id());
    }

    private void move(Bench bench) {
        pool.move(bench.inPool, bench.key(), bench.tie(), bench.first().id());
    }

    /** Who waits or is READY joins again by himself; the benches stand by their agents. */
    void visit(State state) {
        staffed = state.next(staffed);
    }
}
