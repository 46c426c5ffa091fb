package io.baro.engine.callcenter;

import io.baro.engine.state.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All skill profiles, in the order in which they came: finds and makes them, and seats each at every step that it matches. Never
 * chooses. Runs on: routing thread.
 */
final class SkillProfiles {
    private final CallQueue[] queues;
    private final Pbx[] pbxs;
    private final List<SkillProfile> profiles = new ArrayList<>();
    private final Map<Key, SkillProfile> byKey = new HashMap<>();

    private record Key(int pbxId, SkillSet skills) {}

    SkillProfiles(CallQueue[] queues, Pbx[] pbxs) {
        this.queues = queues;
        this.pbxs = pbxs;
    }

    SkillProfile at(int index) {
        return profiles.get(index);
    }

    /** The profile of these skills at a PBX, made and seated if it is the first. */
    SkillProfile of(int pbxId, SkillSet skills) {
        Key key = new Key(pbxId, skills);
        SkillProfile profile = byKey.get(key);
        if (profile == null) {
            profile = new SkillProfile(profiles.size(), pbxs[pbxId], skills);
            byKey.put(key, profile);
            profiles.add(profile);
            pbxs[pbxId].has(profile);
            for (CallQueue queue : queues) {
                for (int i = 0; queue != null && i < queue.stepCount(); i++) {
                    seat(queue.step(i), profile);
                }
            }
        }
        return profile;
    }

    /** Seats all who match a new step. */
    void seatAll(Step step) {
        for (SkillProfile profile : profiles) {
            seat(step, profile);
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

    private static void seat(Step step, SkillProfile profile) {
        if (step.isFor(profile)) {
            Bench bench = new Bench(step, profile);
            step.seat(bench);
            profile.sit(bench);
        }
    }
}
