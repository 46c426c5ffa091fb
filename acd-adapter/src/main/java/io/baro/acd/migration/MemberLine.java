package io.baro.acd.migration;

import java.util.List;

/**
 * A {@code member =>} of a queue, cell by cell. Never holds his name. Immutable; any thread.
 *
 * @param technology what stands before the slash of his interface, empty if there is none
 * @param address what stands behind it, without context and options
 * @param penalty from 0
 * @param others cells that are there and that Baro has no place for, by their names
 */
record MemberLine(int line, String technology, String address, int penalty, boolean paused, List<String> others) {
    private static final List<String> CELLS =
            List.of("interface", "penalty", "membername", "state_interface", "ringinuse", "wrapuptime", "paused");
    private static final int PENALTY = 1;
    private static final int PAUSED = 6;
    private static final int MOST_PENALTY = 1_000_000;

    static MemberLine of(ConfLine line) {
        String[] cells = line.value().split("\\s*,\\s*", -1);
        int slash = cells[0].indexOf('/');
        String address = cells[0].substring(slash + 1).split("[@/]", -1)[0];
        List<String> others = CELLS.subList(PENALTY + 1, PAUSED).stream()
                .filter(cell -> !cell(cells, CELLS.indexOf(cell)).isEmpty())
                .toList();
        int penalty = new ConfLine(line.number(), "penalty", cell(cells, PENALTY)).number(MOST_PENALTY);
        boolean paused = new ConfLine(line.number(), "paused", cell(cells, PAUSED)).isYes();
        return new MemberLine(
                line.number(),
                slash < 0 ? "" : cells[0].substring(0, slash),
                address,
                Math.max(0, penalty),
                paused,
                others);
    }

    private static String cell(String[] cells, int index) {
        return index < cells.length ? cells[index] : "";
    }
}
