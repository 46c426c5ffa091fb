package io.baro.acd.migration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a file in Asterisk's form: sections, templates, comments. Knows no option, opens no other file and reports what it cannot follow.
 * Used once, by one thread.
 */
final class ConfReader {
    private static final Pattern SECTION = Pattern.compile("\\[([^]]+)](?:\\(([^)]*)\\))?");
    private static final Pattern OPTION = Pattern.compile("([^=]+?)\\s*=>?\\s*(.*)");
    private static final String FILE = "";

    private final List<Finding> findings;
    private final Map<String, Draft> sections = new LinkedHashMap<>();
    private boolean inComment;
    private Draft at;

    /** A section that is being read. */
    private static final class Draft {
        private final String name;
        private final int line;
        private final boolean template;
        private final List<ConfLine> lines = new ArrayList<>();

        Draft(String name, int line, boolean template) {
            this.name = name;
            this.line = line;
            this.template = template;
        }
    }

    ConfReader(List<Finding> findings) {
        this.findings = findings;
    }

    /** The sections that are no templates, in the order of the file. */
    List<ConfSection> read(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String line = withoutComments(lines.get(i)).strip();
            if (!line.isEmpty()) {
                line(i + 1, line);
            }
        }
        return sections.values().stream()
                .filter(draft -> !draft.template)
                .map(draft -> new ConfSection(draft.name, draft.line, draft.lines))
                .toList();
    }

    private void line(int number, String line) {
        Matcher section = SECTION.matcher(line);
        Matcher option = OPTION.matcher(line);
        if (line.startsWith("#")) {
            without(
                    number,
                    line.split("\\s", 2)[0],
                    "not followed: put that file's text in its place, and import again");
        } else if (section.matches()) {
            open(number, section.group(1), section.group(2) == null ? "" : section.group(2));
        } else if (option.matches() && at != null) {
            at.lines.add(new ConfLine(number, option.group(1), option.group(2)));
        } else {
            without(number, "?", "neither a section nor an option: Asterisk does not read it either");
        }
    }

    /** @param marks what stands behind the name: ! makes a template, + adds to a section, words are templates */
    private void open(int number, String name, String marks) {
        List<String> words = List.of(marks.split("\\s*,\\s*", -1));
        if (words.contains("+") && sections.containsKey(name)) {
            at = sections.get(name);
            return;
        }
        at = new Draft(name, number, words.contains("!"));
        for (String word : words) {
            if (sections.containsKey(word)) {
                at.lines.addAll(sections.get(word).lines);
            } else if (!word.isEmpty() && !word.equals("!") && !word.equals("+")) {
                without(number, name, "its template is not in this file: put it there, and import again");
            }
        }
        Draft before = sections.putIfAbsent(name, at);
        if (before != null) {
            before.lines.addAll(at.lines);
            at = before;
        }
    }

    /** Comments begin with an unescaped semicolon and end with the line, or stand between {@code ;--} and {@code --;}. */
    private String withoutComments(String line) {
        StringBuilder kept = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            if (inComment) {
                if (line.startsWith("--;", i)) {
                    inComment = false;
                    i += 2;
                }
            } else if (line.startsWith(";--", i) && !line.startsWith(";---", i)) {
                inComment = true;
                i += 2;
            } else if (line.startsWith("\\;", i)) {
                kept.append(';');
                i++;
            } else if (line.charAt(i) == ';') {
                break;
            } else {
                kept.append(line.charAt(i));
            }
        }
        return kept.toString();
    }

    private void without(int number, String option, String what) {
        findings.add(new Finding(number, at == null ? FILE : at.name, option, Finding.Kind.WITHOUT, what));
    }
}
