package io.baro.acd.config;

import io.baro.acd.hours.OpeningHours;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one calendar of {@code queues.yaml}. Used by the one thread that loads. */
final class HoursReader {
    private static final String HOW_HOURS = "write 09:00-18:00, several with a comma between, or closed";
    private static final String HOW_DATE = "write a day as 2026-12-25";
    private static final Pattern SPAN =
            Pattern.compile("([01][0-9]|2[0-3]):([0-5][0-9])-([01][0-9]|2[0-4]):([0-5][0-9])");
    private static final Pattern ANY = Pattern.compile(".+");
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final int DATE_LENGTH = 10;

    private final Path dir;
    private final ZoneId zone;
    private final YamlMap map;
    private final Map<LocalDate, List<OpeningHours.Span>> days = new LinkedHashMap<>();

    /** @param zone of who names none */
    HoursReader(Path dir, ZoneId zone, YamlMap map) {
        this.dir = dir;
        this.zone = zone;
        this.map = map;
    }

    OpeningHours read() {
        ZoneId own = zone();
        Map<DayOfWeek, List<OpeningHours.Span>> week = week(map.map("open"));
        if (!map.has("open")) {
            map.source().error(map.place(), "the calendar has no open", "add open: { mon-fri: 09:00-18:00 }");
        }
        map.words("holidays", ANY, HOW_DATE).forEach((text, place) -> holiday(text, place));
        file();
        YamlMap special = map.map("days");
        for (String text : special.names()) {
            Optional<LocalDate> date = date(text);
            if (date.isEmpty()) {
                map.source().error(special.placeOf(text), "\"" + text + "\" is no day of the calendar", HOW_DATE);
            } else {
                days.put(date.get(), spans(special, text));
            }
        }
        map.refuseOtherKeys();
        return new OpeningHours(own, week, days);
    }

    private ZoneId zone() {
        String name = map.text("zone", zone.getId(), ANY, "write a zone");
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            map.source()
                    .unknown(
                            map.valueOf("zone"),
                            "zone",
                            name,
                            ZoneId.getAvailableZoneIds(),
                            "write one like Asia/Seoul");
            return zone;
        }
    }

    private static Map<DayOfWeek, List<OpeningHours.Span>> week(YamlMap open) {
        Map<DayOfWeek, List<OpeningHours.Span>> week = new EnumMap<>(DayOfWeek.class);
        for (String key : open.names()) {
            int dash = key.indexOf('-');
            int from = DAYS.indexOf(dash < 0 ? key : key.substring(0, dash));
            int to = DAYS.indexOf(dash < 0 ? key : key.substring(dash + 1));
            if (from < 0 || to < from) {
                open.source().unknown(open.placeOf(key), "day", key, DAYS, "write mon to sun, or a range like mon-fri");
                continue;
            }
            List<OpeningHours.Span> spans = spans(open, key);
            for (int day = from; day <= to; day++) {
                if (week.put(DayOfWeek.of(day + 1), spans) != null) {
                    open.source().error(open.placeOf(key), DAYS.get(day) + " stands twice", "name each day once");
                }
            }
        }
        return week;
    }

    private static List<OpeningHours.Span> spans(YamlMap from, String key) {
        String text = from.text(key, "closed", ANY, HOW_HOURS);
        List<OpeningHours.Span> spans = new ArrayList<>();
        for (String part : text.equals("closed") ? new String[0] : text.split(",", -1)) {
            Matcher span = SPAN.matcher(part.strip());
            boolean endsAtMidnight = span.matches() && span.group(3).equals("24");
            if (!span.matches() || (endsAtMidnight && !span.group(4).equals("00"))) {
                from.error(key, "\"" + part.strip() + "\" is no opening time", HOW_HOURS);
                continue;
            }
            spans.add(new OpeningHours.Span(
                    LocalTime.of(Integer.parseInt(span.group(1)), Integer.parseInt(span.group(2))),
                    LocalTime.of(
                            endsAtMidnight ? 0 : Integer.parseInt(span.group(3)), Integer.parseInt(span.group(4)))));
        }
        return spans;
    }

    private void holiday(String text, YamlSource.Place place) {
        Optional<LocalDate> date = date(text);
        if (date.isEmpty()) {
            map.source().error(place, "\"" + text + "\" is no day of the calendar", HOW_DATE);
        }
        date.ifPresent(day -> days.put(day, List.of()));
    }

    /** A file of holidays: a day at the start of each line, then whatever helps people, behind a comma. */
    private void file() {
        String name = map.text("holidays_file", "", ANY, "write a file");
        if (name.isEmpty()) {
            return;
        }
        try {
            int number = 0;
            for (String line : Files.readAllLines(dir.resolve(name))) {
                number++;
                if (!line.isBlank() && !line.startsWith("#")) {
                    fileLine(name, number, line);
                }
            }
        } catch (IOException unreadable) {
            map.error("holidays_file", "holidays file " + name + " cannot be read", "put it where holidays_file says");
        }
    }

    private void fileLine(String name, int number, String line) {
        Optional<LocalDate> date = date(line.split(",", -1)[0].strip());
        if (date.isEmpty()) {
            map.source().problems().error(new Problem(name, number, 1, "begins with no day of the calendar", HOW_DATE));
        }
        date.ifPresent(day -> days.put(day, List.of()));
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return text.length() == DATE_LENGTH ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
