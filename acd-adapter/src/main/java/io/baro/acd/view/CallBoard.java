package io.baro.acd.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Every live call as decisions have told it, the last that ended, and what changed since somebody looked. Guarded by {@link LiveFloor}'s lock. */
final class CallBoard {
    /** Somebody asks for a call that has just ended: so many are remembered. */
    private static final int ENDED_KEPT = 2_000;

    private final Map<Long, CallView> live = new HashMap<>();
    private final Map<String, Long> idOfToken = new HashMap<>();
    private final Set<Long> changed = new LinkedHashSet<>();
    private final List<String> gone = new ArrayList<>();
    private final Map<String, CallView> ended = new LinkedHashMap<>();

    void put(long callId, CallView call) {
        live.put(callId, call);
        idOfToken.put(call.id(), callId);
        changed.add(callId);
    }

    Optional<CallView> get(long callId) {
        return Optional.ofNullable(live.get(callId));
    }

    /** Changes a call that is known; others are none of ours. */
    void change(long callId, UnaryOperator<CallView> how) {
        CallView known = live.get(callId);
        if (known != null) {
            put(callId, how.apply(known));
        }
    }

    /** Over: remembered for a while. */
    void end(long callId, UnaryOperator<CallView> how) {
        CallView known = live.remove(callId);
        if (known == null) {
            return;
        }
        idOfToken.remove(known.id());
        changed.remove(callId);
        gone.add(known.id());
        ended.put(known.id(), how.apply(known));
        if (ended.size() > ENDED_KEPT) {
            ended.remove(ended.keySet().iterator().next());
        }
    }

    Optional<Long> id(String token) {
        return Optional.ofNullable(idOfToken.get(token));
    }

    /** Live, or over not long ago. */
    Optional<CallView> find(String token) {
        Long id = idOfToken.get(token);
        return Optional.ofNullable(id == null ? ended.get(token) : live.get(id));
    }

    /** In no order. */
    Iterable<CallView> live() {
        return live.values();
    }

    /** Who came first is first. */
    List<CallView> all() {
        return live.values().stream()
                .sorted(Comparator.comparing(CallView::since).thenComparing(CallView::id))
                .toList();
    }

    List<CallView> takeChanged() {
        List<CallView> taken = changed.stream().map(live::get).toList();
        changed.clear();
        return taken;
    }

    List<String> takeGone() {
        List<String> taken = List.copyOf(gone);
        gone.clear();
        return taken;
    }

    void restart() {
        live.clear();
        idOfToken.clear();
        changed.clear();
        gone.clear();
    }
}
