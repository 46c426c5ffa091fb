package io.baro.bench.socket;

import java.io.IOException;
import java.util.Locale;

/** Looks for the highest rate that a server sustains: doubles until it does not, then halves the distance. Runs on: the rig's thread. */
final class RateSearch {
    private static final long FIRST_RATE = 12_500;
    private static final long MOST_RATE = 12_800_000;
    private static final int REFINEMENTS = 3;
    private static final int TRIES = 2;

    private final Contender contender;
    private final String cores;
    private final long millis;

    /** @param cores where the server runs */
    RateSearch(Contender contender, String cores, long millis) {
        this.contender = contender;
        this.cores = cores;
        this.millis = millis;
    }

    long run() throws IOException {
        Cores.pin(contender.pid(), cores);
        long good = 0;
        long bad = FIRST_RATE;
        while (bad < MOST_RATE && isSustained(bad)) {
            good = bad;
            bad *= 2;
        }
        for (int i = 0; i < REFINEMENTS && good > 0; i++) {
            long middle = (good + bad) / 2;
            if (isSustained(middle)) {
                good = middle;
            } else {
                bad = middle;
            }
        }
        return good;
    }

    /** One of two tries is enough: the host takes the core away at times. */
    private boolean isSustained(long rate) throws IOException {
        for (int i = 0; i < TRIES; i++) {
            Load.Result result = contender.run(rate, millis);
            System.out.printf(
                    Locale.ROOT,
                    "  %-14s %9d/s: %s, p50 %.0f us, lost %d, %.2f us of a core for an event%n",
                    contender.kind.text,
                    rate,
                    result.sustained() ? "sustained" : "not sustained",
                    result.micros(50),
                    result.lost(),
                    contender.cpuMicros());
            if (result.sustained()) {
                return true;
            }
            if (result.lost() > 0) {
                contender.restart(millis);
                Cores.pin(contender.pid(), cores);
            }
        }
        return false;
    }
}
