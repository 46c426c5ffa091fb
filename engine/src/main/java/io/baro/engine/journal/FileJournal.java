package io.baro.engine.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.zip.CRC32C;
import org.agrona.DirectBuffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends commands to the segments of a directory. A disk that fails stops the promise, not the routing: commands wait in memory,
 * nothing more becomes durable, and once a second it tries again in a new segment. Runs on: journal thread; its figures: any.
 */
public final class FileJournal implements Journal {
    private static final Logger LOG = LoggerFactory.getLogger(FileJournal.class);
    private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Path directory;
    private final JournalSettings settings;
    private final Surroundings around;
    private final JournalLock lock;
    private final SegmentChain chain;
    private final Retention retention;
    private final Backlog backlog;
    private final JournalAlarm alarm = new JournalAlarm();
    private final JournalFormat.Command frame = new JournalFormat.Command();
    private final CRC32C crc = new CRC32C();
    private long retryNanos;
    private boolean overflowed;
    private volatile long durable;
    private volatile boolean failing;
    private final AtomicLong failures = new AtomicLong();
    private volatile long waitingBytes;
    private final AtomicLong lostCommands = new AtomicLong();

    /** The disk and the clocks. */
    record Surroundings(Disk disk, LongSupplier epochMillis, LongSupplier nanoTime) {
        static final Surroundings REAL =
                new Surroundings(Disk.ofMachine(), System::currentTimeMillis, System::nanoTime);
    }

    private FileJournal(
            Path directory, JournalSettings settings, Surroundings around, JournalLock lock, LongSupplier lowestNeeded)
            throws IOException {
        this.directory = directory;
        this.settings = settings;
        this.around = around;
        this.lock = lock;
        JournalTail tail = readTail(directory, lowestNeeded.getAsLong());
        chain = new SegmentChain(around.disk(), directory, tail, settings.segmentBytes(), around.epochMillis());
        retention = new Retention(directory, settings, lowestNeeded);
        retention.apply(around.epochMillis().getAsLong());
        backlog = new Backlog(settings.backlogBytes());
        durable = tail.nextSequence() - 1;
    }

    /**
     * Takes the directory's lock, makes it if it is not there, checks it, cuts a torn tail, and begins a segment.
     *
     * @param lowestNeeded lowest sequence that recovery needs: what is before it may be deleted and is not checked; asked by the
     *     journal thread, must answer at once
     * @throws JournalException when it cannot or must not be written
     */
    public static FileJournal open(Path directory, JournalSettings settings, LongSupplier lowestNeeded)
            throws JournalException {
        return open(directory, settings, lowestNeeded, Surroundings.REAL);
    }

    /** Whether a Baro writes the journal of that directory now. */
    public static boolean isWritten(Path directory) throws JournalException {
        try {
            return JournalLock.isTaken(directory);
        } catch (IOException e) {
            throw JournalReader.unusable(directory, e);
        }
    }

    static FileJournal open(Path directory, JournalSettings settings, LongSupplier lowestNeeded, Surroundings around)
            throws JournalException {
        JournalLock lock = JournalLock.take(directory);
        try {
            return new FileJournal(directory, settings, around, lock, lowestNeeded);
        } catch (IOException e) {
            release(lock);
            throw e instanceof JournalException known ? known : cannotWrite(directory, e);
        }
    }

    @Override
    public void append(long sequence, long timeMillis, DirectBuffer buffer, int offset, int length) {
        if (length < JournalFormat.MIN_COMMAND_BYTES || length > JournalFormat.MAX_COMMAND_BYTES) {
            throw new IllegalArgumentException("a command of " + length + " bytes");
        }
        Backlog.Piece piece = pieceFor(JournalFormat.FRAME_HEADER_BYTES + length);
        if (piece == null) {
            lost(sequence);
            return;
        }
        if (piece.bytes.position() == 0) {
            piece.first = sequence;
        }
        frame.sequence = sequence;
        frame.timeMillis = timeMillis;
        frame.pending = (int) Math.min(Integer.MAX_VALUE, sequence - durable);
        frame.length = length;
        JournalFormat.putFrame(piece.bytes, crc, frame, buffer, offset);
        piece.last = sequence;
        piece.lastCrc = (int) crc.getValue();
    }

