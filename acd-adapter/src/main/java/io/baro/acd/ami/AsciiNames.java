package io.baro.acd.ami;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Finds the index of a name among a fixed set by its bytes; never allocates on a look-up, never changes. Safe for any thread.
 *
 * <p>Open addressing over a table four times the set; the hash takes the first and the last eight bytes, so that names which share a
 * long beginning ({@code DialBegin}, {@code DialEnd}) spread.
 */
public final class AsciiNames {
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MIX = 0x9E37_79B9_7F4A_7C15L;
    private static final int FREE = -1;

    private final byte[][] names;
    private final int[] table;

    public AsciiNames(String... names) {
        this.names = new byte[names.length][];
        table = new int[Integer.highestOneBit(Math.max(1, names.length)) << 3];
        Arrays.fill(table, FREE);
        for (int i = 0; i < names.length; i++) {
            this.names[i] = names[i].getBytes(StandardCharsets.US_ASCII);
            insert(i);
        }
    }

    private void insert(int index) {
        byte[] name = names[index];
        int slot = slot(name, 0, name.length);
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
        int slot = slot(bytes, from, length);
        int index;
        while ((index = table[slot]) != FREE) {
            byte[] name = names[index];
            if (name.length == length && Arrays.equals(name, 0, length, bytes, from, from + length)) {
                return index;
            }
            slot = slot + 1 & table.length - 1;
        }
        return -1;
    }

    /** The bytes of a name; not to be changed. */
    public byte[] bytes(int index) {
        return names[index];
    }

    private int slot(byte[] bytes, int from, int length) {
        long mixed;
        if (length >= Long.BYTES) {
            long first = (long) WORD.get(bytes, from);
            long last = (long) WORD.get(bytes, from + length - Long.BYTES);
            mixed = first * MIX ^ last;
        } else {
            long word = 0;
            for (int i = 0; i < length; i++) {
                word = word << Byte.SIZE | bytes[from + i];
            }
            mixed = word;
        }
        mixed = (mixed ^ length) * MIX;
        return (int) (mixed >>> 40) & table.length - 1;
    }
}
