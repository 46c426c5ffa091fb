package io.baro.bench;

import io.baro.acd.config.Problems;
import io.baro.acd.customer.KeyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The rig "crash": kills the real process at seeded random instants under load, again and again, and judges each time what is left. Now
 * and then it stops one in order, so that the state of a living one is compared too. Never in production. Runs on: the main thread.
 */
public final class CrashRig {
    private static final int KILLS = 20;
    /** Every so many lives end by SIGTERM, beside those that are killed. */
    private static final int LIVES_TO_A_STOP = 20;

    /** Every so many kills hit a Baro that has not got so far as to serve calls. */
    private static final int KILLS_TO_AN_EARLY_ONE = 8;

    /** What a start takes on a busy machine. */
    private static final long EARLY_MILLIS = 3_000;

    private static final long LIFE_MILLIS = 5_000;

    private final int kills;
    private final SplittableRandom random;
    private final Path directory;
    private final CrashLoad load;
    private final CrashWitness witness;
    private CrashWitness.Verdict verdict = CrashWitness.Verdict.GOOD;

    private CrashRig(int kills, long seed, Path directory, CrashLoad load) {
        this.kills = kills;
        this.random = new SplittableRandom(seed + 1);
        this.directory = directory;
        this.load = load;
        witness = new CrashWitness(directory);
    }

    public static void main(String[] args) throws Exception {
        int kills = KILLS;
        long seed = System.nanoTime();
        for (int i = 0; i + 1 < args.length; i += 2) {
            switch (args[i]) {
                case "--kills" -> kills = Integer.parseInt(args[i + 1]);
                case "--seed" -> seed = Long.parseLong(args[i + 1]);
                default -> throw new IllegalArgumentException("options: --kills N, --seed N; not " + args[i]);
            }
        }
        System.out.printf(Locale.ROOT, "seed %d%n", seed);
        Path directory = Path.of("").toAbsolutePath().resolve("benchmarks/target/crash");
        delete(directory);
        boolean good;
        try (CrashLoad load = new CrashLoad(seed)) {
            CrashedBaro.configure(directory, load.port(), load.agents());
            KeyFile.open(directory.resolve("state"), Optional.empty(), new Problems());
            good = new CrashRig(kills, seed, directory, load).run();
        }
        System.exit(good ? 0 : 1);
    }

    private boolean run() throws IOException, InterruptedException {
        load.begin();
        stopInOrder();
        for (int kill = 1; kill <= kills; kill++) {
            if (kill % LIVES_TO_A_STOP == 0) {
                stopInOrder();
            }
            killOne(kill);
        }
        lastLife();
        boolean again = witness.agreesFromTheBeginning();
        System.out.printf(
                Locale.ROOT,
                "journal: %d commands, %d snapshots compared with the re-run, once more from the first command: %s%n",
                witness.commands(),
                witness.snapshotsCompared(),
                again ? "the same" : "OTHER");
        System.out.printf(
                Locale.ROOT,
                "kills=%d confirmed=%d called=%d lost=%d doubled=%d identity=%s hash=%s%n",
                kills,
                load.confirmedNumbers().size(),
                load.dialled(),
                verdict.lost(),
                verdict.doubled() + load.dialledAgain(),
                verdict.identity() ? "ok" : "broken",
                verdict.hash() && again ? "ok" : "other");
        return verdict.isGood() && load.dialledAgain() == 0 && again;
    }

    private void killOne(int kill) throws IOException, InterruptedException {
        boolean early = kill % KILLS_TO_AN_EARLY_ONE == 0;
        CrashedBaro baro = CrashedBaro.start(directory);
        if (!early) {
            baro.awaitReady();
        }
        TimeUnit.MICROSECONDS.sleep(
                random.nextLong(TimeUnit.MILLISECONDS.toMicros(early ? EARLY_MILLIS : LIFE_MILLIS)));
        baro.kill();
        judge("kill " + kill + (early ? " (early)" : ""), baro);
    }

    private void stopInOrder() throws IOException, InterruptedException {
        CrashedBaro baro = CrashedBaro.start(directory);
        baro.awaitReady();
        TimeUnit.MILLISECONDS.sleep(LIFE_MILLIS);
        int exit = baro.stop();
        if (exit != 0) {
            throw new IllegalStateException("SIGTERM: exit code " + exit + ", see " + directory.resolve("baro.log"));
        }
        judge("stop in order", baro);
    }

    /** Nobody calls any more: when the last has gone nothing may be in progress. */
    private void lastLife() throws IOException, InterruptedException {
        CrashedBaro baro = CrashedBaro.start(directory);
        baro.awaitReady();
        load.end();
        baro.awaitIdle();
        baro.stop();
        judge("last stop", baro);
        boolean allClosed = witness.accounting().inProgress() == 0;
        verdict = verdict.and(new CrashWitness.Verdict(0, 0, allClosed, true));
    }

    private void judge(String what, CrashedBaro baro) throws IOException {
        CrashWitness.Verdict found = witness.judge(load.confirmedNumbers(), baro.durable());
        found = found.and(new CrashWitness.Verdict(0, 0, !baro.identityBroken(), true));
        verdict = verdict.and(found);
        CrashLoad.Told told = load.told();
        System.out.printf(
                Locale.ROOT,
                "%-16s commands=%d reservations=%d offered=%d; pbx: ended=%d connected=%d failed_over=%d confirmed=%d%s%n",
                what,
                witness.commands(),
                witness.reservations(),
                witness.accounting().offeredCount(),
                told.ended(),
                told.connected(),
                told.failedOver(),
                told.confirmed(),
                found.isGood() ? "" : " WRONG: " + found);
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
