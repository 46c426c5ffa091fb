package io.baro.engine.transition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How to come into each state of an object, what each command is, and how to see its state afterwards. */
final class TransitionTable {
    private final Map<String, Consumer<World>> states = new LinkedHashMap<>();
    private final Map<String, Consumer<World>> commands = new LinkedHashMap<>();
    private final Function<World, String> observed;

    TransitionTable(Function<World, String> observed) {
        this.observed = observed;
    }

    TransitionTable state(String name, Consumer<World> reach) {
        states.put(name, reach);
        return this;
    }

    TransitionTable command(String name, Consumer<World> apply) {
        commands.put(name, apply);
        return this;
    }

    /** The whole product as text: a row for each command, a column for each state. */
    String text() {
        StringBuilder text = new StringBuilder(name("command"));
        states.keySet().forEach(state -> text.append("| ").append(cell(state)));
        commands.forEach((name, command) -> text.append('\n').append(name(name)).append(row(command)));
        return text.toString().lines().map(String::stripTrailing).collect(Collectors.joining("\n"));
    }

    /** Compares it with the one in {@code transitions/}, comments left out. */
    void isAsIn(String name) throws IOException {
        String file = "/transitions/" + name + ".txt";
        try (InputStream stream = TransitionTable.class.getResourceAsStream(file)) {
            String expected = new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .collect(Collectors.joining("\n"));
            assertEquals(expected, text(), file);
        }
    }

    private String row(Consumer<World> command) {
        StringBuilder row = new StringBuilder();
        states.forEach((name, reach) -> {
            World world = new World();
            reach.accept(world);
            String before = observed.apply(world);
            if (!before.equals(name)) {
                throw new IllegalStateException("the way to " + name + " leads to " + before);
            }
            command.accept(world);
            String after = observed.apply(world);
            row.append("| ").append(cell(after.equals(before) ? "-" : after));
        });
        return row.toString();
    }

    private static String name(String text) {
        return String.format("%-24s", text);
    }

    private static String cell(String text) {
        return String.format("%-12s", text);
    }
}
