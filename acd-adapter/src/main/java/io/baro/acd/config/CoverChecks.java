package io.baro.acd.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * Whether somebody can take what waits: a queue or a step that nobody serves anywhere is a mistake; a queue that nobody serves for
 * some centre may be meant. Used by the thread that loads or reloads.
 */
final class CoverChecks {
    private final Configuration all;
    private final Problems problems;
    /** By skills asked for, a bit for each PBX: each is asked many times, and 1,562 agents are looked at each time. */
    private final Map<Map<String, Integer>, Long> centresBySkills = new HashMap<>();

    private final Map<String, Integer> bestLevels = new HashMap<>();

    CoverChecks(Configuration all, Problems problems) {
        this.all = all;
        this.problems = problems;
        for (AgentPlan agent : all.agents()) {
            agent.skills().forEach((skill, level) -> bestLevels.merge(skill, level, Math::max));
        }
    }

    void check() {
        for (QueuePlan.Queue queue : all.queues().queues()) {
            if (levelsAreReached(queue.skills(), queue.line(), "queue \"" + queue.name() + "\"")) {
                queue(queue);
            }
        }
    }

    private void queue(QueuePlan.Queue queue) {
        boolean sound = true;
        List<QueuePlan.Step> ladder = queue.ladder();
        for (int i = 0; i < ladder.size(); i++) {
            String step = "step " + (i + 1) + " of queue \"" + queue.name() + "\"";
            boolean reached =
                    levelsAreReached(ladder.get(i).skills(), ladder.get(i).line(), step);
            if (reached && everywhere(ladder.get(i)) == 0) {
                problems.error(
                        QueueFile.NAME,
                        ladder.get(i).line(),
                        "no agent of its centres has the skills of " + step,
                        "give them to an agent of agents.csv, lower the levels or add centres");
                reached = false;
            }
            sound &= reached;
        }
        if (!sound) {
            return;
        }
        long served = centresWith(queue.skills());
        if (served == 0 && ladder.stream().allMatch(step -> everywhere(step) == 0)) {
            problems.error(
                    QueueFile.NAME,
                    queue.line(),
                    "no agent has the skills of queue \"" + queue.name() + "\"",
                    "give them to an agent of agents.csv or lower the levels");
            return;
        }
        for (int pbxId = 0; pbxId < all.server().pbxs().size(); pbxId++) {
            int id = pbxId;
            boolean own = (served & 1L << id) != 0;
            boolean lent =
                    ladder.stream().anyMatch(step -> (centresWith(step.skills()) & all.centresOf(step, id)) != 0);
            if (!own && !lent) {
                problems.warning(
                        QueueFile.NAME,
                        queue.line(),
                        "nobody serves queue \"" + queue.name() + "\" of "
                                + all.server().pbxs().get(id).name(),
                        "its callers there reach the fallback queue");
            }
        }
    }

    /** Whether each skill is had by somebody at its level; the first that is not is reported. */
    private boolean levelsAreReached(Map<String, Integer> skills, int line, String of) {
        for (Map.Entry<String, Integer> needed : skills.entrySet()) {
            int best = bestLevels.getOrDefault(needed.getKey(), 0);
            if (best < needed.getValue()) {
                problems.error(
                        QueueFile.NAME,
                        line,
                        of + " asks for " + needed.getKey() + " " + needed.getValue() + ", nobody has more than "
                                + best,
                        "lower the level or give it to an agent of agents.csv");
                return false;
            }
        }
        return true;
    }

    /** For how many PBXs the step has an agent. */
    private long everywhere(QueuePlan.Step step) {
        long having = centresWith(step.skills());
        return LongStream.range(0, all.server().pbxs().size())
                .filter(pbxId -> (having & all.centresOf(step, (int) pbxId)) != 0)
                .count();
    }

    private long centresWith(Map<String, Integer> skills) {
        return centresBySkills.computeIfAbsent(skills, this::centresOfAgentsWith);
    }

    private long centresOfAgentsWith(Map<String, Integer> skills) {
        return all.agents().stream()
                .filter(agent -> agent.serves(skills))
                .mapToLong(agent -> 1L << all.pbxIdOf(agent.centre()))
                .reduce(0, (a, b) -> a | b);
    }
}
