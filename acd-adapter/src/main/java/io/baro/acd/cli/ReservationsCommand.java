package io.baro.acd.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code baro reservations}: who will be called back. Runs on: main thread. */
@Command(
        name = "reservations",
        description = "Shows the open reservations of a running Baro, those due first first.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  baro reservations --centre seoul",
            "  baro reservations create --centre seoul --queue general --from 14:30    then type the number",
            "  baro reservations cancel RESERVATION --yes"
        })
final class ReservationsCommand extends FloorCommand {
    private static final String MOST = "5000";

    @Option(names = "--centre", paramLabel = "C", description = "Only this centre's.")
    private String centre;

    ReservationsCommand(Connection connection) {
        super(connection);
    }

    /** With its subcommands. */
    static CommandLine of(Connection connection) {
        return connection
                .on(new ReservationsCommand(connection))
                .addSubcommand(new ReservationCreate(connection))
                .addSubcommand(new ReservationMove(connection))
                .addSubcommand(new ReservationCancel(connection));
    }

    @Override
    int run(Api api) throws CommandFailedException {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("centre", centre);
        query.put("limit", MOST);
        Api.Answer answer = api.get("/reservations" + Api.query(query));
        List<Fields> reservations = answer.fields().list("reservations");
        List<String> lines =
                new ArrayList<>(ReservationWords.table(reservations, moments()).lines());
        if (answer.fields().count("total") > reservations.size()) {
            lines.add("and " + (answer.fields().count("total") - reservations.size()) + " more");
        }
        return tell(answer, lines);
    }
}
