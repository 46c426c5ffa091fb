package io.baro.acd.cli;

import io.baro.acd.report.TextTable;
import java.util.List;
import java.util.Set;

/** Reservations of the API as a table or a line. Never a telephone number: the API tells none. Stateless; any thread. */
final class ReservationWords {
    private static final List<String> HEAD =
            List.of("reservation", "centre", "queue", "kind", "state", "attempts", "due", "until");
    private static final Set<Integer> WORDS = Set.of(0, 1, 2, 3, 4, 6, 7);

    private ReservationWords() {}

    static TextTable table(List<Fields> reservations, Moments moments) {
        TextTable table = new TextTable(HEAD, WORDS);
        for (Fields reservation : reservations) {
            table.add(List.of(
                    reservation.text("id"),
                    reservation.text("centre"),
                    reservation.text("queue"),
                    reservation.text("kind"),
                    reservation.text("state"),
                    reservation.text("attempts"),
                    moments.day(reservation.text("due")),
                    moments.day(reservation.text("until"))));
        }
        return table;
    }

    static String line(Fields reservation, Moments moments) {
        return "reservation " + reservation.text("id") + ": " + reservation.text("state") + " in "
                + reservation.text("centre") + "/" + reservation.text("queue") + ", due "
                + moments.day(reservation.text("due")) + ", until " + moments.day(reservation.text("until"));
    }
}
