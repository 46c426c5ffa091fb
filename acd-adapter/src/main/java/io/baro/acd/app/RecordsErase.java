package io.baro.acd.app;

import io.baro.acd.config.Configuration;
import io.baro.acd.customer.CallerKeys;
import io.baro.acd.customer.KeyFile;
import io.baro.acd.records.Erasure;
import io.baro.acd.records.RecordDesk;
import io.baro.acd.records.RecordsUnusableException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.agrona.concurrent.UnsafeBuffer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code baro records erase}: takes a person out of the records. Never tells or keeps his number. Runs on: main thread. */
@Command(
        name = "erase",
        description = {
            "Takes the caller of one number out of all records until now: that somebody called stays, who it was is gone,",
            "and his reservations lose their numbers. He stays out when the records are made again.",
            "The journal holds him, as keyed hash and sealed number, until journal_keep.age is over."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example: baro records erase --config /etc/baro    then type the number as the PBX shows it",
        })
final class RecordsErase implements Callable<Integer> {
    private final Main.Console console;
    private final InputStream in;

    @Option(names = "--config", required = true, paramLabel = "DIR", description = "The configuration directory.")
    private Path dir;

    @Option(
            names = "--number",
            paramLabel = "N",
            description = "His number as the PBX shows it. Without this, the first line of standard input: so it is not"
                    + " in the shell's history.")
    private String number;

    @Option(names = "--json", description = "One line of JSON.")
    private boolean json;

    RecordsErase(Main.Console console, InputStream in) {
        this.console = console;
        this.in = in;
    }

    @Override
    public Integer call() throws IOException {
        byte[] digits = numberOrLine().strip().getBytes(StandardCharsets.US_ASCII);
        return RecordsSession.run(dir, console, (desk, configuration) -> erase(desk, configuration, digits));
    }

    private boolean erase(RecordDesk desk, Configuration configuration, byte[] digits) throws RecordsUnusableException {
        OptionalLong key = keyOf(configuration, digits);
        if (key.isEmpty()) {
            return false;
        }
        Erasure.Erased erased = desk.erase(key.getAsLong(), System.currentTimeMillis());
        console.out()
                .println(
                        json
                                ? "{\"calls\":" + erased.calls() + ",\"reservations\":" + erased.reservations() + "}"
                                : "erased from " + erased.calls() + " calls and " + erased.reservations()
                                        + " reservations");
        return true;
    }

    /** A key that is made for the occasion would find nobody. */
    private OptionalLong keyOf(Configuration configuration, byte[] digits) {
        Optional<KeyFile.Secrets> secrets = RecordsSession.secrets(configuration, console);
        long key = secrets.map(found -> found.callerKeys().keyOf(new UnsafeBuffer(digits), 0, digits.length))
                .orElse(CallerKeys.WITHHELD);
        if (secrets.isPresent() && key == CallerKeys.WITHHELD) {
            console.err()
                    .println("records: that is no telephone number; write its digits, at most "
                            + CallerKeys.MAX_NUMBER_BYTES);
        }
        return key == CallerKeys.WITHHELD ? OptionalLong.empty() : OptionalLong.of(key);
    }

    private String numberOrLine() throws IOException {
        if (number != null) {
            return number;
        }
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
        String line = lines.readLine();
        return line == null ? "" : line;
    }
}
