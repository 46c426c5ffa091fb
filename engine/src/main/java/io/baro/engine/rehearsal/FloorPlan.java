package io.baro.engine.rehearsal;

import io.baro.engine.message.AgentDefinedDecoder;
import io.baro.engine.message.LadderStepDefinedDecoder;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.message.QueueDefinedDecoder;
import io.baro.engine.message.RulesBegunDecoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.agrona.DirectBuffer;

/**
 * Owns what the configuration commands say of queues, steps and agents, read a second time from their bytes so that the router's own
 * tables are not asked to judge themselves. Never routes. One thread.
 */
public final class FloorPlan {
    private static final int MOST_PBXS = 64;

    /** A queue of one PBX; {@code dedicatedMillis} and {@code lastAgentMillis} as in QueueDefined. */
    public record Queue(int id, int pbxId, int kind, long dedicatedMillis, long lastAgentMillis) {}

    /**
     * One step of a queue's ladder.
     *
     * @param centres bit n: agents of PBX n
     * @param skills least level by skill id
     */
    public record Step(int queueId, int step, int keepReady, long centres, Map<Integer, Integer> skills) {
        public Step {
            skills = Map.copyOf(skills);
        }

        /** Whether the agent's centre and skills fit, free or not. */
        public boolean matches(Agent agent) {
            return (centres >>> agent.pbxId() & 1) == 1
                    && skills.entrySet().stream()
                            .allMatch(skill -> agent.skills().getOrDefault(skill.getKey(), 0) >= skill.getValue());
        }
    }

    /** An agent with his levels by skill id. */
    public record Agent(int id, int pbxId, Map<Integer, Integer> skills) {
        public Agent {
            skills = Map.copyOf(skills);
        }
    }

    private final List<Queue> queues = new ArrayList<>();
    private final List<List<Step>> ladders = new ArrayList<>();
    private final List<Agent> agents = new ArrayList<>();
    private final Map<Long, Integer> queueByKind = new HashMap<>();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final QueueDefinedDecoder queue = new QueueDefinedDecoder();
    private final LadderStepDefinedDecoder step = new LadderStepDefinedDecoder();
    private final AgentDefinedDecoder agent = new AgentDefinedDecoder();
    private final RulesBegunDecoder rules = new RulesBegunDecoder();
    private int pbxs;
    private long maxBoostMillis;

    /** The plan that these commands make; those about other things are passed over. */
    public static FloorPlan of(List<? extends DirectBuffer> commands) {
        FloorPlan plan = new FloorPlan();
        commands.forEach(command -> plan.take(command, 0));
        return plan;
    }

    /** Takes one command; true if it was about queues, steps, agents or the bound of rules. */
    boolean take(DirectBuffer buffer, int offset) {
        header.wrap(buffer, offset);
        switch (header.templateId()) {
            case QueueDefinedDecoder.TEMPLATE_ID -> takeQueue(buffer, offset);
            case LadderStepDefinedDecoder.TEMPLATE_ID -> takeStep(buffer, offset);
            case AgentDefinedDecoder.TEMPLATE_ID -> takeAgent(buffer, offset);
            case RulesBegunDecoder.TEMPLATE_ID ->
                maxBoostMillis = Math.max(
                        maxBoostMillis,
                        rules.wrapAndApplyHeader(buffer, offset, header).maxBoostMillis());
            default -> {
                return false;
            }
        }
        return true;
    }

    /** PBX indexes in use: one more than the largest. */
    public int pbxs() {
        return pbxs;
    }

    /** Queues by id; null where there is none. */
    public List<Queue> queues() {
        return queues;
    }

    /** Agents by id; null where there is none. */
    public List<Agent> agents() {
        return agents;
    }

    /** The ladder of a queue, its step 0 first. */
    public List<Step> ladder(int queueId) {
        return ladders.get(queueId);
    }

    /** The queue of that kind at that PBX; -1: none. */
    public int queueOf(int pbxId, int kind) {
        return queueByKind.getOrDefault(place(pbxId, kind), -1);
    }

    /** Largest head start that any of its rule sets may give. */
    public long maxBoostMillis() {
        return maxBoostMillis;
    }

    private void takeQueue(DirectBuffer buffer, int offset) {
        queue.wrapAndApplyHeader(buffer, offset, header);
        int id = queue.queueId();
        Queue known = at(queues, id);
        put(queues, id, new Queue(id, queue.pbxId(), queue.kind(), queue.dedicatedMillis(), queue.lastAgentMillis()));
        queueByKind.put(place(queue.pbxId(), queue.kind()), id);
        pbxs = Math.max(pbxs, queue.pbxId() + 1);
        if (known != null) {
            return;
        }
        Map<Integer, Integer> skills = new HashMap<>();
        for (QueueDefinedDecoder.SkillsDecoder skill : queue.skills()) {
            skills.put((int) skill.skillId(), (int) skill.level());
        }
        long centre = queue.pbxId() < MOST_PBXS ? 1L << queue.pbxId() : 0;
        put(ladders, id, new ArrayList<>(List.of(new Step(id, 0, 0, centre, skills))));
    }

    private void takeStep(DirectBuffer buffer, int offset) {
        step.wrapAndApplyHeader(buffer, offset, header);
        int queueId = step.queueId();
        int place = step.step();
        int keepReady = step.keepReady();
        long centres = step.centres();
        Map<Integer, Integer> skills = new HashMap<>();
        for (LadderStepDefinedDecoder.SkillsDecoder skill : step.skills()) {
            skills.put((int) skill.skillId(), (int) skill.level());
        }
        List<Step> ladder = at(ladders, queueId);
        if (ladder != null && ladder.size() == place) {
            ladder.add(new Step(queueId, place, keepReady, centres, skills));
        }
    }

    private void takeAgent(DirectBuffer buffer, int offset) {
        agent.wrapAndApplyHeader(buffer, offset, header);
        int id = agent.agentId();
        int pbxId = agent.pbxId();
        Map<Integer, Integer> skills = new HashMap<>();
        for (AgentDefinedDecoder.SkillsDecoder skill : agent.skills()) {
            skills.put((int) skill.skillId(), (int) skill.level());
        }
        put(agents, id, new Agent(id, pbxId, skills));
        pbxs = Math.max(pbxs, pbxId + 1);
    }

    private static long place(int pbxId, int kind) {
        return (long) pbxId << Integer.SIZE | kind;
    }

    private static <T> T at(List<T> list, int index) {
        return index < list.size() ? list.get(index) : null;
    }

    private static <T> void put(List<T> list, int index, T value) {
        while (list.size() <= index) {
            list.add(null);
        }
        list.set(index, value);
    }
}
