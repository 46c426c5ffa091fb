package io.baro.engine.callcenter;

import io.baro.engine.line.Line;
import io.baro.engine.line.Place;
import io.baro.engine.message.Strategy;

/**
 * The agents of one profile as candidates for the steps that share a pool: its place among the pool's benches goes by the agent who is
 * best on it. Never chooses. Runs on: routing thread.
 */
public final class Bench {
    private final AgentPool pool;
    private final SkillProfile profile;
    private final Line<Agent> ready;
    private final long score;
    final Place<Bench> inPool = new Place<>(this);

    Bench(AgentPool pool, SkillProfile profile) {
        this.pool = pool;
        this.profile = profile;
        ready = profile.ready(pool.order());
        score = pool.score(profile.skills());
    }

    /** Whom they are candidates among. */
    AgentPool pool() {
        return pool;
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
        return ready.first();
    }

    /** First key of its best agent under the queue's strategy; there must be one. */
    public long key() {
        return switch (pool.key().strategy()) {
            case MOST_SKILLED -> -score;
            case LEAST_SKILLED -> score;
            default -> ready.firstPlace().key();
        };
    }

    /** Second key of its best agent. */
    public long tie() {
        return isBySkill() ? ready.firstPlace().key() : ready.firstPlace().tie();
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
        return ready.size() > 0 && profile.pbx().isReady();
    }

    private boolean isBySkill() {
        Strategy strategy = pool.key().strategy();
        return strategy == Strategy.MOST_SKILLED || strategy == Strategy.LEAST_SKILLED;
    }
}
