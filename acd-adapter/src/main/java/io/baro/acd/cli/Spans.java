package io.baro.acd.cli;

import io.baro.acd.rule.Durations;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Lengths of time and shares as people read and write them. Stateless; any thread. */
final class Spans {
    private static final long MILLIS_PER_SECOND = 1_000;
    private static final long SECONDS_PER_MINUTE = 60;
    private static final long SECONDS_PER_HOUR = 3_600;
    private static final int PER_CENT = 100;

    private Spans() {}

    /** {@code 7s}, {@code 4m05s}, {@code 2h10m}. */
    static String text(long millis) {
        if (millis < 0) {
            return "-" + text(-millis);
        }
        long seconds = millis / MILLIS_PER_SECOND;
        if (seconds < SECONDS_PER_MINUTE) {
            return seconds + "s";
        }
        if (seconds < SECONDS_PER_HOUR) {
            return String.format(Locale.ROOT, "%dm%02ds", seconds / SECONDS_PER_MINUTE, seconds % SECONDS_PER_MINUTE);
        }
        return String.format(
                Locale.ROOT, "%dh%02dm", seconds / SECONDS_PER_HOUR, seconds % SECONDS_PER_HOUR / SECONDS_PER_MINUTE);
    }

    static String text(OptionalLong millis) {
        return millis.isEmpty() ? Fields.NOTHING : text(millis.getAsLong());
    }

    /** A share of one in per cent. */
    static String percent(OptionalDouble share) {
        return share.isEmpty() ? Fields.NOTHING : String.format(Locale.ROOT, "%.1f%%", share.getAsDouble() * PER_CENT);
    }

    /** What an operator wrote behind an option, as milliseconds; may begin with a minus. */
    static long millis(String option, String written) throws CommandFailedException {
        boolean less = written.startsWith("-");
        Optional<Duration> parsed = Durations.parse(less ? written.substring(1) : written);
        if (parsed.isEmpty()) {
            throw new CommandFailedException(option + " is \"" + written + "\", no duration; " + Durations.HOW);
        }
        return less ? -parsed.get().toMillis() : parsed.get().toMillis();
    }
}
