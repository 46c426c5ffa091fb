package io.baro.engine.callcenter;

import io.baro.engine.state.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All skill profiles, in the order in which they came: finds and makes them and the pools that they sit in. Never chooses. Runs on: routing thread.
 */
final class SkillProfiles {
    private final CallQueue[] queues;
    private final Pbx[] pbxs;
    private final OccupiedSteps occupied;
    private final List<SkillProfile> profiles = new ArrayList<>();
    private final Map<Key, SkillProfile> byKey = new HashMap<>();

    /** In the order in which they came, so that the same commands go through them in the same order. */
    private final Map<AgentPool.Key, AgentPool> pools = new LinkedHashMap<>();

    private record Key(int pbxId, SkillSet skills) {}

    SkillProfiles(CallQueue[] queues, Pbx[] pbxs) {
        this.queues = queues;
        this.pbxs = pbxs;
        occupied = new OccupiedSteps(queues.length);
    }

    /** Where somebody waits. */
    OccupiedSteps occupied() {
        return occupied;
    }

    SkillProfile at(int index) {
        return profiles.get(index);
    }

    /** The profile of these skills at a PBX, made and seated if it is the first. */
    SkillProfile of(int pbxId, SkillSet skills) {
        Key key = new Key(pbxId, skills);
        SkillProfile profile = byKey.get(key);
        if (profile == null) {
            profile = new SkillProfile(profiles.size(), pbxs[pbxId], skills, occupied);
            byKey.put(key, profile);
            profiles.add(profile);
            pbxs[pbxId].has(profile);
            seatOnAll(profile);
        }
        return profile;
    }

    /** Tells all who match a new step. */
    void matchAll(Step step) {
        for (SkillProfile profile : profiles) {
            if (step.isFor(profile)) {
                profile.match(step);
            }
        }
    }

    /** The pool of one more step that asks so, made and filled if it is the first. */
    AgentPool pool(AgentPool.Key key) {
        AgentPool pool = pools.get(key);
        if (pool == null) {
            pool = new AgentPool(key);
            pools.put(key, pool);
            for (SkillProfile profile : profiles) {
                seat(pool, profile);
            }
        }
        pool.steps++;
        return pool;
    }

    /** One step has left the pool; the last one closes it. */
    void release(AgentPool pool) {
        pool.steps--;
        if (pool.steps == 0) {
            pools.remove(pool.key());
            pool.benches().forEach(bench -> bench.profile().leave(pool));
        }
    }

    /** Their order counts where more queues share an agent than an estimate looks at; the queues are visited before. */
    void visit(State state) {
        int count = state.next(profiles.size());
        for (int i = 0; i < count; i++) {
            SkillProfile known = i < profiles.size() ? profiles.get(i) : null;
            int pbxId = state.next(known == null ? 0 : known.pbxId());
            of(pbxId, SkillSet.next(state, known == null ? SkillSet.empty() : known.skills()))
                    .visit(state);
        }
    }

    private void seatOnAll(SkillProfile profile) {
        for (AgentPool pool : pools.values()) {
            seat(pool, profile);
        }
        for (CallQueue queue : queues) {
            for (int i = 0; queue != null && i < queue.stepCount(); i++) {
                if (queue.step(i).isFor(profile)) {
                    profile.match(queue.step(i));
                }
            }
        }
    }

    private static void seat(AgentPool pool, SkillProfile profile) {
        if (pool.isFor(profile)) {
            Bench bench = new Bench(pool, profile);
            pool.seat(bench);
            profile.sit(bench);
        }
    }
}
