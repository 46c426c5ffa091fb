package io.baro.acd.asterisk;

import io.baro.acd.ami.AmiBlock;
import io.baro.acd.ami.AmiHeader;
import io.baro.acd.customer.CallerKeys;
import io.baro.acd.customer.CustomerDirectory;
import io.baro.acd.customer.NumberSeal;
import java.util.function.LongSupplier;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * What is known of a caller by his number, which itself goes no further than this class and the dialler of callbacks: a keyed hash, an age, a sealed copy.
 * Allocates only to seal. Runs on: event loop.
 */
record Callers(CallerKeys keys, CustomerDirectory customers, NumberSeal numberSeal, LongSupplier epochMillis) {
    /** No number is shown: the caller has no history. */
    static final long WITHHELD = 0;

    /** The key of the number in that header; {@link #WITHHELD} for none, and for a word such as anonymous. */
    long keyOf(AmiBlock block, AmiHeader number) {
        int from = block.offset(number);
        int length = block.length(number);
        return isNumber(block.bytes(), from, length) ? keys.keyOf(block.buffer(), from, length) : WITHHELD;
    }

    /** Full years today; -1: unknown. */
    short ageOf(long callerKey) {
        return callerKey == WITHHELD
                ? CustomerDirectory.UNKNOWN
                : (short) customers.ageAt(callerKey, epochMillis.getAsLong());
    }

    /** His own agent; -1: none, -2: he had one who has left. */
    int agentOf(long callerKey) {
        return callerKey == WITHHELD ? CustomerDirectory.NO_AGENT : customers.agentOf(callerKey);
    }

    /** Which queue of the configuration takes him over when his own agent has left; -1: none. */
    int teamOf(long callerKey) {
        return callerKey == WITHHELD ? CustomerDirectory.NO_TEAM : customers.teamOf(callerKey);
    }

    /** Seals the first {@code length} bytes of that header. */
    void seal(AmiBlock block, AmiHeader number, int length, MutableDirectBuffer out, int outOffset) {
        numberSeal.seal(block.buffer(), block.offset(number), length, out, outOffset);
    }

    /** Opens a sealed number, which is longer than {@code out} never; its length, or -1 if the seal is not ours. */
    int open(DirectBuffer sealed, int offset, MutableDirectBuffer out) {
        return numberSeal.open(sealed, offset, out, 0);
    }

    private static boolean isNumber(byte[] bytes, int from, int length) {
        for (int i = from; i < from + length; i++) {
            byte letter = bytes[i];
            boolean digit = letter >= '0' && letter <= '9';
            if (!digit && letter != '+' && letter != '*' && letter != '#') {
                return false;
            }
        }
        return length > 0;
    }
}
