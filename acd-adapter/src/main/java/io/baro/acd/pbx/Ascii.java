package io.baro.acd.pbx;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.function.Function;

/** The bytes that stand on the wire for a text of ours. Stateless. */
final class Ascii {
    static final byte[] EMPTY = {};

    private Ascii() {}

    static byte[] bytes(String text) {
        return text.isEmpty() ? EMPTY : text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Whole lines with their ends. */
    static byte[] lines(String... lines) {
        return bytes(String.join("\r\n", lines) + "\r\n");
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** The bytes for each constant of an enum. */
    static <E extends Enum<E>> EnumMap<E, byte[]> table(Class<E> type, Function<E, String> text) {
        EnumMap<E, byte[]> table = new EnumMap<>(type);
        for (E constant : type.getEnumConstants()) {
            table.put(constant, bytes(text.apply(constant)));
        }
        return table;
    }
}
