package io.baro.engine.scenario;

import io.baro.engine.callcenter.CallIds;
import io.baro.engine.callcenter.OfferIds;
import java.util.HashMap;
import java.util.Map;

/** The short names of a scenario (c1, a1, q0, p0, o1, n1) and the ids behind them, both ways. Learns offers as they are made. */
final class Names {
    /** Midnight of every scenario, epoch milliseconds. */
    static final long START_MILLIS = 1_800_000_000_000L;

    private static final long HOUR_MILLIS = 3_600_000;
    private static final long EPOCH_SECONDS = START_MILLIS / 1000;

    /** Callers without a number in the scenario have one of their own. */
    private static final long OWN_NUMBERS = 1_000;

    private final Map<String, Long> offerIds = new HashMap<>();
    private final Map<Long, Long> callOfOffer = new HashMap<>();

    /** {@code c5}, or {@code c5@p1} on another PBX than p0; {@code b5}: the callback of the reservation made from c5. */
    static long call(String name) {
        String[] parts = name.split("@", -1);
        boolean callback = name.startsWith("b");
        long sequence = number(parts[0], callback ? 'b' : 'c');
        long id = CallIds.of(parts.length == 1 ? 0 : number(parts[1], 'p'), EPOCH_SECONDS, sequence);
        return callback ? CallIds.callbackOf(id) : id;
    }

    static String call(long callId) {
        String pbx = CallIds.pbxOf(callId) == 0 ? "" : "@p" + CallIds.pbxOf(callId);
        String kind = CallIds.isCallback(callId) ? "b" : "c";
        return callId == 0 ? "nobody" : kind + CallIds.sequenceOf(callId) + pbx;
    }

    /** A time as the scenario's rows have it: how long after its midnight. */
    static String time(long millis) {
        long since = millis - START_MILLIS;
        String hours = since < HOUR_MILLIS ? "" : since / HOUR_MILLIS + "h";
        return hours.isEmpty() || since % HOUR_MILLIS != 0 ? hours + duration(since % HOUR_MILLIS) : hours;
    }

    /** The hash of a number: {@code n3}, {@code withheld}, or the caller's own when none is given. */
    static long caller(String name, long callId) {
        return switch (name) {
            case "" -> OWN_NUMBERS + CallIds.sequenceOf(callId);
            case "withheld" -> 0;
            default -> number(name, 'n');
        };
    }

    /** {@code o1} as it was made in the scenario, or {@code o7@a1}: the seventh, made to a1. */
    long offer(String name) {
        String[] parts = name.split("@", -1);
        if (parts.length == 2) {
            return OfferIds.of(number(parts[0], 'o'), number(parts[1], 'a'));
        }
        Long id = offerIds.get(name);
        if (id == null) {
            throw new IllegalArgumentException("no offer " + name + " was made; known: " + offerIds.keySet());
        }
        return id;
    }

    /** {@code o1}; {@code o1@a2} of those that ring together with it. */
    String offer(long offerId) {
        String name = "o" + OfferIds.countOf(offerId);
        long first = offerIds.getOrDefault(name, offerId);
        return first == offerId ? name : name + "@a" + OfferIds.agentOf(offerId);
    }

    /** The call that an offer was made for. */
    long callOf(long offerId) {
        return callOfOffer.getOrDefault(offerId, 0L);
    }

    void learn(long offerId, long callId) {
        offerIds.putIfAbsent("o" + OfferIds.countOf(offerId), offerId);
        callOfOffer.put(offerId, callId);
    }

    /** The number behind a name of a kind: {@code number("a12", 'a')} is 12. */
    static int number(String name, char kind) {
        if (name.length() < 2 || name.charAt(0) != kind) {
            throw new IllegalArgumentException("expected " + kind + "<number>, got '" + name + "'");
        }
        return Integer.parseInt(name.substring(1));
    }

    /** {@code 24h}, {@code 15m}, {@code 1m30s}, {@code 500ms} in milliseconds. */
    static long millis(String text) {
        long total = 0;
        long value = 0;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i++);
            if (Character.isDigit(c)) {
                value = value * 10 + (c - '0');
                continue;
            }
            boolean isMillis = c == 'm' && i < text.length() && text.charAt(i) == 's';
            i += isMillis ? 1 : 0;
            total += value * unitMillis(c, isMillis, text);
            value = 0;
        }
        if (value != 0) {
            throw new IllegalArgumentException("duration without a unit: " + text);
        }
        return total;
    }

    private static long unitMillis(char unit, boolean isMillis, String text) {
        if (isMillis) {
            return 1;
        }
        return switch (unit) {
            case 'h' -> 3_600_000;
            case 'm' -> 60_000;
            case 's' -> 1_000;
            default -> throw new IllegalArgumentException("no duration: " + text);
        };
    }

    /** The shortest text that {@link #millis} reads back. */
    static String duration(long millis) {
        if (millis == Long.MAX_VALUE) {
            return "unbounded";
        }
        if (millis < 0) {
            return "unknown";
        }
        long rest = millis % 60_000;
        String minutes = millis >= 60_000 ? millis / 60_000 + "m" : "";
        String seconds = rest >= 1_000 ? rest / 1_000 + "s" : "";
        String fraction = rest % 1_000 != 0 ? rest % 1_000 + "ms" : "";
        String text = minutes + seconds + fraction;
        return text.isEmpty() ? "0s" : text;
    }
}
