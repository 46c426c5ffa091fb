package io.baro.acd.ami;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Undoes the C escapes that Asterisk writes into some header values ({@code ast_escape_c}, utils.c:2111) and not into others. For the
 * slow lane: it makes Strings. Stateless, safe for any thread.
 */
public final class CEscapes {
    /** Escaped by Asterisk in snapshots and VarSet; CallerIDNum, Exten, AppData and UserEvent values are not. */
    private static final Set<String> ESCAPED_HEADERS = Set.of(
            "calleridname",
            "connectedlinename",
            "chanvariable",
            "destcalleridname",
            "destconnectedlinename",
            "destchanvariable");

    private CEscapes() {}

    /** True if Asterisk escapes the values of that header, given in lower case. */
    public static boolean isEscaped(String event, String header) {
        return ESCAPED_HEADERS.contains(header) || (event.equals("VarSet") && header.equals("value"));
    }

    /** The text behind {@code bytes[from, to)}; bytes that are no UTF-8 become replacement characters. */
    public static String unescape(byte[] bytes, int from, int to) {
        ByteArrayOutputStream plain = new ByteArrayOutputStream(to - from);
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\\' && i + 1 < to) {
                i++;
                plain.write(meant(bytes[i]));
            } else {
                plain.write(bytes[i]);
            }
        }
        return plain.toString(StandardCharsets.UTF_8);
    }

    private static int meant(byte letter) {
        return switch (letter) {
            case 'a' -> 7;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> 11;
            // Backslash, quotes and question mark stand for themselves.
            default -> letter;
        };
    }
}
