package io.baro.acd.ami;

import io.netty.buffer.ByteBuf;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Cuts the byte stream of one connection into blocks and indexes their headers in the same pass; never interprets them. Runs on:
 * event loop.
 *
 * <p>Lines end in LF or CRLF, a blank line ends a block, blank lines between blocks are ignored (Asterisk writes stray line feeds,
 * {@code research/asterisk.md} 4.1). Over a limit the block is counted and dropped up to the next blank line; the connection lives on.
 */
public final class AmiFramer {
    /** Asterisk bounds no outgoing line; application data and command output reach a few KiB. */
    static final int MAX_LINE_BYTES = 64 * 1024;

    static final int MAX_BLOCK_BYTES = 1024 * 1024;

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGHS = 0x8080_8080_8080_8080L;
    private static final byte LF = '\n';
    private static final byte CR = '\r';
    private static final byte COLON = ':';
    private static final int ABSENT = -1;

    /** Quiet traffic; the first burst lets it grow to the size of a read. */
    private static final int FIRST_BYTES = 16 * 1024;

    /** Receives what the framer cuts. */
    public interface Listener {
        /** The first line of the connection. */
        void onGreeting(byte[] bytes, int from, int length);

        /** A whole block, valid during the call; false: taken, but no more for now, until {@link AmiFramer#drain} is called. */
        boolean onBlock(AmiBlock block);
    }

    private final Listener listener;
    private final WireCounters counters;
    private final AmiBlock block = new AmiBlock();
    private byte[] bytes = new byte[FIRST_BYTES];
    private int blockStart;
    private int lineStart;
    private int scanned;
    private int end;
    private boolean greeted;
    private boolean discarding;
    private boolean insideDiscardedLine;

    public AmiFramer(Listener listener, WireCounters counters) {
        this.listener = listener;
        this.counters = counters;
        block.rebase(bytes, 0);
        block.reset(0);
    }

    /** Takes all readable bytes; delivers nothing yet. */
    public void append(ByteBuf in) {
        int more = in.readableBytes();
        makeRoom(more);
        in.readBytes(bytes, end, more);
        end += more;
        counters.add(WireCounters.Count.BYTES, more);
    }

    /** Delivers all whole blocks, in order; false: the listener wants no more for now. */
    public boolean drain() {
        while (true) {
            int from = lineStart;
            int colon = scanned == from ? colonOrFeed(from, end) : ABSENT;
            int feed = colon < 0 || bytes[colon] == COLON ? indexOf(LF, Math.max(scanned, colon + 1), end) : colon;
            if (feed < 0) {
                scanned = end;
                boundUnfinishedLine();
                return true;
            }
            int to = feed > from && bytes[feed - 1] == CR ? feed - 1 : feed;
            // The beginning of a line that came in pieces was looked at for its end only.
            colon = scanned == from ? colon : indexOf(COLON, from, to);
            scanned = feed + 1;
            lineStart = scanned;
            if (!onLine(from, colon, to)) {
                return false;
            }
        }
    }

    /** The connection is over: what is not whole is discarded. */
    public void close() {
        if (end > blockStart || discarding) {
            counters.increment(WireCounters.Count.TORN);
        }
        startBlock(0);
        lineStart = 0;
        scanned = 0;
        end = 0;
        discarding = false;
        insideDiscardedLine = false;
    }

    private boolean onLine(int from, int colon, int to) {
        if (discarding) {
            onDiscardedLine(to == from && !insideDiscardedLine);
            return true;
        }
        if (!greeted) {
            greeted = true;
            listener.onGreeting(bytes, from, to - from);
            startBlock(lineStart);
            return true;
        }
        if (to == from) {
            return onBlankLine();
        }
        addLine(from, colon, to);
        return true;
    }

    private boolean onBlankLine() {
        boolean goOn = true;
        if (block.headerCount() > 0) {
            counters.increment(WireCounters.Count.BLOCKS);
            goOn = listener.onBlock(block);
        }
        startBlock(lineStart);
        return goOn;
    }

    private void addLine(int from, int colon, int to) {
        if (to - from > MAX_LINE_BYTES || to - blockStart > MAX_BLOCK_BYTES) {
            discard();
        } else if (colon <= from || colon >= to) {
            counters.increment(WireCounters.Count.STRAY_LINES);
        } else if (!block.addLine(from, colon, to)) {
            discard();
        }
    }

    private void discard() {
        counters.increment(WireCounters.Count.OVERSIZED);
        discarding = true;
        insideDiscardedLine = false;
        startBlock(lineStart);
    }

    private void onDiscardedLine(boolean blank) {
        insideDiscardedLine = false;
        discarding = !blank;
        startBlock(lineStart);
    }

    private void boundUnfinishedLine() {
        if (discarding) {
            insideDiscardedLine |= holdsMoreThanCr();
            lineStart = end;
            startBlock(end);
        } else if (end - lineStart > MAX_LINE_BYTES || end - blockStart > MAX_BLOCK_BYTES) {
            discard();
            insideDiscardedLine = end > lineStart;
            lineStart = end;
            startBlock(end);
        }
        if (blockStart == end) {
            blockStart = 0;
            lineStart = 0;
            scanned = 0;
            end = 0;
            block.reset(0);
        }
    }

    // A CR that was cut off from its LF must not make a blank line look like one with content.
    private boolean holdsMoreThanCr() {
        return end - lineStart > 1 || (end - lineStart == 1 && bytes[lineStart] != CR);
    }

    private void startBlock(int at) {
        blockStart = at;
        block.reset(at);
    }

    private void makeRoom(int more) {
        // Eight spare bytes: the word scan may look past the last byte, never past the array.
        int needed = end - blockStart + more + Long.BYTES;
        if (end + more + Long.BYTES <= bytes.length) {
            return;
        }
        byte[] target = needed <= bytes.length ? bytes : Arrays.copyOf(bytes, Math.max(needed, bytes.length * 2));
        System.arraycopy(bytes, blockStart, target, 0, end - blockStart);
        bytes = target;
        end -= blockStart;
        lineStart -= blockStart;
        scanned -= blockStart;
        blockStart = 0;
        block.rebase(bytes, 0);
    }

    /** First place of a colon or a line feed in {@code [from, to)}; -1 if none: one pass where looking for each would take two. */
    private int colonOrFeed(int from, int to) {
        for (int at = from; at < to; at += Long.BYTES) {
            long word = (long) WORD.get(bytes, at);
            long colons = word ^ (ONES * COLON);
            long feeds = word ^ (ONES * LF);
            // What is above the lowest hit may be false; the lowest never is.
            long hit = ((colons - ONES & ~colons) | (feeds - ONES & ~feeds)) & HIGHS;
            if (hit != 0) {
                int found = at + (Long.numberOfTrailingZeros(hit) >>> 3);
                return found < to ? found : ABSENT;
            }
        }
        return ABSENT;
    }

    /** First place of {@code wanted} in {@code [from, to)}, eight bytes at a time; -1 if none. */
    private int indexOf(byte wanted, int from, int to) {
        long pattern = ONES * wanted;
        for (int at = from; at < to; at += Long.BYTES) {
            long word = (long) WORD.get(bytes, at) ^ pattern;
            long hit = word - ONES & ~word & HIGHS;
            if (hit != 0) {
                int found = at + (Long.numberOfTrailingZeros(hit) >>> 3);
                return found < to ? found : ABSENT;
            }
        }
        return ABSENT;
    }
}
