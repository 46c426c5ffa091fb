package io.baro.acd.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code baro reservations cancel}. Runs on: main thread. */
@Command(
        name = "cancel",
        description = "Takes a promise back: the customer is not called.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: baro reservations cancel RESERVATION --yes"})
final class ReservationCancel extends FloorCommand {
    @Parameters(paramLabel = "RESERVATION", description = "The reservation, as baro reservations names it.")
    private String id;

    @Mixin
    private Consent consent;

    ReservationCancel(Connection connection) {
        super(connection);
    }

    @Override
    void check() throws CommandFailedException {
        consent.demand("cancelling reservation " + id, terminal());
    }

    @Override
    int run(Api api) throws CommandFailedException {
        Api.Answer answer = api.send("DELETE", Api.path("reservations", id));
        return tell(answer, ReservationWords.line(answer.fields(), moments()));
    }
}
