package io.baro.acd.pbx;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Owns the headers of one action as they came. The first of a name wins, as in {@code astman_get_header}. */
final class AmiRequest {
    private final List<String> lines;

    AmiRequest(List<String> lines) {
        this.lines = new ArrayList<>(lines);
    }

    /** The value of a header, or an empty text. */
    String get(String name) {
        int colon = name.length();
        for (String line : lines) {
            if (line.length() > colon && line.charAt(colon) == ':' && line.regionMatches(true, 0, name, 0, colon)) {
                return line.substring(colon + 1).stripLeading();
            }
        }
        return "";
    }

    /** What a header {@code Variable: name=value} gives that variable, or an empty text. */
    String variable(String name) {
        for (String line : lines) {
            if (line.regionMatches(true, 0, "Variable:", 0, "Variable:".length())) {
                String assignment = line.substring("Variable:".length()).strip();
                if (assignment.startsWith(name + "=")) {
                    return assignment.substring(name.length() + 1);
                }
            }
        }
        return "";
    }

    String action() {
        return get("Action").toLowerCase(Locale.ROOT);
    }

    /** All headers but this one, as lines with their ends. */
    String without(String name) {
        StringBuilder kept = new StringBuilder();
        for (String line : lines) {
            if (!line.regionMatches(true, 0, name + ":", 0, name.length() + 1)) {
                kept.append(line).append("\r\n");
            }
        }
        return kept.toString();
    }
}
