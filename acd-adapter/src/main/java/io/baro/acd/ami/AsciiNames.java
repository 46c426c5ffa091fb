package io.baro.acd.ami;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Finds the index of a name among a fixed set by its bytes; never allocates on a look-up, never changes. Safe for any thread.
 *
 * <p>Open addressing over a table four times the set. A name is told by its length, its beginning and its end, of eight bytes each or of
 * four: all of a name of up to sixteen bytes. The hash takes the three, so that names which share a long beginning ({@code DialBegin},
 * {@code DialEnd}) spread.
 */
public final class AsciiNames {
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle HALF = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MIX = 0x9E37_79B9_7F4A_7C15L;
    private static final int FREE = -1;

    private final byte[][] names;
    private final long[] beginnings;
    private final long[] ends;
    private final int[] table;

    public AsciiNames(String... names) {
        this.names = new byte[names.length][];
        beginnings = new long[names.length];
        ends = new long[names.length];
        table = new int[Integer.highestOneBit(Math.max(1, names.length)) << 3];
        Arrays.fill(table, FREE);
        for (int i = 0; i < names.length; i++) {
            this.names[i] = names[i].getBytes(StandardCharsets.US_ASCII);
            insert(i);
        }
    }

    private void insert(int index) {
        byte[] name = names[index];
        beginnings[index] = beginning(name, 0, name.length);
        ends[index] = end(name, 0, name.length);
        int slot = slot(beginnings[index], ends[index], name.length);
        while (table[slot] != FREE) {
            if (Arrays.equals(names[table[slot]], name)) {
                throw new IllegalArgumentException("name given twice: " + new String(name, StandardCharsets.US_ASCII));
            }
            slot = slot + 1 & table.length - 1;
        }
        table[slot] = index;
    }

    /** The index of the name in the order it was given, or -1. */
    public int find(byte[] bytes, int from, int length) {
        long beginning = beginning(bytes, from, length);
        long end = end(bytes, from, length);
        int slot = slot(beginning, end, length);
        int index;
        while ((index = table[slot]) != FREE) {
            if (beginnings[index] == beginning && ends[index] == end && isSame(names[index], bytes, from, length)) {
                return index;
            }
            slot = slot + 1 & table.length - 1;
        }
        return -1;
    }

    /** Of a name whose beginning and end are the same already. */
    private static boolean isSame(byte[] name, byte[] bytes, int from, int length) {
        return name.length == length
                && (length <= 2 * Long.BYTES || Arrays.equals(name, 0, length, bytes, from, from + length));
    }

    /** The bytes of a name; not to be changed. */
    public byte[] bytes(int index) {
        return names[index];
    }

    private static long beginning(byte[] bytes, int from, int length) {
        if (length >= Long.BYTES) {
            return (long) WORD.get(bytes, from);
        }
        return length >= Integer.BYTES ? (int) HALF.get(bytes, from) : few(bytes, from, length);
    }

    private static long end(byte[] bytes, int from, int length) {
        if (length >= Long.BYTES) {
            return (long) WORD.get(bytes, from + length - Long.BYTES);
        }
        return length >= Integer.BYTES ? (int) HALF.get(bytes, from + length - Integer.BYTES) : 0;
    }

    private static long few(byte[] bytes, int from, int length) {
        long word = 0;
        for (int i = from; i < from + length; i++) {
            word = (word << Byte.SIZE) | (bytes[i] & 0xFF);
        }
        return word;
    }

    private int slot(long beginning, long end, int length) {
        long mixed = (beginning * MIX ^ end ^ length) * MIX;
        return (int) (mixed >>> 40) & table.length - 1;
    }
}
