package io.baro.acd.cli;

import java.io.IOException;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code baro reservations create}. Never tells the number that it reads. Runs on: main thread. */
@Command(
        name = "create",
        description = {
            "Has a customer called back. His number is the first line of standard input, so that it is neither in the",
            "list of processes nor in the shell's history."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  baro reservations create --centre seoul --queue general",
            "  baro reservations create --centre seoul --queue general --from 14:30 --until 16:00 < number.txt"
        })
final class ReservationCreate extends FloorCommand {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{3,20}");

    @Option(names = "--centre", required = true, paramLabel = "C", description = "The centre that calls.")
    private String centre;

    @Option(names = "--queue", required = true, paramLabel = "Q", description = "The queue whose agents call.")
    private String queue;

    @Option(names = "--from", paramLabel = "TIME", description = "Not before: 14:30, or \"2026-11-23 14:30\" (now).")
    private String from;

    @Option(names = "--until", paramLabel = "TIME", description = "Not from then on (callback_desk.keep after --from).")
    private String until;

    private final RequestBody body = new RequestBody();

    ReservationCreate(Connection connection) {
        super(connection);
    }

    @Override
    void check() throws CommandFailedException {
        body.with("centre", centre).with("queue", queue);
        if (from != null) {
            body.with("from", moments().iso("--from", from));
        }
        if (until != null) {
            body.with("until", moments().iso("--until", until));
        }
        body.with("number", number());
    }

    @Override
    int run(Api api) throws CommandFailedException {
        Api.Answer answer = api.send("POST", "/reservations", body);
        return tell(answer, ReservationWords.line(answer.fields(), moments()));
    }

    private String number() throws CommandFailedException {
        try {
            String digits = terminal().ask("Number of the customer:").replaceAll("[ -]", "");
            if (NUMBER.matcher(digits).matches()) {
                return digits;
            }
        } catch (IOException unreadable) {
            // As an empty line.
        }
        throw new CommandFailedException(
                "create: the first line of standard input is no telephone number; write 3-20 digits, - and spaces if you like");
    }
}
