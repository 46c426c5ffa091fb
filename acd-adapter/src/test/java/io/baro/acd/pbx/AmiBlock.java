package io.baro.acd.pbx;

import java.util.List;

/** One AMI block as it came, line by line. */
record AmiBlock(List<String> lines) {

    String get(String name) {
        for (String line : lines) {
            if (line.startsWith(name + ":")) {
                return line.substring(name.length() + 1).strip();
            }
        }
        return "";
    }

    boolean has(String name) {
        return lines.stream().anyMatch(line -> line.startsWith(name + ":"));
    }

    boolean is(String event) {
        return get("Event").equals(event);
    }

    String name() {
        return is("UserEvent") ? get("UserEvent") : get("Event");
    }

    List<String> fieldNames() {
        return lines.stream().map(line -> line.substring(0, line.indexOf(':'))).toList();
    }
}
