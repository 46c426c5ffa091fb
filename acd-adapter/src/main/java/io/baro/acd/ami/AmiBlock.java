package io.baro.acd.ami;

import java.util.Arrays;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * One AMI block as an index over the bytes it was read into: where each header's name and value lie. Never copies, never makes a
 * String. Valid only during the call that hands it out: the framer uses it again for the next block.
 *
 * <p>The first header of a name wins; that a known name came twice is remembered, because no genuine event repeats one and a
 * caller's bytes can ({@code research/asterisk.md} 3.9).
 */
public final class AmiBlock {
    /** Real events have 22 to 45 headers; a {@code Command} output of more lines than this is no event of ours. */
    static final int MAX_HEADERS = 1024;

    private static final int INTS_PER_HEADER = 4;
    private static final int NAME_FROM = 0;
    private static final int NAME_TO = 1;
    private static final int VALUE_FROM = 2;
    private static final int VALUE_TO = 3;
    private static final int ABSENT = -1;

    private final int[] spans = new int[MAX_HEADERS * INTS_PER_HEADER];
    private final int[] firsts = new int[AmiHeader.count()];
    private final UnsafeBuffer view = new UnsafeBuffer();
    private byte[] bytes = new byte[0];
    private int base;
    private int headers;
    private boolean repeated;
    private AmiEventKind kind = AmiEventKind.MALFORMED;

    /** Begins an empty block whose offsets count from {@code base}. */
    void reset(int base) {
        this.base = base;
        headers = 0;
        repeated = false;
        kind = AmiEventKind.MALFORMED;
        Arrays.fill(firsts, ABSENT);
    }

    /** The bytes have moved: the block now starts at {@code base} of {@code bytes}. */
    void rebase(byte[] bytes, int base) {
        this.base = base;
        this.bytes = bytes;
        view.wrap(bytes);
    }

    /** Takes in one line without its end; false: the block has too many headers. */
    boolean addLine(int from, int colon, int to) {
        if (headers == MAX_HEADERS) {
            return false;
        }
        int value = colon + 1 < to && bytes[colon + 1] == ' ' ? colon + 2 : colon + 1;
        int span = headers * INTS_PER_HEADER;
        spans[span + NAME_FROM] = from - base;
        spans[span + NAME_TO] = colon - base;
        spans[span + VALUE_FROM] = value - base;
        spans[span + VALUE_TO] = to - base;
        int known = AmiHeader.find(bytes, from, colon - from);
        if (headers == 0) {
            kind = kindOf(known, value, to);
        }
        if (known >= 0) {
            remember(known);
        }
        headers++;
        return true;
    }

    private AmiEventKind kindOf(int known, int value, int to) {
        if (known == AmiHeader.EVENT.index()) {
            return AmiEventKind.of(bytes, value, to - value);
        }
        return known == AmiHeader.RESPONSE.index() ? AmiEventKind.RESPONSE : AmiEventKind.MALFORMED;
    }

    private void remember(int known) {
        if (firsts[known] == ABSENT) {
            firsts[known] = headers * INTS_PER_HEADER;
        } else {
            repeated = true;
        }
    }

    public AmiEventKind kind() {
        return kind;
    }

    /** True if a header of {@link AmiHeader} came more than once. */
    public boolean repeatsKnownHeader() {
        return repeated;
    }

    public boolean has(AmiHeader header) {
        return firsts[header.index()] != ABSENT;
    }

    /** Where the header's value starts in {@link #bytes()} and {@link #buffer()}; 0 if the header is absent. */
    public int offset(AmiHeader header) {
        int span = firsts[header.index()];
        return span == ABSENT ? 0 : base + spans[span + VALUE_FROM];
    }

    /** Length of the header's value; 0 if the header is absent. */
    public int length(AmiHeader header) {
        int span = firsts[header.index()];
        return span == ABSENT ? 0 : spans[span + VALUE_TO] - spans[span + VALUE_FROM];
    }

    /** The bytes that the offsets point into. */
    public byte[] bytes() {
        return bytes;
    }

    /** The same bytes as a buffer. */
    public DirectBuffer buffer() {
        return view;
    }

    /** True if the header is there with exactly this value. */
    public boolean is(AmiHeader header, byte[] value) {
        int from = offset(header);
        return has(header)
                && length(header) == value.length
                && Arrays.equals(bytes, from, from + value.length, value, 0, value.length);
    }

    /** True if the header is there and its value starts so. */
    public boolean startsWith(AmiHeader header, byte[] beginning) {
        int from = offset(header);
        return has(header)
                && length(header) >= beginning.length
                && Arrays.equals(bytes, from, from + beginning.length, beginning, 0, beginning.length);
    }

    /** Index of the value among names, or -1. */
    public int oneOf(AmiHeader header, AsciiNames names) {
        return has(header) ? names.find(bytes, offset(header), length(header)) : ABSENT;
    }

    /** The value as a whole number from 0; -1 if it is absent or anything else. */
    public long number(AmiHeader header) {
        int from = offset(header);
        return Decimal.parse(bytes, from, from + length(header));
    }

    public int headerCount() {
        return headers;
    }

    public int nameOffset(int header) {
        return base + spans[header * INTS_PER_HEADER + NAME_FROM];
    }

    public int nameLength(int header) {
        return spans[header * INTS_PER_HEADER + NAME_TO] - spans[header * INTS_PER_HEADER + NAME_FROM];
    }

    public int valueOffset(int header) {
        return base + spans[header * INTS_PER_HEADER + VALUE_FROM];
    }

    public int valueLength(int header) {
        return spans[header * INTS_PER_HEADER + VALUE_TO] - spans[header * INTS_PER_HEADER + VALUE_FROM];
    }
}
