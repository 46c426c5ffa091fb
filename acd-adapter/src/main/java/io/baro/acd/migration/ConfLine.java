package io.baro.acd.migration;

import java.util.Locale;

/**
 * One option of a file in Asterisk's form. Immutable; any thread.
 *
 * @param number its line, from 1
 * @param key as Asterisk compares it: in small letters
 */
record ConfLine(int number, String key, String value) {
    ConfLine {
        key = key.toLowerCase(Locale.ROOT);
    }

    /** As Asterisk reads a yes. */
    boolean isYes() {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "yes", "true", "y", "t", "1", "on" -> true;
            default -> false;
        };
    }

    /** The value as a whole number from 0; -1: it is none. */
    int number(int most) {
        try {
            int number = Integer.parseInt(value);
            return number < 0 ? -1 : Math.min(number, most);
        } catch (NumberFormatException noNumber) {
            return -1;
        }
    }
}
