package io.baro.acd.rule;

import java.time.Duration;

/**
 * A condition with its times made CEL: {@code 4m} becomes {@code duration('240000ms')}; text in quotes stays. Knows where each
 * character came from. Immutable; any thread.
 */
final class DurationLiterals {
    private final String cel;
    private final int[] origins;

    private DurationLiterals(String cel, int[] origins) {
        this.cel = cel;
        this.origins = origins;
    }

    static DurationLiterals rewrite(String text) throws ConditionException {
        StringBuilder cel = new StringBuilder();
        int[] origins = new int[text.length() * "duration('999999999000ms')".length() + 1];
        int at = 0;
        while (at < text.length()) {
            int end = tokenEnd(text, at);
            String token = text.substring(at, end);
            String written = isTime(token) ? "duration('" + millis(token, at) + "ms')" : token;
            for (int i = 0; i < written.length(); i++) {
                // Within a rewritten time every place is its beginning.
                origins[cel.length() + i] = written.equals(token) ? at + i : at;
            }
            cel.append(written);
            at = end;
        }
        origins[cel.length()] = text.length();
        return new DurationLiterals(cel.toString(), origins);
    }

    String cel() {
        return cel;
    }

    /** Where in the original text that place of the CEL text stands. */
    int origin(int celOffset) {
        return origins[Math.clamp(celOffset, 0, cel.length())];
    }

    private static int tokenEnd(String text, int from) {
        char first = text.charAt(from);
        int end = from + 1;
        if (first == '\'' || first == '"') {
            while (end < text.length() && text.charAt(end) != first) {
                end += text.charAt(end) == '\\' ? 2 : 1;
            }
            return Math.min(end + 1, text.length());
        }
        if (Character.isLetterOrDigit(first) || first == '_') {
            while (end < text.length() && isWordPart(text, end, first)) {
                end++;
            }
        }
        return end;
    }

    private static boolean isWordPart(String text, int at, char first) {
        char letter = text.charAt(at);
        return Character.isLetterOrDigit(letter) || letter == '_' || (letter == '.' && Character.isDigit(first));
    }

    /** A digit first and a letter last, as no number of CEL has but 1u and 0x1f. */
    private static boolean isTime(String token) {
        return Character.isDigit(token.charAt(0))
                && Character.isLetter(token.charAt(token.length() - 1))
                && !token.startsWith("0x")
                && !token.endsWith("u");
    }

    private static long millis(String token, int at) throws ConditionException {
        return Durations.parse(token)
                .map(Duration::toMillis)
                .orElseThrow(() -> new ConditionException(at, "\"" + token + "\" is no duration", Durations.HOW));
    }
}
