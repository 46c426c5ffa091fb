package io.baro.engine.callcenter;

import io.baro.engine.line.Line;
import java.util.ArrayList;
import java.util.List;

/**
 * A waiting line of one PBX: who waits, by rank, which profiles serve it, and what a call takes. Never chooses. Runs on: routing
 * thread.
 */
public final class CallQueue {
    /**
     * Service time assumed before any was measured: the model centre's 120 calls per agent and 8-hour day leave 240 s a call, of
     * which a good part is wrap-up and idle.
     */
    static final long FIRST_SERVICE_MILLIS = 180_000;

    /** Each measured service moves the mean by 1/16 of the difference: about the last 30 calls count. */
    private static final int MEAN_SHIFT = 4;

    /** Estimated wait when nobody is logged in: no bound can be given. */
    public static final long UNBOUNDED_EWT = Long.MAX_VALUE;

    /** The same in messages. */
    private static final long UNKNOWN_EWT = -1;

    private static final int FIRST_CAPACITY = 256;

    private final int id;
    private final int pbxId;
    private final SkillSet needed;
    private final List<SkillProfile> profiles = new ArrayList<>();
    private long meanServiceMillis = FIRST_SERVICE_MILLIS;

    /** Waiting calls, smallest rank first, ties by arrival, then id. */
    public final Line<Call> waiting = new Line<>(FIRST_CAPACITY);

    /** Bit n: rule n, which has an until, is switched on for this queue. */
    public int spikes;

    CallQueue(int id, int pbxId, SkillSet needed) {
        this.id = id;
        this.pbxId = pbxId;
        this.needed = needed;
    }

    /** Dense index. */
    public int id() {
        return id;
    }

    /** The PBX whose calls wait here. */
    public int pbxId() {
        return pbxId;
    }

    /** How many profiles serve it. */
    public int profileCount() {
        return profiles.size();
    }

    /** The profiles that serve it, by index from 0 in the order of definition. */
    public SkillProfile profile(int index) {
        return profiles.get(index);
    }

    /** Puts a call in line by its rank. */
    public void join(Call call) {
        waiting.join(call.inQueue, call.rank(), call.joinedMillis, call.id());
    }

    /** Takes the time an agent was busy with one call of this queue into the mean. */
    public void measureService(long millis) {
        meanServiceMillis += (millis - meanServiceMillis) >> MEAN_SHIFT;
    }

    /**
     * Estimated wait of a call that stands behind {@code ahead} others: {@code (ahead + 1) * mean service / staffed agents}, as
     * if they all served only this queue. The router's first estimate; {@link #UNBOUNDED_EWT} if nobody is logged in.
     */
    public long ewtMillis(int ahead) {
        int staffed = 0;
        for (int i = 0; i < profiles.size(); i++) {
            staffed += profiles.get(i).staffed;
        }
        return staffed == 0 ? UNBOUNDED_EWT : (ahead + 1) * meanServiceMillis / staffed;
    }

    /** Estimated wait of the next to join, as messages tell it: {@value #UNKNOWN_EWT} if nobody is logged in. */
    public long nextEwtMillis() {
        long ewt = ewtMillis(waiting.size());
        return ewt == UNBOUNDED_EWT ? UNKNOWN_EWT : ewt;
    }

    /** Mean time that an agent is busy with one call, milliseconds. */
    public long meanServiceMillis() {
        return meanServiceMillis;
    }

    SkillSet needed() {
        return needed;
    }

    void servedBy(SkillProfile profile) {
        profiles.add(profile);
    }
}
