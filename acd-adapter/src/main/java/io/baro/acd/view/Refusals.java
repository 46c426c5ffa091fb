package io.baro.acd.view;

import io.baro.engine.message.CommandRefusedDecoder;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Optional;

/** The last commands that the router refused, so that who asked can be told why. Guarded by {@link LiveFloor}'s lock. */
final class Refusals {
    /** Who asks looks within a moment. */
    private static final int KEPT = 256;

    private final ArrayDeque<Refusal> last = new ArrayDeque<>();
    private long count;

    /** @param number of all refusals, from 1 */
    private record Refusal(long number, int templateId, long subject, String reason) {}

    void add(CommandRefusedDecoder fact) {
        count++;
        last.addLast(new Refusal(
                count, fact.templateId(), fact.subject(), fact.reason().name().toLowerCase(Locale.ROOT)));
        if (last.size() > KEPT) {
            last.removeFirst();
        }
    }

    /** So many were refused until now. */
    long count() {
        return count;
    }

    /** Why a command of that kind about that subject was refused, after so many others. */
    Optional<String> since(long known, int templateId, long subject) {
        return last.stream()
                .filter(refusal ->
                        refusal.number > known && refusal.templateId == templateId && refusal.subject == subject)
                .map(Refusal::reason)
                .findFirst();
    }
}
