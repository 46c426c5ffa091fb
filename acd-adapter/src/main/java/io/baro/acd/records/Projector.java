package io.baro.acd.records;

import io.baro.engine.journal.JournalException;
import io.baro.engine.journal.JournalFollower;
import io.baro.engine.journal.SnapshotFiles;
import io.baro.engine.port.DecisionSink;
import io.baro.engine.routing.Router;
import io.baro.engine.state.StateWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.agrona.DirectBuffer;

/**
 * Goes over the journal with a router of its own and turns what it decides into rows. The routing thread knows nothing of it. What was
 * read and not written is kept until it is. One thread.
 */
final class Projector implements AutoCloseable {
    /** What one transaction takes over: under a second of SQLite, and what is lost of work when it fails. */
    static final int MOST_COMMANDS = 4_000;

    private static final DecisionSink NOBODY = (timeMillis, buffer, offset, length) -> {};

    private final Router router;
    private final JournalFollower follower;
    private final RecordRows rows;
    private long written;
    private boolean unwritten;

    private Projector(RouterStarts.Start start, Path journal, RecordRows rows, long written) {
        router = start.router();
        follower = new JournalFollower(journal, start.sequence() + 1);
        this.rows = rows;
        this.written = written;
    }

    /**
     * One that goes on where the tables stand; if the journal does not go so far back, at the first place that it has, with the gap
     * written down.
     *
     * @throws IOException when there is no place to begin yet, or the journal cannot be read
     */
    static Projector begin(RecordTables tables, RouterStarts starts, Path journal) throws SQLException, IOException {
        long position = tables.position();
        Optional<RouterStarts.Start> start = starts.latestUpTo(position);
        if (start.isEmpty()) {
            start = starts.earliest();
            if (start.isEmpty()) {
                throw new IOException(journal + ": has lost its beginning, and there is no snapshot to go on from yet");
            }
            tables.writeGap(position, start.get().sequence());
            position = start.get().sequence();
        }
        RecordRows rows = new RecordRows(tables.journal());
        tables.tellOpen(rows);
        return new Projector(start.get(), journal, rows, position);
    }

    /** Reads on, at most so far, and returns how many commands it was. Only when nothing waits to be written. */
    int read(long durable) throws JournalException {
        int read = follower.read(durable, MOST_COMMANDS, this::onCommand);
        unwritten = follower.nextSequence() - 1 > written;
        return read;
    }

    /** Whether something was read that is not in the tables. */
    boolean hasUnwritten() {
        return unwritten;
    }

    /** Writes what was read; after a failure the same again. Returns how many rows it added or changed. */
    int write(RecordTables tables) throws SQLException {
        long to = follower.nextSequence() - 1;
        int changes = rows.batch().size();
        tables.write(rows.batch(), written, to);
        rows.batch().clear();
        written = to;
        unwritten = false;
        return changes;
    }

    /** The last command whose rows are in the tables. */
    long written() {
        return written;
    }

    /** Whether the router stands where the tables do: not while it still goes over what they have. */
    boolean isLevel() {
        return !unwritten && written >= 0 && follower.nextSequence() - 1 == written;
    }

    /** Keeps the router as it is, so that the next life need not read further back. Only when it {@link #isLevel}. */
    void keep(SnapshotFiles files) throws IOException {
        StateWriter state = new StateWriter();
        router.snapshot(written, state);
        files.write(state.buffer(), state.length());
        files.publish(written);
    }

    @Override
    public void close() throws JournalException {
        follower.close();
    }

    private void onCommand(long sequence, long timeMillis, DirectBuffer buffer, int offset, int length) {
        if (sequence > written) {
            rows.begin(sequence, buffer, offset);
            router.apply(timeMillis, buffer, offset, rows);
        } else {
            router.apply(timeMillis, buffer, offset, NOBODY);
        }
    }
}
