package io.baro.acd.app;

import io.baro.acd.config.Configuration;
import io.baro.acd.customer.CallerKeys;
import io.baro.acd.customer.KeyFile;
import io.baro.acd.customer.NumberSeal;
import io.baro.acd.records.OwedCall;
import io.baro.acd.records.RecordDesk;
import io.baro.acd.records.RecordsUnusableException;
import io.baro.acd.report.JsonText;
import io.baro.engine.callcenter.Reservation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
    private static final String HEADING = "promised,queue,kind,outcome,attempts,number";

    private final Main.Console console;

    @Option(names = "--config", required = true, paramLabel = "DIR", description = "The configuration directory.")
    private Path dir;

    @Option(
            names = "--aside",
            paramLabel = "STATE",
            description =
                    "Instead: what is still promised in a state that was put aside (before-...), and whose centre is gone.")
    private Path aside;

    @Option(names = "--json", description = "A line of JSON for each, instead of CSV.")
    private boolean json;

    RecordsToCall(Main.Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return aside == null ? RecordsSession.run(dir, console, this::list) : ofAside();
    }

    private int ofAside() {
        Optional<Configuration> configuration =
                DayConfiguration.ofOwnJournal(dir, console).map(DayConfiguration::configuration);
        Optional<KeyFile.Secrets> secrets = configuration.flatMap(whole -> RecordsSession.secrets(whole, console));
        if (secrets.isEmpty()) {
            return Main.MISTAKE;
        }
        try {
            AsideState state = AsideState.of(aside, configuration.get());
            head();
            for (Reservation open : state.open()) {
                if (configuration.get().pbxIdOf(state.centreOf(open.id())) < 0) {
                    print(owed(state, open), configuration.get(), secrets.get().numberSeal());
                }
            }
            return Main.OK;
        } catch (IOException unusable) {
            console.err().println(unusable.getMessage());
            return Main.MISTAKE;
        }
    }

    private static OwedCall owed(AsideState state, Reservation open) {
        return new OwedCall(
                open.madeMillis(),
                state.queueOf(open),
                open.kind().name(),
                "OPEN",
                open.attempts,
                HexFormat.of().formatHex(open.sealedNumber()));
    }

    private boolean list(RecordDesk desk, Configuration configuration) throws RecordsUnusableException {
        Optional<KeyFile.Secrets> secrets = RecordsSession.secrets(configuration, console);
        if (secrets.isEmpty()) {
            return false;
        }
        NumberSeal seal = secrets.get().numberSeal();
        head();
        desk.owed().forEach(owed -> print(owed, configuration, seal));
        return true;
    }

    private void head() {
        if (!json) {
            console.out().println(HEADING);
        }
    }

    private void print(OwedCall owed, Configuration configuration, NumberSeal seal) {
        Map<String, Object> cells = new LinkedHashMap<>();
        cells.put(
                "promised",
                Instant.ofEpochMilli(owed.madeMillis())
                        .atZone(configuration.server().zone())
                        .toOffsetDateTime()
                        .toString());
        cells.put("queue", owed.queue());
        cells.put("kind", owed.kind().toLowerCase(Locale.ROOT));
        cells.put("outcome", owed.outcome().toLowerCase(Locale.ROOT));
        cells.put("attempts", owed.attempts());
        cells.put("number", numberOf(owed, seal));
        console.out()
                .println(
                        json
                                ? JsonText.of(cells)
                                : cells.values().stream().map(Object::toString).collect(Collectors.joining(",")));
    }

    /** Empty: it was sealed under another key. */
    private static String numberOf(OwedCall owed, NumberSeal seal) {
        UnsafeBuffer opened = new UnsafeBuffer(new byte[CallerKeys.MAX_NUMBER_BYTES]);
        int length = seal.open(new UnsafeBuffer(HexFormat.of().parseHex(owed.sealedNumber())), 0, opened, 0);
        return length < 0 ? "" : opened.getStringWithoutLengthAscii(0, length);
    }
}
