package io.baro.engine.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a journal directory: the headers and their links when it opens, the commands when it is asked. Takes no lock and changes
 * nothing, so it may read what a running Baro writes. A torn tail ends it; damage before it is an exception that says where. One
 * thread.
 */
public final class JournalReader {
    /** What an operator runs to see more. */
    static final String REMEDY = "; run baro journal verify ";

    private final Path directory;
    private final List<SegmentFile> segments;
    private final SegmentFile unfinished;
    private ByteBuffer bytes = ByteBuffer.allocateDirect(0);

    private JournalReader(Path directory, List<SegmentFile> segments, SegmentFile unfinished) {
        this.directory = directory;
        this.segments = segments;
        this.unfinished = unfinished;
    }

    /**
     * Checks names, headers and links of the segments; no command is read.
     *
     * @throws JournalException when it is no journal, is newer than this program, or a segment is damaged or missing
     */
    public static JournalReader open(Path directory) throws JournalException {
        if (!Files.isDirectory(directory)) {
            throw new JournalException(
                    JournalException.Kind.UNUSABLE, directory + ": is no directory; name the directory of a journal");
        }
        try {
            List<SegmentFile> all = new ArrayList<>(SegmentFile.list(directory));
            SegmentFile unfinished = null;
            if (!all.isEmpty() && all.getLast().header() == null && holdsNothing(all.getLast())) {
                unfinished = all.removeLast();
            }
            JournalReader reader = new JournalReader(directory, all, unfinished);
            for (int i = 0; i < all.size(); i++) {
                reader.check(all.get(i), i == 0 ? null : all.get(i - 1).header());
            }
            return reader;
        } catch (JournalException e) {
            throw e;
        } catch (IOException e) {
            throw unusable(directory, e);
        }
    }

    /** First sequence that is kept; -1: there is no command. */
    public long firstSequence() {
        return segments.isEmpty() ? -1 : segments.getFirst().header().firstSequence();
    }

    /** Files, the unfinished one not counted. */
    public int segments() {
        return segments.size();
    }

    /**
     * Hands over every whole command from that sequence on, in order.
     *
     * @return the sequence after the last one: the next command's
     * @throws JournalException when a command before the tail is damaged; those before it have been handed over
     */
    public long read(long fromSequence, CommandReader reader) throws JournalException {
        return readToTail(fromSequence, reader).nextSequence();
    }

    /** As {@link #read}, and says how the journal ends. */
    JournalTail readToTail(long fromSequence, CommandReader reader) throws JournalException {
        JournalTail tail = JournalTail.EMPTY;
        for (int i = 0; i < segments.size(); i++) {
            SegmentHeader next = i + 1 < segments.size() ? segments.get(i + 1).header() : null;
            if (next == null || next.firstSequence() > fromSequence) {
                tail = readSegment(segments.get(i), next, fromSequence, reader);
            }
        }
        return tail;
    }

    /** A last file whose beginning was still being written when everything stopped: it holds nothing. Null: there is none. */
    SegmentFile unfinished() {
        return unfinished;
    }

    private JournalTail readSegment(SegmentFile segment, SegmentHeader next, long from, CommandReader reader)
            throws JournalException {
        SegmentBytes frames = load(segment, next);
        while (frames.next()) {
            if (frames.nextSequence() > from) {
                frames.tell(reader);
            }
        }
        SegmentBytes.Ending ending = frames.ending();
        boolean endsAsLinked = next == null
                ? ending != SegmentBytes.Ending.DAMAGED
                : frames.end() == next.previousBytes() && frames.lastCrc() == next.previousCrc();
        if (!endsAsLinked) {
            throw damaged(segment, frames, next);
        }
        int torn = ending == SegmentBytes.Ending.TORN ? frames.tornBytes() : 0;
        return new JournalTail(segment, frames.end(), frames.lastCrc(), frames.nextSequence(), torn);
    }

    private SegmentBytes load(SegmentFile segment, SegmentHeader next) throws JournalException {
        try {
            bytes = segment.read(bytes, next == null ? Long.MAX_VALUE : next.previousBytes());
            return new SegmentBytes(bytes, segment.header().firstSequence());
        } catch (JournalException e) {
            throw e;
        } catch (NoSuchFileException gone) {
            throw new JournalException(
                    JournalException.Kind.UNUSABLE,
                    segment.path() + ": was deleted while it was read (retention of a running Baro); read again",
                    gone);
        } catch (IOException e) {
            throw unusable(segment.path(), e);
        }
    }

    private JournalException damaged(SegmentFile segment, SegmentBytes frames, SegmentHeader next) {
        boolean foreign = next != null && frames.end() == next.previousBytes();
        return new JournalException(
                JournalException.Kind.DAMAGED,
                segment.path() + ": "
                        + (foreign ? "is not the file that the next one follows" : "damaged at byte " + frames.end())
                        + ", at command " + frames.nextSequence() + REMEDY + directory);
    }

    private void check(SegmentFile segment, SegmentHeader before) throws JournalException {
        SegmentHeader header = segment.header();
        if (header == null) {
            throw damagedHeader(segment, "damaged at byte 0, in its header");
        }
        if (header.isNewerThanProgram()) {
            throw new JournalException(
                    JournalException.Kind.NEWER,
                    String.format(
                            "%s: written by a newer Baro (format %d, behaviour %d; this one knows %d and %d); run that one,"
                                    + " or move the directory away",
                            segment.path(),
                            header.formatVersion(),
                            header.behaviourVersion(),
                            JournalFormat.FORMAT_VERSION,
                            JournalFormat.BEHAVIOUR_VERSION));
        }
        if (header.firstSequence() != segment.nameSequence()) {
            throw damagedHeader(segment, "begins with command " + header.firstSequence() + ", not as its name says");
        }
        if (before != null && before.firstSequence() != header.previousFirst()) {
            throw damagedHeader(
                    segment,
                    "the file before it is missing: "
                            + SegmentFile.pathOf(directory, header.previousFirst())
                                    .getFileName() + ", before command " + header.firstSequence());
        }
    }

    private JournalException damagedHeader(SegmentFile segment, String what) {
        return new JournalException(
                JournalException.Kind.DAMAGED,
                segment.path() + ": " + what + ", at command " + segment.nameSequence() + REMEDY + directory);
    }

    private static boolean holdsNothing(SegmentFile segment) throws IOException {
        ByteBuffer bytes = segment.read(ByteBuffer.allocateDirect(0), Long.MAX_VALUE);
        return !SegmentBytes.holdsAnyFrame(bytes, segment.nameSequence());
    }

    static JournalException unusable(Path path, IOException cause) {
        return new JournalException(
                JournalException.Kind.UNUSABLE,
                path + ": cannot be read (" + DiskTrouble.of(cause)
                        + "); see to the disk and the rights of the directory",
                cause);
    }
}
