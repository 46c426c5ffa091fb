package io.baro.engine.journal;

import io.baro.engine.routing.Behaviour;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.agrona.DirectBuffer;

/**
 * Owns the bytes of the journal: versions, places of fields, checksums. Little endian. docs/journal.md draws them. Never touches a
 * file. Immutable.
 *
 * <pre>
 * frame: crc32c(4) length(4) sequence(8) time(8) pending(4) command(length)
 * </pre>
 *
 * The checksum covers all that follows it. {@code pending} says how many commands, this one included, were not yet durable when it
 * was written: a whole frame behind a damaged one tells by it whether what was damaged had been safe.
 */
public final class JournalFormat {
    /** Of the files. A program refuses a greater one. */
    public static final int FORMAT_VERSION = 1;

    /**
     * Of the router: grows when the same commands lead to another state than before. A program refuses a greater one, since it would
     * make another state of the journal than the program that wrote it.
     */
    public static final int BEHAVIOUR_VERSION = Behaviour.VERSION;

    static final int FRAME_HEADER_BYTES = 28;
    static final int FRAME_LENGTH = 4;
    static final int FRAME_SEQUENCE = 8;
    static final int FRAME_TIME = 16;
    static final int FRAME_PENDING = 24;

    /** The ring holds none so long; a greater length is damage. */
    static final int MAX_COMMAND_BYTES = 64 * 1024;

    /** An SBE header: nothing shorter is a command. Zeroes that were written ahead are therefore no frame. */
    static final int MIN_COMMAND_BYTES = 8;

    private JournalFormat() {}

    /** Writes one frame at the buffer's position; the buffer has room for it. */
    static void putFrame(ByteBuffer into, CRC32C crc, Command command, DirectBuffer bytes, int offset) {
        int start = into.position();
        into.putInt(0).putInt(command.length).putLong(command.sequence).putLong(command.timeMillis);
        into.putInt(command.pending);
        bytes.getBytes(offset, into, command.length);
        int end = into.position();
        crc.reset();
        crc.update(into.position(start + FRAME_LENGTH).limit(end));
        into.limit(into.capacity()).putInt(start, (int) crc.getValue());
    }

    /** What stands before a command's bytes. Reused, so that appending allocates nothing. */
    static final class Command {
        long sequence;
        long timeMillis;
        int pending;
        int length;
    }
}
