package io.baro.acd.cli;

import io.baro.acd.report.TextTable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** The wallboard in words, as a screen or as a line: what the last events told. Counts nothing itself. Runs on: main thread. */
final class FloorScreen {
    private static final int MOST_CENTRES = 10;
    private static final int MOST_QUEUES = 10;
    private static final int MOST_DECISIONS = 5;
    /** Longer lines would wrap and push the others down. */
    private static final int WIDTH = 118;

    private static final List<String> CENTRE_HEAD = List.of(
            "centre",
            "link",
            "waiting",
            "longest",
            "talking",
            "ready",
            "paused",
            "wrap-up",
            "callbacks",
            "answered",
            "abandoned",
            "in time");

    private final Moments moments;
    private final String centre;
    private final Deque<Fields> decisions = new ArrayDeque<>();
    private Fields floor = Fields.of("{}");

    /** @param centre only this one; null: all */
    FloorScreen(Moments moments, String centre) {
        this.moments = moments;
        this.centre = centre;
    }

    /** Takes in one event; true: there is a new picture. */
    boolean take(EventStream.Event event) {
        switch (event.name()) {
            case "floor" -> floor = Fields.of(event.data());
            case "decisions" -> Fields.of(event.data()).items().forEach(this::remember);
            case "restart" -> decisions.clear();
            default -> {
                return false;
            }
        }
        return event.name().equals("floor");
    }

    /** The whole screen. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Baro at " + moments.time(floor.text("time")) + ", rules " + floor.text("rules_version") + ", "
                + (floor.is("ready") ? "ready" : "NOT READY"));
        lines.add("");
        lines.addAll(centreTable());
        lines.add("");
        lines.addAll(QueueWords.table(busiest()).lines());
        lines.add("");
        lines.add(decisions.isEmpty() ? "no decision yet" : "the last decisions:");
        decisions.forEach(decision -> lines.add("  " + DecisionWords.line(decision, moments)));
        return lines.stream()
                .map(line -> line.length() > WIDTH ? line.substring(0, WIDTH).stripTrailing() : line)
                .toList();
    }

    /** One line, where there is no screen. */
    String line() {
        long waiting = 0;
        long longest = 0;
        long talking = 0;
        long ready = 0;
        for (Fields one : centres()) {
            waiting += one.count("waiting");
            longest = Math.max(longest, one.count("longest_wait_ms"));
            talking += one.count("talking");
            ready += one.part("agents").count("ready");
        }
        return moments.time(floor.text("time")) + "  waiting " + waiting + ", longest " + Spans.text(longest)
                + ", talking " + talking + ", agents ready " + ready + (floor.is("ready") ? "" : ", NOT READY");
    }

    private void remember(Fields decision) {
        if (centre != null && decision.has("centre") && !decision.text("centre").equals(centre)) {
            return;
        }
        decisions.addFirst(decision);
        if (decisions.size() > MOST_DECISIONS) {
            decisions.removeLast();
        }
    }

    private List<Fields> centres() {
        return floor.list("centres").stream()
                .filter(one -> centre == null || one.text("name").equals(centre))
                .toList();
    }

    private List<String> centreTable() {
        TextTable table = new TextTable(CENTRE_HEAD, Set.of(0, 1));
        centres().stream().limit(MOST_CENTRES).forEach(one -> table.add(centreRow(one)));
        return table.lines();
    }

    private static List<String> centreRow(Fields one) {
        Fields agents = one.part("agents");
        return List.of(
                one.text("name") + (one.is("spike") ? " (spike)" : ""),
                one.text("link"),
                one.text("waiting"),
                QueueWords.longest(one),
                one.text("talking"),
                agents.text("ready"),
                agents.text("not_ready"),
                agents.text("wrap_up"),
                one.text("reservations_open"),
                one.text("answered"),
                one.text("abandoned"),
                Spans.percent(one.fraction("service_level")));
    }

    /** A floor has more queues than a screen has lines: where most wait is what matters. */
    private List<Fields> busiest() {
        return centres().stream()
                .flatMap(one -> one.list("queues").stream())
                .sorted(Comparator.<Fields>comparingLong(queue -> -queue.count("waiting"))
                        .thenComparing(Comparator.comparingLong(queue -> -queue.count("longest_wait_ms")))
                        .thenComparing(Comparator.comparingLong(queue -> -queue.count("offered"))))
                .limit(MOST_QUEUES)
                .toList();
    }
}
