package io.baro.engine.runtime.single;

import io.baro.engine.callcenter.Limits;
import io.baro.engine.journal.CommandReader;
import io.baro.engine.journal.SnapshotFiles;
import io.baro.engine.routing.Behaviour;
import io.baro.engine.routing.Router;
import io.baro.engine.routing.Snapshot;
import io.baro.engine.routing.SnapshotException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the router's state again: the newest snapshot that can be read, then the commands that the journal has after it. What the router
 * decides meanwhile was done by an earlier life, so nobody hears of it. One thread, before the runtime starts.
 */
public final class Recovery {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private final Limits limits;
    private final SnapshotFiles files;
    private final Tail tail;

    /** A journal, as recovery reads it. */
    @FunctionalInterface
    public interface Tail {
        /**
         * Hands over every command from that sequence on, in order.
         *
         * @return the sequence after the journal's last command
         */
        long read(long fromSequence, CommandReader reader) throws IOException;
    }

    /**
     * What was made.
     *
     * @param snapshotSequence of the snapshot it began with; -1: none, the journal was read from its beginning
     * @param nextSequence the one that the next command must have
     */
    public record Recovered(Router router, long snapshotSequence, long nextSequence) {
        /** Commands that were read from the journal. */
        public long commands() {
            return nextSequence - snapshotSequence - 1;
        }
    }

    /** Applies commands that must follow one another without a gap. */
    private static final class Successor implements CommandReader {
        private final Router router;
        private long next;

        Successor(Router router, long next) {
            this.router = router;
            this.next = next;
        }

        @Override
        public void onCommand(long sequence, long timeMillis, DirectBuffer buffer, int offset, int length) {
            if (sequence != next) {
                throw new UncheckedIOException(gap(next, sequence));
            }
            router.apply(timeMillis, buffer, offset, Successor::unheard);
            next++;
        }

        private static void unheard(long timeMillis, DirectBuffer buffer, int offset, int length) {}
    }

    /** A recovery from these. */
    public Recovery(Limits limits, SnapshotFiles files, Tail tail) {
        this.limits = limits;
        this.files = files;
        this.tail = tail;
    }

    /**
     * Makes the state again.
     *
     * @throws RecoveryException when commands are missing between what can be read of snapshots and of the journal
     */
    public Recovered run() throws IOException {
        Router router = null;
        long sequence = -1;
        for (SnapshotFiles.Kept kept : files.newestFirst()) {
            router = restored(kept);
            if (router != null) {
                sequence = kept.sequence();
                break;
            }
        }
        return replay(router == null ? new Router(limits) : router, sequence);
    }

    /** The router of a snapshot, or null if it cannot be read: said once, the one before it will do. */
    private Router restored(SnapshotFiles.Kept kept) throws IOException {
        UnsafeBuffer bytes = new UnsafeBuffer(Files.readAllBytes(kept.file()));
        try {
            Snapshot header = Snapshot.of(bytes, 0, bytes.capacity());
            if (header.position() != kept.sequence()) {
                LOG.warn("{} skipped: it holds the commands up to {}", kept.file(), header.position());
                return null;
            }
            Router router = Router.restored(limits, bytes, 0, bytes.capacity());
            if (header.behaviour() != Behaviour.VERSION) {
                LOG.warn(
                        "{} is of behaviour {}, this release is {}: what the journal has after it may be decided anew",
                        kept.file(),
                        header.behaviour(),
                        Behaviour.VERSION);
            }
            return router;
        } catch (SnapshotException e) {
            LOG.warn("{} skipped: {}", kept.file(), e.getMessage());
            return null;
        }
    }

    private Recovered replay(Router router, long sequence) throws IOException {
        Successor successor = new Successor(router, sequence + 1);
        long journalEnds;
        try {
            journalEnds = tail.read(sequence + 1, successor);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (journalEnds != successor.next) {
            throw gap(successor.next, journalEnds);
        }
        return new Recovered(router, sequence, successor.next);
    }

    private static RecoveryException gap(long expected, long found) {
        return new RecoveryException(
                "recovery needs command " + expected + " next, the journal goes on with " + found
                        + "; put the journal and the snapshots that belong together into place, or begin with empty directories");
    }
}
