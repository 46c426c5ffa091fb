package io.baro.acd.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code baro reservations move}. Runs on: main thread. */
@Command(
        name = "move",
        description = "Has a customer called at another time.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: baro reservations move RESERVATION --from 14:30 --until 16:00"})
final class ReservationMove extends FloorCommand {
    @Parameters(paramLabel = "RESERVATION", description = "The reservation, as baro reservations names it.")
    private String id;

    @Option(
            names = "--from",
            required = true,
            paramLabel = "TIME",
            description = "Not before: 14:30, or \"2026-11-23 14:30\".")
    private String from;

    @Option(names = "--until", required = true, paramLabel = "TIME", description = "Not from then on.")
    private String until;

    private final RequestBody body = new RequestBody();

    ReservationMove(Connection connection) {
        super(connection);
    }

    @Override
    void check() throws CommandFailedException {
        body.with("from", moments().iso("--from", from)).with("until", moments().iso("--until", until));
    }

    @Override
    int run(Api api) throws CommandFailedException {
        Api.Answer answer = api.send("PUT", Api.path("reservations", id), body);
        return tell(answer, ReservationWords.line(answer.fields(), moments()));
    }
}
