package io.baro.acd.asterisk;

import io.baro.acd.ami.AmiBlock;
import io.baro.acd.ami.AmiHeader;
import io.baro.acd.ami.Decimal;
import io.baro.engine.callcenter.CallIds;
import java.util.Arrays;

/**
 * Reads channel ids of one PBX: {@code <systemname>-<epoch>.<seq>} as {@code Uniqueid}, {@code <epoch>.<seq>} as {@code Call}, both to
 * the long of {@link CallIds}. Stateless, without allocation. Safe for any thread.
 */
final class Uniqueids {
    /** No id, or one that Asterisk did not make. */
    static final long NONE = -1;

    private final int pbxId;
    private final byte[] prefix;

    Uniqueids(int pbxId, String systemName) {
        this.pbxId = pbxId;
        prefix = PbxDirectory.ascii(systemName + "-");
    }

    /** The id in a header that holds a whole {@code Uniqueid}, or {@link #NONE}. */
    long uniqueid(AmiBlock block, AmiHeader header) {
        return block.startsWith(header, prefix)
                ? parse(
                        block.bytes(),
                        block.offset(header) + prefix.length,
                        block.offset(header) + block.length(header))
                : NONE;
    }

    /** The id in a header that holds a {@code Call}, or {@link #NONE}. */
    long call(AmiBlock block, AmiHeader header) {
        return parse(block.bytes(), block.offset(header), block.offset(header) + block.length(header));
    }

    /** The id in {@code bytes[from, to)}, with or without the system name, or {@link #NONE}. */
    long either(byte[] bytes, int from, int to) {
        boolean whole =
                to - from > prefix.length && Arrays.equals(bytes, from, from + prefix.length, prefix, 0, prefix.length);
        return parse(bytes, whole ? from + prefix.length : from, to);
    }

    private long parse(byte[] bytes, int from, int to) {
        int dot = from;
        while (dot < to && bytes[dot] != '.') {
            dot++;
        }
        long epoch = Decimal.parse(bytes, from, dot);
        long sequence = Decimal.parse(bytes, dot + 1, to);
        return epoch < 0 || sequence < 0 ? NONE : CallIds.of(pbxId, epoch, sequence);
    }
}
