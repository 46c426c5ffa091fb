package io.baro.engine.journal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Frames that are not durable yet, in pieces of one group commit at most. While the disk works there is one piece; while it fails
 * more are added up to a limit. Runs on: journal thread.
 */
final class Backlog {
    /** One group commit of this size writes some two thousand commands; 64 KiB cost 1.3 times 4 KiB (performance.md 3d). */
    static final int PIECE_BYTES = 256 * 1024;

    private final Deque<Piece> pieces = new ArrayDeque<>();
    private final int most;
    private Piece spare = new Piece();

    /** Frames that are committed together. */
    static final class Piece {
        final ByteBuffer bytes = ByteBuffer.allocateDirect(PIECE_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        long first;
        long last;
        int lastCrc;
    }

    Backlog(long limitBytes) {
        most = (int) Math.max(1, limitBytes / PIECE_BYTES);
    }

    boolean isEmpty() {
        return pieces.isEmpty();
    }

    /** Bytes that wait; about, for whoever looks from outside. */
    long bytes() {
        return (long) pieces.size() * PIECE_BYTES;
    }

    /** The oldest piece, ready to be written as often as it takes; it stays until {@link #dropFirst}. */
    Piece first() {
        return pieces.getFirst();
    }

    void dropFirst() {
        spare = pieces.removeFirst();
        spare.bytes.clear();
    }

    /** The piece that has room for a frame of that many bytes; null: first the others must go. */
    Piece lastWithRoomFor(int bytes) {
        return !pieces.isEmpty() && pieces.getLast().bytes.remaining() >= bytes ? pieces.getLast() : null;
    }

    /** One more piece; null: the limit is reached. */
    Piece add() {
        if (pieces.size() == most) {
            return null;
        }
        Piece piece = spare != null ? spare : new Piece();
        spare = null;
        pieces.addLast(piece);
        return piece;
    }
}
