package io.baro.acd.cli;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Points in time as people read and write them, in the zone of their machine. Never reads a clock of its own. Immutable; any thread. */
record Moments(Clock clock) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    /** The time of today, with the day of another day; what is no time stays as it is. */
    String text(String iso) {
        return parsed(iso).map(this::text).orElse(iso);
    }

    /** Day and time. */
    String day(String iso) {
        return parsed(iso).map(DAY::format).orElse(iso);
    }

    /** Time without the day, for what has just happened. */
    String time(String iso) {
        return parsed(iso).map(TIME::format).orElse(iso);
    }

    /** What an operator wrote behind an option, as the API takes it. */
    String iso(String option, String written) throws CommandFailedException {
        String text = written.strip().replace(' ', 'T');
        List<Function<String, Instant>> forms = List.of(
                Instant::parse,
                form -> OffsetDateTime.parse(form).toInstant(),
                form -> LocalDateTime.parse(form).atZone(clock.getZone()).toInstant(),
                form -> LocalTime.parse(form)
                        .atDate(LocalDate.now(clock))
                        .atZone(clock.getZone())
                        .toInstant());
        for (Function<String, Instant> form : forms) {
            try {
                return form.apply(text).toString();
            } catch (DateTimeException anotherForm) {
                // The next form, or the line below.
            }
        }
        throw new CommandFailedException(option + " is \"" + written
                + "\", no time; write 14:30 (today), \"2026-11-23 14:30\" or 2026-11-23T14:30Z");
    }

    private String text(ZonedDateTime time) {
        return time.toLocalDate().equals(LocalDate.now(clock)) ? TIME.format(time) : DAY.format(time);
    }

    private Optional<ZonedDateTime> parsed(String iso) {
        try {
            return Optional.of(Instant.parse(iso).atZone(clock.getZone()));
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }
}
