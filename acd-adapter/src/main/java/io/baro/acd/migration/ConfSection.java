package io.baro.acd.migration;

import java.util.List;

/** A section of a file in Asterisk's form, with what it has from its templates before its own. Immutable; any thread. */
record ConfSection(String name, int line, List<ConfLine> lines) {
    ConfSection {
        lines = List.copyOf(lines);
    }
}
