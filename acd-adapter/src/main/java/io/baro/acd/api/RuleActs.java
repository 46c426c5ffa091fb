package io.baro.acd.api;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads, checks and changes the rules. Never decides what is right: the loader does. Any thread. */
final class RuleActs {
    private static final int MAX_TEXT = 262_144;

    private final RuleDesk desk;
    private final OperatorCommands commands;

    /** What is wrong with a text. */
    record Checked(List<Problem.Line> problems) {}

    RuleActs(RuleDesk desk, OperatorCommands commands) {
        this.desk = desk;
        this.commands = commands;
    }

    List<Endpoint> endpoints(String base) {
        return List.of(
                Endpoint.get(base + "/rules", Right.WATCH, asked -> Reply.json(desk.rules())),
                Endpoint.put(base + "/rules", Right.TUNE, this::apply),
                Endpoint.post(base + "/rules/check", Right.WATCH, this::check),
                Endpoint.post(base + "/rules/rollback", Right.TUNE, this::rollBack),
                Endpoint.post(base + "/rules/simulate", Right.ACT, this::simulate));
    }

    private Reply check(Asked asked) {
        return Reply.json(new Checked(desk.check(text(asked.json(Set.of("text"))))));
    }

    private Reply simulate(Asked asked) {
        return Reply.json(desk.simulate(text(asked.json(Set.of("text")))));
    }

    private Reply apply(Asked asked) {
        JsonNode body = asked.json(Set.of("text", "base_version"));
        String text = text(body);
        OptionalInt base = body.has("base_version")
                ? OptionalInt.of((int) Asked.number(body, "base_version", 0, Integer.MAX_VALUE))
                : OptionalInt.empty();
        desk.apply(text, base);
        commands.settle();
        return Reply.json(desk.rules());
    }

    private Reply rollBack(Asked asked) {
        JsonNode body = asked.json(Set.of("version"));
        desk.rollBack((int) Asked.number(body, "version", 1, Integer.MAX_VALUE));
        commands.settle();
        return Reply.json(desk.rules());
    }

    private static String text(JsonNode body) {
        String text = Asked.text(body, "text");
        if (text.length() > MAX_TEXT) {
            throw Problem.of(Problem.TOO_LARGE, "Too large", "rules of at most " + MAX_TEXT + " characters");
        }
        return text;
    }
}
