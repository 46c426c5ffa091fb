package io.baro.engine.callcenter;

import io.baro.engine.state.State;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Skills with levels 1-10: what a call needs or an agent has. Immutable once filled, equal by content. Made only by configuration
 * commands. Runs on: routing thread.
 */
public final class SkillSet {
    private final byte[] levels;

    /** The skills that are there: among a thousand a queue asks two, and a new profile is held against every queue. */
    private final int[] held;

    private SkillSet(byte[] levels) {
        this.levels = levels;
        held = IntStream.range(0, levels.length)
                .filter(skill -> levels[skill] > 0)
                .toArray();
    }

    /** No skill at all. */
    public static SkillSet empty() {
        return new SkillSet(new byte[0]);
    }

    /** This set and one more skill, or another level of one it has. */
    public SkillSet with(int skillId, int level) {
        byte[] more = Arrays.copyOf(levels, Math.max(levels.length, skillId + 1));
        more[skillId] = (byte) level;
        return new SkillSet(more);
    }

    /** Whether somebody with these skills can do all that {@code needed} asks, each at least at its level. */
    public boolean covers(SkillSet needed) {
        for (int skill : needed.held) {
            if (level(skill) < needed.levels[skill]) {
                return false;
            }
        }
        return true;
    }

    /** Level of a skill, 0: does not have it. */
    public int level(int skillId) {
        return skillId < levels.length ? levels[skillId] : 0;
    }

    /** One more than the largest skill that it may have. */
    public int bound() {
        return levels.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SkillSet that && covers(that) && that.covers(this);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int skill = 0; skill < levels.length; skill++) {
            if (levels[skill] > 0) {
                hash = 31 * hash + ((skill << 4) | levels[skill]);
            }
        }
        return hash;
    }

    /** Ends with its last skill, so that equal sets are written alike. */
    static SkillSet next(State state, SkillSet set) {
        int length = set.levels.length;
        while (length > 0 && set.levels[length - 1] == 0) {
            length--;
        }
        byte[] levels = Arrays.copyOf(set.levels, state.next(length));
        state.next(levels, levels.length);
        return new SkillSet(levels);
    }
}
