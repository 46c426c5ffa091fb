package io.baro.acd.cli;

import io.baro.acd.config.TokenPlan;
import io.baro.acd.report.TextTable;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** {@code baro token list}. Tells no hash. Runs on: main thread. */
@Command(
        name = "list",
        description = "Lists who has a token, and what he may do.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: baro token list --config /etc/baro"})
final class TokenList implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private TokenDirectory directory;

    @Option(names = "--json", description = "One line of JSON.")
    private boolean json;

    TokenList(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try {
            List<TokenPlan> tokens = directory.tokens();
            if (json) {
                terminal.out().println(json(tokens));
            } else {
                table(tokens).lines().forEach(terminal.out()::println);
            }
            return ExitCode.DONE;
        } catch (CommandFailedException failed) {
            terminal.err().println(failed.getMessage());
            return failed.exitCode();
        }
    }

    private static TextTable table(List<TokenPlan> tokens) {
        TextTable table = new TextTable(List.of("name", "role", "agent", "may"), Set.of(0, 1, 2, 3));
        for (TokenPlan token : tokens) {
            table.add(List.of(
                    token.name(),
                    token.role().word(),
                    token.agent().isEmpty() ? Fields.NOTHING : token.agent(),
                    token.role().allowed()));
        }
        return table;
    }

    private static String json(List<TokenPlan> tokens) {
        ArrayNode list = JsonMapper.builder().build().createArrayNode();
        for (TokenPlan token : tokens) {
            list.addObject()
                    .put("name", token.name())
                    .put("role", token.role().word())
                    .put("agent", token.agent().isEmpty() ? null : token.agent());
        }
        return list.toString();
    }
}
