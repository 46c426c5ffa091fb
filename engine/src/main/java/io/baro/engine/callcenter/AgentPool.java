package io.baro.engine.callcenter;

import io.baro.engine.line.Line;
import io.baro.engine.message.Strategy;
import java.util.ArrayList;
import java.util.List;

/**
 * The agents whom steps that ask the same may have, in the order of one strategy: the benches of those who match. Steps share it, so that
 * an agent who becomes ready sits down once for the same step of seven centres' queues. Finds the best bench, never offers. Runs on:
 * routing thread.
 */
final class AgentPool {
    private static final int FIRST_CAPACITY = 64;

    private final Key key;
    private final AgentOrder order;
    private final List<Bench> benches = new ArrayList<>();
    private final Line<Bench> line = new Line<>(FIRST_CAPACITY);
    private int ready;

    /** Steps that share it. */
    int steps;

    /**
     * What makes two steps share their agents.
     *
     * @param centres bit n: PBX n
     * @param preferred skills that count for most and least skilled, by weight
     */
    record Key(SkillSet needed, long centres, SkillSet preferred, Strategy strategy) {}

    AgentPool(Key key) {
        this.key = key;
        order = AgentOrder.of(key.strategy());
    }

    Key key() {
        return key;
    }

    /** The order within a bench. */
    AgentOrder order() {
        return order;
    }

    boolean isFor(SkillProfile profile) {
        return ((key.centres() >>> profile.pbx().id()) & 1) != 0
                && profile.skills().covers(key.needed());
    }

    /** Level sum of the skills that are asked, and the weighted one of those that are preferred. */
    long score(SkillSet has) {
        long sum = 0;
        for (int skill = 0; skill < key.needed().bound(); skill++) {
            sum += key.needed().level(skill) > 0 ? has.level(skill) : 0;
        }
        for (int skill = 0; skill < key.preferred().bound(); skill++) {
            sum += (long) key.preferred().level(skill) * has.level(skill);
        }
        return sum;
    }

    /** The benches of those who match, in the order of definition. */
    List<Bench> benches() {
        return benches;
    }

    void seat(Bench bench) {
        benches.add(bench);
    }

    /** So many more of those who match are READY on PBXs that are ready. */
    void ready(int more) {
        ready += more;
    }

    /** READY agents who match, on PBXs that are ready. */
    int readyCount() {
        return ready;
    }

    /** READY agents of one PBX who match. */
    int readyCount(int pbxId) {
        int ofPbx = 0;
        for (int i = 0; i < benches.size(); i++) {
            SkillProfile profile = benches.get(i).profile();
            ofPbx += profile.pbxId() == pbxId && benches.get(i).isOpen() ? profile.readyCount() : 0;
        }
        return ofPbx;
    }

    /**
     * The bench with the best agent of all who match, or null. Benches sort by a key that is never above the true one (an agent
     * who left makes it stale, one who came moves it): whoever is first with his true key is the best.
     */
    Bench best() {
        for (Bench first = line.first(); first != null; first = line.first()) {
            if (!first.isOpen()) {
                line.leave(first.inPool);
            } else if (isTrue(first)) {
                return first;
            } else {
                move(first);
            }
        }
        return null;
    }

    /** The bench with the best agent of one PBX alone, or null. Costs a look at every bench when the best of all is of another. */
    Bench best(int pbxId) {
        Bench best = best();
        if (best == null || best.profile().pbxId() == pbxId) {
            return best;
        }
        best = null;
        for (int i = 0; i < benches.size(); i++) {
            Bench bench = benches.get(i);
            if (bench.isOpen() && bench.profile().pbxId() == pbxId && (best == null || bench.isBefore(best))) {
                best = bench;
            }
        }
        return best;
    }

    /** The first agent of a bench changed, or its PBX became ready: it must not stand behind its true place. */
    void refresh(Bench bench) {
        if (!bench.isOpen()) {
            return;
        }
        if (!bench.inPool.inLine()) {
            line.join(bench.inPool, bench.key(), bench.tie(), bench.first().id());
        } else if (bench.inPool.isAfter(bench.key(), bench.tie(), bench.first().id())) {
            move(bench);
        }
    }

    private boolean isTrue(Bench bench) {
        return !bench.inPool.isBefore(bench.key(), bench.tie(), bench.first().id());
    }

    private void move(Bench bench) {
        line.move(bench.inPool, bench.key(), bench.tie(), bench.first().id());
    }
}
