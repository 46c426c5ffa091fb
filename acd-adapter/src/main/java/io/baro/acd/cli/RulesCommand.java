package io.baro.acd.cli;

import io.baro.acd.report.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code baro rules}: which rules decide, and which did before. Runs on: main thread. */
@Command(
        name = "rules",
        description = "Shows the versions of the rules that a running Baro keeps, the newest first.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  baro rules show > rules.yaml",
            "  baro rules check rules.yaml       what is wrong with them? changes nothing",
            "  baro rules simulate rules.yaml    what would they have made of the last day?",
            "  baro rules apply rules.yaml --base-version 7",
            "  baro rules rollback 7"
        })
final class RulesCommand extends FloorCommand {
    RulesCommand(Connection connection) {
        super(connection);
    }

    /** With its subcommands. */
    static CommandLine of(Connection connection) {
        return connection
                .on(new RulesCommand(connection))
                .addSubcommand(new RulesShow(connection))
                .addSubcommand(new RulesCheck(connection))
                .addSubcommand(new RulesApply(connection))
                .addSubcommand(new RulesRollback(connection))
                .addSubcommand(new RulesSimulate(connection));
    }

    /** What the rules are after a change. */
    static String inForce(Fields rules) {
        return "version " + rules.text("version") + " of the rules is in force";
    }

    @Override
    int run(Api api) throws CommandFailedException {
        Api.Answer answer = api.get("/rules");
        TextTable table = new TextTable(List.of("version", "state", "rules"), Set.of(1, 2));
        for (Fields version : answer.fields().list("versions")) {
            List<String> names = version.words("rules");
            table.add(List.of(
                    version.text("version"),
                    version.is("active") ? "in force" : "kept",
                    names.isEmpty() ? Fields.NOTHING : String.join(", ", names)));
        }
        return tell(answer, new ArrayList<>(table.lines()));
    }
}
