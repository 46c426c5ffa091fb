package io.baro.engine.routing;

import io.baro.engine.callcenter.Limits;
import io.baro.engine.state.StateReader;
import io.baro.engine.state.StateWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;
import org.agrona.DirectBuffer;

/**
 * The byte form of a router's whole state, little endian: {@code magic(8) format(4) length(4) behaviour(4) position(8) limits(6 * 4)}, the
 * fields in the order of the visit, {@code crc32c(4)} of all before. Knows what surrounds the fields, not the fields. Any thread.
 *
 * @param behaviour {@link Behaviour#VERSION} of the router that wrote it
 * @param position of the last command that it holds, as its writer counted
 * @param limits of the router that wrote it
 */
public record Snapshot(int behaviour, long position, Limits limits) {
    /** Raised whenever a field comes, goes or moves: what is written otherwise cannot be read. */
    public static final int FORMAT = 3;

    /** "BaroSnap" in ASCII, read as a little-endian number. */
    private static final long MAGIC = 0x70616e536f726142L;

    private static final int FORMAT_OFFSET = Long.BYTES;
    private static final int LENGTH_OFFSET = FORMAT_OFFSET + Integer.BYTES;
    private static final int BEHAVIOUR_OFFSET = LENGTH_OFFSET + Integer.BYTES;
    private static final int POSITION_OFFSET = BEHAVIOUR_OFFSET + Integer.BYTES;
    private static final int LIMITS_OFFSET = POSITION_OFFSET + Long.BYTES;
    private static final int HEADER_BYTES = LIMITS_OFFSET + 6 * Integer.BYTES;
    private static final int CRC_BYTES = Integer.BYTES;

    /** What a snapshot is of, once its bytes were found to be whole. */
    public static Snapshot of(DirectBuffer bytes, int offset, int length) throws SnapshotException {
        verify(bytes, offset, length);
        StateReader state = new StateReader(bytes, offset + BEHAVIOUR_OFFSET, offset + HEADER_BYTES);
        return new Snapshot(
                state.next(0),
                state.next(0L),
                new Limits(state.next(0), state.next(0), state.next(0), state.next(0), state.next(0), state.next(0)));
    }

    static void begin(long position, Limits limits, StateWriter into) {
        into.begin();
        into.next(MAGIC);
        into.next(FORMAT);
        into.next(0);
        into.next(Behaviour.VERSION);
        into.next(position);
        into.next(limits.calls());
        into.next(limits.agents());
        into.next(limits.queues());
        into.next(limits.pbxs());
        into.next(limits.callers());
        into.next(limits.reservations());
    }

    static void end(StateWriter into) {
        into.putInt(LENGTH_OFFSET, into.length() + CRC_BYTES);
        into.addChecksum();
    }

    /** The fields of a snapshot that a router of these sizes can take over. */
    static StateReader open(Limits limits, DirectBuffer bytes, int offset, int length) throws SnapshotException {
        Snapshot header = of(bytes, offset, length);
        if (!header.limits.equals(limits)) {
            throw new SnapshotException(
                    SnapshotException.Reason.OTHER_LIMITS,
                    "the snapshot is of a router with " + header.limits + ", this one has " + limits);
        }
        return new StateReader(bytes, offset + HEADER_BYTES, offset + length - CRC_BYTES);
    }

    /** Whole bytes of this format that do not fit: a build between two releases wrote them. */
    static SnapshotException otherFields(RuntimeException how) {
        SnapshotException refusal = new SnapshotException(
                SnapshotException.Reason.OTHER_FORMAT,
                "the snapshot has format " + FORMAT + " but other fields than this build: " + how.getMessage());
        refusal.initCause(how);
        return refusal;
    }

    private static void verify(DirectBuffer bytes, int offset, int length) throws SnapshotException {
        bytes.boundsCheck(offset, length);
        if (length < HEADER_BYTES + CRC_BYTES || bytes.getLong(offset, ByteOrder.LITTLE_ENDIAN) != MAGIC) {
            throw damaged("it does not begin as a snapshot");
        }
        int format = bytes.getInt(offset + FORMAT_OFFSET, ByteOrder.LITTLE_ENDIAN);
        if (format != FORMAT) {
            throw new SnapshotException(
                    SnapshotException.Reason.OTHER_FORMAT,
                    "the snapshot has format " + format + ", this release reads " + FORMAT);
        }
        int written = bytes.getInt(offset + LENGTH_OFFSET, ByteOrder.LITTLE_ENDIAN);
        if (written != length) {
            throw damaged("it has " + length + " of " + written + " bytes");
        }
        int checksum = bytes.getInt(offset + length - CRC_BYTES, ByteOrder.LITTLE_ENDIAN);
        if (checksum != checksumOf(bytes, offset, length - CRC_BYTES)) {
            throw damaged("its checksum does not fit its bytes");
        }
    }

    private static int checksumOf(DirectBuffer bytes, int offset, int length) {
        CRC32C crc = new CRC32C();
        int start = bytes.wrapAdjustment() + offset;
        if (bytes.byteArray() != null) {
            crc.update(bytes.byteArray(), start, length);
        } else {
            ByteBuffer covered = bytes.byteBuffer().duplicate();
            crc.update(covered.limit(start + length).position(start));
        }
        return (int) crc.getValue();
    }

    private static SnapshotException damaged(String how) {
        return new SnapshotException(SnapshotException.Reason.DAMAGED, "the snapshot is damaged: " + how);
    }
}
