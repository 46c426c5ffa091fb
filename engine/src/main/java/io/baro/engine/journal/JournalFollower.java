package io.baro.engine.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32C;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Reads a journal on while it is written, a piece at a time, from any command to the last one that is durable. Takes no lock, changes
 * nothing, remembers where it stands in its file. One thread, which is not the journal's.
 */
public final class JournalFollower implements AutoCloseable {
    /** Two hundred commands in one read; the longest command fits 16 times. */
    private static final int CHUNK_BYTES = 1 << 20;

    private final Path directory;
    private final ByteBuffer bytes = ByteBuffer.allocateDirect(CHUNK_BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .flip();
    private final ByteBuffer covered = bytes.duplicate();
    private final UnsafeBuffer buffer = new UnsafeBuffer(bytes.duplicate().clear());
    private final CRC32C crc = new CRC32C();
    private long next;
    private FileChannel channel;
    private Path path;
    private long firstOfFile;
    /** How much of the file counts, as far as it was said when it was entered. */
    private long endOfFile;

    /** Sequence of the next frame of the file; below {@link #next} while the beginning of a file is skipped. */
    private long inFile;
    /** The place in the file of the buffer's limit. */
    private long readTo;

    /** Stands before that command. */
    public JournalFollower(Path directory, long nextSequence) {
        this.directory = directory;
        next = nextSequence;
    }

    /** The command that will be handed over next. */
    public long nextSequence() {
        return next;
    }

    /**
     * Hands over the commands from where it stands, in order.
     *
     * @param durable the last command that may be handed over: it and all before it are durable
     * @param most how many at once
     * @return how many
     * @throws JournalException FORGOTTEN when the next command is kept no more, DAMAGED when it is not as it was written
     */
    public int read(long durable, int most, CommandReader reader) throws JournalException {
        int told = 0;
        try {
            while (next <= durable && told < most) {
                int length = advance();
                if (inFile - 1 == next) {
                    int at = bytes.position() - length;
                    reader.onCommand(next, timeOf(at), buffer, at, length);
                    next++;
                    told++;
                }
            }
            return told;
        } catch (JournalException known) {
            throw known;
        } catch (IOException e) {
            throw JournalReader.unusable(path == null ? directory : path, e);
        }
    }

    @Override
    public void close() throws JournalException {
        try {
            leave();
        } catch (IOException e) {
            throw JournalReader.unusable(directory, e);
        }
    }

    /** Steps over one whole frame, in this file or the one that goes on, and returns the length of its command. */
    private int advance() throws IOException {
        if (channel == null) {
            enter(next);
        }
        int length = frame();
        if (length < 0) {
            // What was read ahead of the writer may have been written since.
            fill();
            length = frame();
        }
        if (length < 0 && inFile == next && fileOf(next) != firstOfFile) {
            enter(next);
            length = frame();
        }
        if (length < 0) {
            throw new JournalException(
                    JournalException.Kind.DAMAGED,
                    path + ": damaged at command " + inFile + JournalReader.REMEDY + directory);
        }
        return length;
    }

    /** Steps over the frame at the buffer's position; -1: there is no whole one of that sequence. */
    private int frame() throws IOException {
        if (!isThere(JournalFormat.FRAME_HEADER_BYTES)) {
            return -1;
        }
        int length = bytes.getInt(bytes.position() + JournalFormat.FRAME_LENGTH);
        if (length < JournalFormat.MIN_COMMAND_BYTES
                || length > JournalFormat.MAX_COMMAND_BYTES
                || !isThere(JournalFormat.FRAME_HEADER_BYTES + length)) {
            return -1;
        }
        int at = bytes.position();
        int after = at + JournalFormat.FRAME_HEADER_BYTES + length;
        crc.reset();
        crc.update(covered.clear().limit(after).position(at + JournalFormat.FRAME_LENGTH));
        if (bytes.getInt(at) != (int) crc.getValue() || bytes.getLong(at + JournalFormat.FRAME_SEQUENCE) != inFile) {
            return -1;
        }
        bytes.position(after);
        inFile++;
        return length;
    }

    private long timeOf(int commandAt) {
        return bytes.getLong(commandAt - JournalFormat.FRAME_HEADER_BYTES + JournalFormat.FRAME_TIME);
    }

    private boolean isThere(int count) throws IOException {
        if (bytes.remaining() < count) {
            fill();
        }
        return bytes.remaining() >= count;
    }

    /** Reads from the buffer's position on, as much as fits. */
    private void fill() throws IOException {
        long from = readTo - bytes.remaining();
        bytes.clear().limit(Math.clamp(endOfFile - from, 0, CHUNK_BYTES));
        int read = 0;
        while (bytes.hasRemaining() && read >= 0) {
            read = channel.read(bytes, from + bytes.position());
        }
        bytes.flip();
        readTo = from + bytes.limit();
    }

    /** First sequence of the file that holds that command, or would if it were whole. */
    private long fileOf(long sequence) throws IOException {
        return list(sequence).getFirst().nameSequence();
    }

    /** The file that holds that command, and those after it. */
    private List<SegmentFile> list(long sequence) throws IOException {
        List<SegmentFile> files = SegmentFile.list(directory);
        int holder = -1;
        while (holder + 1 < files.size() && files.get(holder + 1).nameSequence() <= sequence) {
            holder++;
        }
        if (holder < 0) {
            throw new JournalException(
                    JournalException.Kind.FORGOTTEN, directory + ": command " + sequence + " is kept no more");
        }
        return files.subList(holder, files.size());
    }

    private void enter(long sequence) throws IOException {
        leave();
        List<SegmentFile> files = list(sequence);
        SegmentFile file = files.getFirst();
        path = file.path();
        if (file.header() == null || file.header().isNewerThanProgram()) {
            throw new JournalException(
                    JournalException.Kind.DAMAGED,
                    path + ": damaged at byte 0, in its header, or of a newer Baro, at command " + file.nameSequence()
                            + JournalReader.REMEDY + directory);
        }
        // What a failed disk left behind the counted part is not what happened.
        SegmentHeader following = files.size() > 1 ? files.get(1).header() : null;
        endOfFile = following == null ? Long.MAX_VALUE : following.previousBytes();
        channel = FileChannel.open(path);
        firstOfFile = file.nameSequence();
        inFile = firstOfFile;
        bytes.clear().limit(0);
        readTo = SegmentHeader.BYTES;
    }

    private void leave() throws IOException {
        if (channel != null) {
            channel.close();
            channel = null;
        }
    }
}
