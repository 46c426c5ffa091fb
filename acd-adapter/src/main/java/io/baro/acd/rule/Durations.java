package io.baro.acd.rule;

import java.time.Duration;
import java.util.Optional;

/** How operators write a time: a whole number and one unit, {@code 90s}, {@code 4m}, {@code 24h}. Stateless; any thread. */
public final class Durations {
    public static final String HOW = "write a whole number and a unit: 500ms, 90s, 4m, 24h or 7d";
    /** Nine digits of days still fit milliseconds in a long. */
    private static final int MAX_DIGITS = 9;

    private Durations() {}

    public static Optional<Duration> parse(String text) {
        int digits = 0;
        while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
            digits++;
        }
        if (digits == 0 || digits > MAX_DIGITS) {
            return Optional.empty();
        }
        long amount = Long.parseLong(text.substring(0, digits));
        return switch (text.substring(digits)) {
            case "ms" -> Optional.of(Duration.ofMillis(amount));
            case "s" -> Optional.of(Duration.ofSeconds(amount));
            case "m" -> Optional.of(Duration.ofMinutes(amount));
            case "h" -> Optional.of(Duration.ofHours(amount));
            case "d" -> Optional.of(Duration.ofDays(amount));
            default -> Optional.empty();
        };
    }

    /** The shortest way to write it, in the largest unit that leaves no rest. */
    public static String write(Duration duration) {
        long millis = duration.toMillis();
        if (millis % 1000 != 0) {
            return millis + "ms";
        }
        long seconds = millis / 1000;
        if (seconds % 3600 == 0 && seconds > 0) {
            return seconds / 3600 + "h";
        }
        return seconds % 60 == 0 && seconds > 0 ? seconds / 60 + "m" : seconds + "s";
    }
}