    @Override
    public void flush() {
        if (failing && around.nanoTime().getAsLong() - retryNanos < 0) {
            return;
        }
        commit();
    }

    @Override
    public long durableSequence() {
        return durable;
    }

    @Override
    public boolean isFailing() {
        return failing;
    }

    /** Writes and forces that failed so far. */
    public long failures() {
        return failures.get();
    }

    /** Bytes in memory that wait for a disk that fails. */
    public long waitingBytes() {
        return waitingBytes;
    }

    /** Commands that came when no more could wait: they are in no journal. */
    public long lostCommands() {
        return lostCommands.get();
    }

    @Override
    public boolean waitsForDevice() {
        return true;
    }

    @Override
    public void close() {
        commit();
        try {
            chain.close();
        } catch (IOException e) {
            LOG.warn("journal: cannot close {} ({})", chain.path(), DiskTrouble.of(e));
        }
        release(lock);
    }

    static JournalException cannotWrite(Path directory, IOException cause) {
        return new JournalException(
                JournalException.Kind.UNUSABLE,
                directory + ": the journal cannot be written (" + DiskTrouble.of(cause)
                        + "); make room or give Baro the rights, or write journal: memory",
                cause);
    }

    private Backlog.Piece pieceFor(int bytes) {
        if (overflowed) {
            return null;
        }
        Backlog.Piece piece = backlog.lastWithRoomFor(bytes);
        if (piece == null && !backlog.isEmpty()) {
            flush();
        }
        if (piece != null) {
            return piece;
        }
        Backlog.Piece added = backlog.add();
        waitingBytes = failing ? backlog.bytes() : 0;
        return added;
    }

    private void commit() {
        try {
            while (!backlog.isEmpty()) {
                Backlog.Piece piece = backlog.first();
                boolean began = chain.commit(piece);
                durable = piece.last;
                backlog.dropFirst();
                if (began) {
                    retention.apply(around.epochMillis().getAsLong());
                }
            }
            waitingBytes = 0;
            if (failing && !overflowed) {
                alarm.recovered(chain.path(), around.nanoTime().getAsLong());
                failing = false;
            }
        } catch (IOException e) {
            fail(e);
        }
    }

    private void fail(IOException e) {
        long now = around.nanoTime().getAsLong();
        retryNanos = now + RETRY_NANOS;
        waitingBytes = backlog.bytes();
        failing = true;
        failures.incrementAndGet();
        alarm.failed(chain.path(), e, now);
    }

    private void lost(long sequence) {
        lostCommands.incrementAndGet();
        if (!overflowed) {
            overflowed = true;
            LOG.error("journal: command {} is the first that is not kept", sequence);
            alarm.overflowed(directory, settings.backlogBytes());
        }
    }

    private static JournalTail readTail(Path directory, long from) throws IOException {
        JournalReader reader = JournalReader.open(directory);
        JournalTail tail = reader.readToTail(from, (sequence, timeMillis, buffer, offset, length) -> {});
        if (reader.unfinished() != null) {
            LOG.warn(
                    "journal: deleted {}, which was begun when Baro was stopped and holds nothing",
                    reader.unfinished().path());
            Files.delete(reader.unfinished().path());
        }
        if (tail.last() != null) {
            cut(tail);
        }
        return tail;
    }

    private static void cut(JournalTail tail) throws IOException {
        if (tail.tornBytes() > 0) {
            LOG.warn(
                    "journal: cut {} bytes off {}, behind command {}: written when Baro was stopped, never durable",
                    tail.tornBytes(),
                    tail.last().path(),
                    tail.nextSequence() - 1);
        }
        try (FileChannel channel = FileChannel.open(tail.last().path(), StandardOpenOption.WRITE)) {
            channel.truncate(tail.bytes());
            channel.force(true);
        }
    }

    private static void release(JournalLock lock) {
        try {
            lock.close();
        } catch (IOException e) {
            LOG.warn("journal: cannot release the lock ({})", DiskTrouble.of(e));
        }
    }
}
