package io.baro.engine.callcenter;

import io.baro.engine.line.Line;
import io.baro.engine.line.Place;
import io.baro.engine.state.State;

/**
 * One step of a queue's ladder: whom its calls may have, who waits on it, and the pool of those who match it. Never offers. Runs on: routing thread.
 */
public final class Step {
    private static final int FIRST_CAPACITY = 64;

    private final CallQueue queue;
    private final int index;
    private final SkillSet needed;
    private final Conditions conditions;
    private final SkillProfiles profiles;
    private AgentPool pool;
    private int staffed;

    /** Calls on this step or a higher one, smallest rank first, ties by arrival, then id. To be looked at; {@link #join} is the way in. */
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

    Step(CallQueue queue, int index, SkillSet needed, Conditions conditions, SkillProfiles profiles) {
        this.queue = queue;
        this.index = index;
        this.needed = needed;
        this.conditions = conditions;
        this.profiles = profiles;
        pool = profiles.pool(key());
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
        return pool.benches().size();
    }

    /** The benches of those who match, by index from 0 in the order of definition. */
    public Bench bench(int at) {
        return pool.benches().get(at);
    }

    /** READY agents who match it, on PBXs that are ready. */
    public int readyCount() {
        return pool.readyCount();
    }

    /** The bench with the best agent of one PBX alone, or null: only who rings several and has them from several centres asks. */
    public Bench best(int pbxId) {
        return pool.best(pbxId);
    }

    /** READY agents of one PBX who match it. */
    public int readyCount(int pbxId) {
        return pool.readyCount(pbxId);
    }

    /** Whether a call on it may have an agent now, so far as the step decides it. */
    public boolean mayGive() {
        return readyCount() > conditions.keepReady();
    }

    /** The bench with the best agent of all who match, or null. */
    public Bench best() {
        return pool.best();
    }

    /** A call stands on it, or on a higher one. */
    void join(Place<Call> place, Call call) {
        waiting.join(place, call.rank(), call.joinedMillis, call.id());
        if (waiting.size() == 1) {
            profiles.occupied().occupy(bit());
        }
    }

    /** A call has left it. */
    void leave(Place<Call> place) {
        waiting.leave(place);
        if (waiting.size() == 0) {
            profiles.occupied().vacate(bit());
        }
    }

    /** Its place among the steps of all queues. */
    int bit() {
        return OccupiedSteps.bitOf(queue.id(), index);
    }

    boolean isFor(SkillProfile profile) {
        return pool.isFor(profile);
    }

    SkillSet needed() {
        return needed;
    }

    void staffed(int more) {
        staffed += more;
    }

    /** The queue has other settings, perhaps another strategy: then its agents stand in another order. */
    void reorder() {
        AgentPool before = pool;
        pool = profiles.pool(key());
        profiles.release(before);
        for (Bench bench : pool.benches()) {
            bench.profile().queueChanged();
        }
    }

    private AgentPool.Key key() {
        return new AgentPool.Key(
                needed,
                conditions.centres(),
                queue.identity().preferred(),
                queue.settings().strategy());
    }

    /** Whether it was defined like this. */
    public boolean is(SkillSet otherNeeded, Conditions otherConditions) {
        return needed.equals(otherNeeded) && conditions.equals(otherConditions);
    }

    /** Who waits or is READY joins again by himself; the benches stand by their agents. */
    void visit(State state) {
        staffed = state.next(staffed);
    }
}
