package io.baro.engine.callcenter;

import io.baro.engine.line.Line;
import java.util.ArrayList;
import java.util.List;

/**
 * All agents of one PBX with the same skills: they can take exactly the same calls, so the ready among them stand in one line and
 * a pick costs one look per profile, not per agent. Never chooses. Runs on: routing thread.
 */
public final class SkillProfile {
    private static final int FIRST_CAPACITY = 64;

    private final int pbxId;
    private final SkillSet skills;
    private final List<CallQueue> queues = new ArrayList<>();

    /** Ready agents, longest idle first. */
    public final Line<Agent> ready = new Line<>(FIRST_CAPACITY);

    /** Agents that count as staff now, see {@link Agent#isStaffed()}. */
    public int staffed;

    SkillProfile(int pbxId, SkillSet skills) {
        this.pbxId = pbxId;
        this.skills = skills;
    }

    /** The PBX of their phones. */
    public int pbxId() {
        return pbxId;
    }

    /** How many queues they serve. */
    public int queueCount() {
        return queues.size();
    }

    /** The queues they serve, by index from 0 in the order of definition. */
    public CallQueue queue(int index) {
        return queues.get(index);
    }

    SkillSet skills() {
        return skills;
    }

    void serve(CallQueue queue) {
        queues.add(queue);
    }
}
