package io.baro.acd.report;

import io.baro.engine.journal.JournalCheck;
import io.baro.engine.journal.JournalException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a check of a journal found, for people and for machines. Stateless. */
public final class JournalReport {
    private JournalReport() {}

    public static List<String> lines(JournalCheck check) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%,d commands in %d %s, %,d bytes: %s",
                check.commands(),
                check.segments(),
                check.segments() == 1 ? "segment" : "segments",
                check.bytes(),
                check.commands() == 0
                        ? "none yet"
                        : String.format("%d to %d", check.firstSequence(), check.lastSequence())));
        if (check.tornBytes() > 0) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%s: %,d bytes behind it are torn: written when Baro was stopped, or being written now; never durable",
                    check.end(),
                    check.tornBytes()));
        }
        if (check.unfinished()) {
            lines.add("the last file was begun when Baro was stopped; it holds nothing");
        }
        lines.add(check.tornBytes() == 0 ? "whole" : "whole up to there");
        return lines;
    }

    public static String json(JournalCheck check) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("damaged", false);
        values.put("commands", check.commands());
        values.put("segments", check.segments());
        values.put("bytes", check.bytes());
        values.put("first_sequence", check.firstSequence());
        values.put("last_sequence", check.lastSequence());
        values.put("torn_bytes", check.tornBytes());
        values.put("end", check.end());
        return JsonText.of(values);
    }

    public static String json(JournalException trouble) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("damaged", trouble.kind() == JournalException.Kind.DAMAGED);
        values.put("kind", trouble.kind().name().toLowerCase(Locale.ROOT));
        values.put("problem", trouble.getMessage());
        return JsonText.of(values);
    }
}
