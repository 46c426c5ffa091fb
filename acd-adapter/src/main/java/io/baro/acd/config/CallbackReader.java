package io.baro.acd.config;

import io.baro.acd.customer.DialableNumbers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code callback_desk} of {@code queues.yaml}. Owns its keys, defaults and ranges. Used by the one thread that loads. */
final class CallbackReader {
    static final String KEY = "callback_desk";

    /** Three, as the centre's 건강드림콜: after the third a person visits. */
    static final int ATTEMPTS = 3;

    static final Duration RING = Duration.ofSeconds(45);
    /** research/asterisk.md 5: busy 5-10 min, no answer 30-60 min, congestion 1-2 min. */
    static final Duration RETRY_BUSY = Duration.ofMinutes(5);

    static final Duration RETRY_NO_ANSWER = Duration.ofMinutes(30);
    static final Duration RETRY_TRUNK = Duration.ofMinutes(1);
    static final Duration KEEP = Duration.ofDays(1);
    /** On the model day the callbacks of its spike are made within 70 minutes while callers go before (docs/decisions/0010-*). */
    static final Duration YIELD = Duration.ofHours(2);

    static final int LEAST_DIGITS = 8;
    /** Abroad, and numbers that cost the caller extra: what is typed into a machine must not be called at the centre's cost. */
    static final List<String> FORBIDDEN = List.of("00", "060");

    private static final int MOST_ATTEMPTS = 20;
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,15}");
    private static final String HOW_DIGITS = "write the first digits, in quotes";

    private final YamlMap map;
    private final Set<String> calendars;

    CallbackReader(YamlMap map, Set<String> calendars) {
        this.map = map;
        this.calendars = calendars;
    }

    CallbackPlan read() {
        YamlMap retry = map.map("retry");
        YamlMap numbers = map.map("numbers");
        CallbackPlan plan = new CallbackPlan(
                map.integer("attempts", ATTEMPTS, 1, MOST_ATTEMPTS),
                map.duration("ring", RING, SECOND, Duration.ofMinutes(3)),
                retry.duration("busy", RETRY_BUSY, SECOND, DAY),
                retry.duration("no_answer", RETRY_NO_ANSWER, SECOND, DAY),
                retry.duration("trunk", RETRY_TRUNK, SECOND, DAY),
                map.duration("keep", KEEP, Duration.ofMinutes(1), Duration.ofDays(90)),
                map.duration("yield", YIELD, Duration.ZERO, DAY),
                hours(),
                numbers.integer("least_digits", LEAST_DIGITS, 1, DialableNumbers.MOST_DIGITS),
                numbers.integer("most_digits", DialableNumbers.MOST_DIGITS, 1, DialableNumbers.MOST_DIGITS),
                beginnings(numbers, "allowed", List.of("0")),
                beginnings(numbers, "forbidden", FORBIDDEN));
        if (plan.leastDigits() > plan.mostDigits()) {
            numbers.error("least_digits", "least_digits is above most_digits", "lower it");
        }
        retry.refuseOtherKeys();
        numbers.refuseOtherKeys();
        map.refuseOtherKeys();
        return plan;
    }

    private Optional<String> hours() {
        String name = map.text("hours", "", Names.NAME, Names.HOW);
        if (!name.isEmpty() && !calendars.contains(name)) {
            map.source()
                    .unknown(map.valueOf("hours"), "calendar", name, calendars, "add it to calendars: or correct it");
        }
        return Optional.of(name).filter(calendars::contains);
    }

    private static List<String> beginnings(YamlMap numbers, String key, List<String> fallback) {
        return numbers.has(key)
                ? new ArrayList<>(numbers.words(key, DIGITS, HOW_DIGITS).keySet())
                : fallback;
    }
}
