package io.baro.acd.config;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How operators write a size: a whole number and one unit, {@code 500M}, {@code 10G}, {@code 2T}. Stateless; any thread. */
final class ByteSize {
    static final String HOW = "write a whole number and a unit: 500M, 10G or 2T";
    private static final Pattern SHAPE = Pattern.compile("([0-9]{1,6})([MGT])");
    private static final int MEBI = 20;
    private static final int GIBI = 30;
    private static final int TEBI = 40;

    private ByteSize() {}

    /** In bytes; nothing if it has another form. */
    static OptionalLong parse(String text) {
        Matcher size = SHAPE.matcher(text);
        if (!size.matches()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(
                Long.parseLong(size.group(1)) << shift(size.group(2).charAt(0)));
    }

    /** The shortest way to write it, in the largest unit that leaves no rest. */
    static String write(long bytes) {
        for (char unit : new char[] {'T', 'G'}) {
            if (bytes % (1L << shift(unit)) == 0 && bytes > 0) {
                return (bytes >> shift(unit)) + String.valueOf(unit);
            }
        }
        return (bytes >> MEBI) + "M";
    }

    private static int shift(char unit) {
        return switch (unit) {
            case 'M' -> MEBI;
            case 'G' -> GIBI;
            default -> TEBI;
        };
    }
}
