package io.baro.acd.view;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The last decisions, and those since somebody looked. Older ones are in the journal and the records. Guarded by {@link LiveFloor}'s lock. */
final class DecisionLog {
    /** A minute of the model centre's spike. */
    private static final int KEPT = 2_000;

    /** Of one look: nobody reads more in a second. */
    private static final int FRESH = 200;

    private final ArrayDeque<DecisionView> last = new ArrayDeque<>();
    private final ArrayDeque<DecisionView> fresh = new ArrayDeque<>();
    private int rulesVersion;

    /** Rules of that version are in force. */
    void rulesVersion(int version) {
        rulesVersion = version;
    }

    /** Version of the rules in force; 0 before the first. */
    int rulesVersion() {
        return rulesVersion;
    }

    void add(DecisionView decision) {
        last.addLast(decision);
        if (last.size() > KEPT) {
            last.removeFirst();
        }
        fresh.addLast(decision);
        if (fresh.size() > FRESH) {
            fresh.removeFirst();
        }
    }

    /** At most so many, newest first. */
    List<DecisionView> newest(int limit) {
        List<DecisionView> newest = new ArrayList<>();
        Iterator<DecisionView> backwards = last.descendingIterator();
        while (backwards.hasNext() && newest.size() < limit) {
            newest.add(backwards.next());
        }
        return newest;
    }

    /** All about that call that are remembered, oldest first. */
    List<DecisionView> about(String callToken) {
        return last.stream()
                .filter(decision -> callToken.equals(decision.call()))
                .toList();
    }

    /** Those since this was asked last, oldest first. */
    List<DecisionView> takeFresh() {
        List<DecisionView> taken = List.copyOf(fresh);
        fresh.clear();
        return taken;
    }
}
