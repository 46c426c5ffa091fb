package io.baro.acd.app;

import io.baro.acd.config.Configuration;
import io.baro.acd.customer.CallerKeys;
import io.baro.acd.customer.KeyFile;
import io.baro.acd.customer.NumberSeal;
import io.baro.acd.records.OwedCall;
import io.baro.acd.records.RecordDesk;
import io.baro.acd.records.RecordsUnusableException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.agrona.concurrent.UnsafeBuffer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code baro records to-call}: the list of a person, with the numbers opened. Runs on: main thread. */
@Command(
        name = "to-call",
        description = {
            "Lists the callbacks that were not kept: called as often as callback_desk.attempts allows, or over.",
            "With telephone numbers: it is a list of persons, for whom a person calls or visits them."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example: baro records to-call --config /etc/baro > list.csv    as CSV, the oldest first"})
final class RecordsToCall implements Callable<Integer> {
    private final Main.Console console;

    @Option(names = "--config", required = true, paramLabel = "DIR", description = "The configuration directory.")
    private Path dir;

    RecordsToCall(Main.Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return RecordsSession.run(dir, console, this::list);
    }

    private boolean list(RecordDesk desk, Configuration configuration) throws RecordsUnusableException {
        Optional<KeyFile.Secrets> secrets = RecordsSession.secrets(configuration, console);
        if (secrets.isEmpty()) {
            return false;
        }
        NumberSeal seal = secrets.get().numberSeal();
        console.out().println("promised,queue,kind,outcome,attempts,number");
        for (OwedCall owed : desk.owed()) {
            console.out()
                    .println(String.join(
                            ",",
                            Instant.ofEpochMilli(owed.madeMillis())
                                    .atZone(configuration.server().zone())
                                    .toOffsetDateTime()
                                    .toString(),
                            owed.queue(),
                            owed.kind().toLowerCase(Locale.ROOT),
                            owed.outcome().toLowerCase(Locale.ROOT),
                            Integer.toString(owed.attempts()),
                            numberOf(owed, seal)));
        }
        return true;
    }

    /** Empty: it was sealed under another key. */
    private static String numberOf(OwedCall owed, NumberSeal seal) {
        UnsafeBuffer opened = new UnsafeBuffer(new byte[CallerKeys.MAX_NUMBER_BYTES]);
        int length = seal.open(new UnsafeBuffer(HexFormat.of().parseHex(owed.sealedNumber())), 0, opened, 0);
        return length < 0 ? "" : opened.getStringWithoutLengthAscii(0, length);
    }
}
