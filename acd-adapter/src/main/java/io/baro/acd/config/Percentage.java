package io.baro.acd.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How operators write a share: {@code 80%}, {@code 2.5%}. Stateless; any thread. */
final class Percentage {
    static final String HOW = "write a share from 0% to 100%, like 10% or 2.5%";

    private static final int WHOLE = 1000;
    private static final Pattern SHAPE = Pattern.compile("([0-9]{1,3})(?:\\.([0-9]))?%");

    private Percentage() {}

    /** In thousandths; -1: no share. */
    static int permille(String text) {
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            return -1;
        }
        int tenths = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
        int permille = Integer.parseInt(matcher.group(1)) * 10 + tenths;
        return permille > WHOLE ? -1 : permille;
    }
}
