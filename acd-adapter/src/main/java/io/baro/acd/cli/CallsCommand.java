package io.baro.acd.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code baro calls}: who is on the line. Runs on: main thread. */
@Command(
        name = "calls",
        description = "Shows the live calls of a running Baro, those who wait longest first.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  baro calls --centre seoul --state waiting",
            "  baro calls show CALL                  everything about one call, and why",
            "  baro calls rank CALL --boost 5m       lets it stand as if it had come five minutes earlier"
        })
final class CallsCommand extends FloorCommand {
    private static final String MOST = "5000";

    @Option(names = "--centre", paramLabel = "C", description = "Only this centre's.")
    private String centre;

    @Option(names = "--queue", paramLabel = "Q", description = "Only this queue's.")
    private String queue;

    @Option(
            names = "--state",
            paramLabel = "S",
            description = "Only those: entering, waiting, offered, talking, closed.")
    private String state;

    CallsCommand(Connection connection) {
        super(connection);
    }

    /** With its subcommands. */
    static CommandLine of(Connection connection) {
        return connection
                .on(new CallsCommand(connection))
                .addSubcommand(new CallShow(connection))
                .addSubcommand(new CallRank(connection))
                .addSubcommand(new CallMove(connection))
                .addSubcommand(new CallWithdraw(connection));
    }

    @Override
    int run(Api api) throws CommandFailedException {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("centre", centre);
        query.put("queue", queue);
        query.put("state", state);
        query.put("limit", MOST);
        Api.Answer answer = api.get("/calls" + Api.query(query));
        List<Fields> calls = answer.fields().list("calls");
        List<String> lines = new ArrayList<>(CallWords.table(calls).lines());
        if (answer.fields().count("total") > calls.size()) {
            lines.add("and " + (answer.fields().count("total") - calls.size()) + " more");
        }
        return tell(answer, lines);
    }
}
