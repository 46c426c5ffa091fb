package io.baro.acd.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code baro agents}: who is at work and what he does. Runs on: main thread. */
@Command(
        name = "agents",
        description = {
            "Shows the agents of a running Baro, by number.",
            "With --json each page of the answer on a line of its own."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  baro agents --centre seoul --state not_ready",
            "  baro agents pause 1001 --reason 2",
            "  baro agents skills 1001 ko=5,en=3"
        })
final class AgentsCommand extends FloorCommand {
    private static final String MOST = "5000";

    @Option(names = "--centre", paramLabel = "C", description = "Only this centre's.")
    private String centre;

    @Option(
            names = "--state",
            paramLabel = "S",
            description = "Only those: logged_out, not_ready, ready, reserved, ringing, talking, wrap_up.")
    private String state;

    AgentsCommand(Connection connection) {
        super(connection);
    }

    /** With its subcommands. */
    static CommandLine of(Connection connection) {
        CommandLine agents = connection.on(new AgentsCommand(connection));
        for (AgentAct.Kind kind : AgentAct.Kind.values()) {
            agents.addSubcommand(kind.word(), AgentAct.of(kind, connection));
        }
        return agents.addSubcommand(new AgentPause(connection))
                .addSubcommand(new AgentExtend(connection))
                .addSubcommand(new AgentSkills(connection));
    }

    @Override
    int run(Api api) throws CommandFailedException {
        List<Fields> agents = new ArrayList<>();
        Map<String, String> query = new LinkedHashMap<>();
        query.put("centre", centre);
        query.put("state", state);
        query.put("limit", MOST);
        Api.Answer answer;
        do {
            answer = api.get("/agents" + Api.query(query));
            agents.addAll(answer.fields().list("agents"));
            query.put("after", answer.fields().textOr("next", null));
            if (wantsJson()) {
                terminal().out().println(answer.text().strip());
            }
        } while (query.get("after") != null);
        if (!wantsJson()) {
            AgentWords.table(agents, moments()).lines().forEach(terminal().out()::println);
        }
        return ExitCode.DONE;
    }
}
