package io.baro.engine.callcenter;

import io.baro.engine.line.Place;
import io.baro.engine.message.Strategy;

/**
 * The agents of one profile as candidates for one step of a queue: its place among the step's benches goes by the agent who is
 * best on it. Never chooses. Runs on: routing thread.
 */
public final class Bench {
    private final Step step;
    private final SkillProfile profile;
    private final long score;
    final Place<Bench> inPool = new Place<>(this);

    Bench(Step step, SkillProfile profile) {
        this.step = step;
        this.profile = profile;
        score = step.queue().score(step.needed(), profile.skills());
    }

    /** The step they are candidates for. */
    public Step step() {
        return step;
    }

    /** Whose agents sit here. */
    public SkillProfile profile() {
        return profile;
    }

    /** Level sum of the skills that count for the step, see docs/routing.md. */
    public long score() {
        return score;
    }

    /** The best of its ready agents by the queue's strategy, or null. */
    public Agent first() {
        Place<Agent> head = head();
        return head == null ? null : head.owner();
    }

    /** First key of its best agent under the queue's strategy; there must be one. */
    public long key() {
        return switch (step.queue().settings().strategy()) {
            case MOST_SKILLED -> -score;
            case LEAST_SKILLED -> score;
            default -> head().key();
        };
    }

    /** Second key of its best agent. */
    public long tie() {
        return isBySkill() ? head().key() : head().tie();
    }

    /** Whether its best agent comes before another bench's. */
    boolean isBefore(Bench other) {
        if (key() != other.key()) {
            return key() < other.key();
        }
        return tie() != other.tie()
                ? tie() < other.tie()
                : first().id() < other.first().id();
    }

    /** Whether its agents may be offered calls now. */
    boolean isOpen() {
        return profile.pbx().isReady() && profile.readyCount() > 0;
    }

    Place<Agent> head() {
        return profile.ready(AgentOrder.of(step.queue().settings().strategy())).firstPlace();
    }

    private boolean isBySkill() {
        Strategy strategy = step.queue().settings().strategy();
        return strategy == Strategy.MOST_SKILLED || strategy == Strategy.LEAST_SKILLED;
    }
}
