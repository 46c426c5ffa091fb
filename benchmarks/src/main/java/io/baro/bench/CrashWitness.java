package io.baro.bench;

import io.baro.acd.config.Problems;
import io.baro.acd.customer.CallerKeys;
import io.baro.acd.customer.KeyFile;
import io.baro.engine.callcenter.Accounting;
import io.baro.engine.callcenter.Call;
import io.baro.engine.callcenter.CallState;
import io.baro.engine.callcenter.Limits;
import io.baro.engine.callcenter.ReservationBook;
import io.baro.engine.journal.JournalReader;
import io.baro.engine.journal.SnapshotFiles;
import io.baro.engine.routing.Router;
import io.baro.engine.routing.SnapshotException;
import io.baro.engine.runtime.single.Recovery;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Judges what a killed Baro left on disk, by a router of its own that has never seen a snapshot: it goes through the whole journal, life
 * after life. Changes nothing in the state directory. Runs on: the rig's thread, while no Baro runs.
 */
final class CrashWitness {
    /** Room for 15 callers a second for two minutes. */
    static final int CALL_LIMIT = 2_000;

    private static final int PBX = 0;

    private final Path state;
    private final Path copies;
    private final Router rerun = new Router(limits());
    private final Map<Long, Long> hashes = new HashMap<>();
    private long next;
    private final EndedReservations ended = new EndedReservations();
    private boolean alwaysBalanced = true;
    private final Set<Long> compared = new HashSet<>();

    /**
     * What was found of one death.
     *
     * @param lost callers who heard ok and have no reservation, nor one that ended with an outcome
     * @param doubled reservations beyond the one that a caller may have
     * @param identity whether, after each command, every offered call has exactly one outcome, or none yet and is known
     * @param hash whether all ways to the state lead to the same one, with all that was said to be durable
     */
    record Verdict(long lost, long doubled, boolean identity, boolean hash) {
        static final Verdict GOOD = new Verdict(0, 0, true, true);

        Verdict and(Verdict other) {
            return new Verdict(
                    lost + other.lost, doubled + other.doubled, identity && other.identity, hash && other.hash);
        }

        boolean isGood() {
            return equals(GOOD);
        }
    }

    /** A witness of that configuration directory's state. */
    CrashWitness(Path directory) {
        state = directory.resolve("state");
        copies = directory.resolve("copies");
    }

    /** What a Baro of the rig's configuration reserves. */
    private static Limits limits() {
        Limits standard = Limits.standard();
        return new Limits(
                CALL_LIMIT,
                standard.agents(),
                standard.queues(),
                standard.pbxs(),
                standard.callers(),
                standard.reservations());
    }

    /**
     * Judges the state as it lies on disk.
     *
     * @param confirmedNumbers of callers who heard ok
     * @param durable the last command that the dead one had called durable
     */
    Verdict judge(Set<String> confirmedNumbers, long durable) throws IOException {
        Path journal = state.resolve("journal");
        if (!Files.isDirectory(journal)) {
            return new Verdict(confirmedNumbers.size(), 0, true, durable < 0);
        }
        next = Math.max(next, read(journal, next, rerun));
        hashes.put(next - 1, rerun.stateHash());
        Recovery.Recovered recovered =
                new Recovery(limits(), new SnapshotFiles(copyOfSnapshots()), JournalReader.open(journal)::read).run();
        boolean same = recovered.nextSequence() == next
                && recovered.router().stateHash() == rerun.stateHash()
                && durable < next
                && snapshotsAgree();
        return new Verdict(
                lost(confirmedNumbers, recovered.router().center().reservations()),
                doubled(recovered.router().center().reservations()),
                alwaysBalanced && identityHolds(recovered.router()),
                same);
    }

    /** Once more from the first command, by a router that knows nothing; whether it comes to the same state. */
    boolean agreesFromTheBeginning() throws IOException {
        Router again = new Router(limits());
        return read(state.resolve("journal"), 0, again) == next && again.stateHash() == rerun.stateHash();
    }

    /** Commands in the journal. */
    long commands() {
        return next;
    }

    /** Snapshots that the processes wrote of states that the witness knows too. */
    int snapshotsCompared() {
        return compared.size();
    }

    long reservations() {
        return rerun.center().reservations().size();
    }

    Accounting accounting() {
        return rerun.center().accounting(PBX);
    }

    private long read(Path journal, long from, Router router) throws IOException {
        Accounting account = router.center().accounting(PBX);
        return JournalReader.open(journal).read(from, (sequence, timeMillis, buffer, offset, length) -> {
            router.apply(timeMillis, buffer, offset, ended);
            alwaysBalanced &= account.identityHolds();
        });
    }

    private boolean snapshotsAgree() throws IOException {
        for (SnapshotFiles.Kept kept : new SnapshotFiles(copies).newestFirst()) {
            Long known = hashes.get(kept.sequence());
            if (known == null || !compared.add(kept.sequence())) {
                continue;
            }
            if (hashOf(kept.file()) != known) {
                return false;
            }
        }
        return true;
    }

    private static long hashOf(Path snapshot) throws IOException {
        UnsafeBuffer bytes = new UnsafeBuffer(Files.readAllBytes(snapshot));
        try {
            return Router.restored(limits(), bytes, 0, bytes.capacity()).stateHash();
        } catch (SnapshotException e) {
            throw new IOException(snapshot + ": " + e.getMessage(), e);
        }
    }

    /** Whoever opens snapshots clears the directory of drafts: the next life shall find them. */
    private Path copyOfSnapshots() throws IOException {
        Files.createDirectories(copies);
        try (var old = Files.list(copies)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        Path snapshots = state.resolve("snapshots");
        if (Files.isDirectory(snapshots)) {
            try (var files = Files.list(snapshots)) {
                for (Path file : files.toList()) {
                    Files.copy(file, copies.resolve(file.getFileName()));
                }
            }
        }
        return copies;
    }

    private long lost(Set<String> numbers, ReservationBook book) {
        CallerKeys keys = callerKeys();
        return numbers.stream()
                .map(number -> new UnsafeBuffer(number.getBytes(StandardCharsets.US_ASCII)))
                .mapToLong(number -> keys.keyOf(number, 0, number.capacity()))
                .filter(key -> book.ofCaller(key) == null && !ended.has(key))
                .count();
    }

    private static long doubled(ReservationBook book) {
        Set<Long> callers = new HashSet<>();
        Set<Long> calls = new HashSet<>();
        long doubled = 0;
        for (int i = 0; i < book.size(); i++) {
            boolean firstOfCaller = callers.add(book.at(i).callerKey());
            boolean firstOfCall = calls.add(book.at(i).id());
            doubled += firstOfCaller && firstOfCall ? 0 : 1;
        }
        return doubled;
    }

    private static boolean identityHolds(Router router) {
        long known = 0;
        for (Call call = router.center().firstCall(); call != null; call = call.next()) {
            known += call.state == CallState.TALKING || call.isCallback() ? 0 : 1;
        }
        Accounting account = router.center().accounting(PBX);
        return account.identityHolds() && account.inProgress() == known;
    }

    private CallerKeys callerKeys() {
        return KeyFile.open(state, Optional.empty(), new Problems())
                .orElseThrow(() -> new IllegalStateException("no key in " + state))
                .callerKeys();
    }
}
