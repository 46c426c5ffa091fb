package io.baro.acd.view;

import io.baro.engine.message.ReservationChangedDecoder;
import io.baro.engine.message.ReservationClosedDecoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every open promise as the router told it last, and which have changed since somebody looked. Guarded by {@link LiveFloor}'s lock. */
final class ReservationBoard {
    private final Map<Long, ReservationView> open = new HashMap<>();
    private final Map<String, Long> idOfToken = new HashMap<>();
    private final Set<Long> changed = new LinkedHashSet<>();
    private final List<String> gone = new ArrayList<>();

    void changed(ReservationChangedDecoder fact, String token, FloorNames names) {
        long id = fact.reservationId();
        open.put(
                id,
                new ReservationView(
                        token,
                        names.centreOfCall(id),
                        names.queue(fact.queueId()),
                        word(fact.kind()),
                        word(fact.state()),
                        fact.attempts(),
                        Instant.ofEpochMilli(fact.dueMillis()),
                        Instant.ofEpochMilli(fact.untilMillis())));
        idOfToken.put(token, id);
        changed.add(id);
    }

    /** What it was, with how it ended; empty: it was not known. */
    Optional<ReservationView> closed(ReservationClosedDecoder fact) {
        ReservationView known = open.remove(fact.reservationId());
        if (known == null) {
            return Optional.empty();
        }
        idOfToken.remove(known.id());
        changed.remove(fact.reservationId());
        gone.add(known.id());
        return Optional.of(new ReservationView(
                known.id(),
                known.centre(),
                known.queue(),
                known.kind(),
                word(fact.outcome()),
                fact.attempts(),
                known.due(),
                known.until()));
    }

    Optional<Long> id(String token) {
        return Optional.ofNullable(idOfToken.get(token));
    }

    Optional<ReservationView> find(String token) {
        return id(token).map(open::get);
    }

    /** Those due first come first. */
    List<ReservationView> all() {
        return open.values().stream()
                .sorted(Comparator.comparing(ReservationView::due).thenComparing(ReservationView::id))
                .toList();
    }

    int count(String centre) {
        int count = 0;
        for (ReservationView reservation : open.values()) {
            count += centre.equals(reservation.centre()) ? 1 : 0;
        }
        return count;
    }

    List<ReservationView> takeChanged() {
        List<ReservationView> taken = changed.stream().map(open::get).toList();
        changed.clear();
        return taken;
    }

    List<String> takeGone() {
        List<String> taken = List.copyOf(gone);
        gone.clear();
        return taken;
    }

    void restart() {
        open.clear();
        idOfToken.clear();
        changed.clear();
        gone.clear();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
