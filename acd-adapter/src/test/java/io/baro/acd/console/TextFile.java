package io.baro.acd.console;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a file of texts as the browser does, of what differs with a number the form for many. Stateless. */
final class TextFile {
    private static final String QUOTED = "(?:'([^'\\n]*)'|\"([^\"\\n]*)\")";
    private static final Pattern ENTRY =
            Pattern.compile("\\G\\s*(\\w+): (?:" + QUOTED + "|\\{ (?:one: '[^'\\n]*', )?other: '([^'\\n]*)' \\}),");
    private static final int KEY = 1;
    private static final int SINGLE = 2;
    private static final int DOUBLE = 3;
    private static final int MANY = 4;

    private TextFile() {}

    /** Keys in the order of the file. */
    static Map<String, String> read(String name) {
        String source = ConsoleFile.read(name).replaceAll("(?m)^\\s*//.*$", "");
        int begin = source.indexOf("export default {") + "export default {".length();
        Matcher entry = ENTRY.matcher(source).region(begin, source.length());
        Map<String, String> texts = new LinkedHashMap<>();
        int end = begin;
        while (entry.find()) {
            if (texts.put(entry.group(KEY), valueOf(entry)) != null) {
                throw new IllegalStateException(name + ": " + entry.group(KEY) + " stands twice");
            }
            end = entry.end();
        }
        if (!source.substring(end).strip().equals("};")) {
            throw new IllegalStateException(
                    name + ": no text begins here: " + source.substring(end).strip());
        }
        return texts;
    }

    private static String valueOf(Matcher entry) {
        for (int group : new int[] {SINGLE, DOUBLE, MANY}) {
            if (entry.group(group) != null) {
                return entry.group(group);
            }
        }
        throw new IllegalStateException(entry.group());
    }
}
