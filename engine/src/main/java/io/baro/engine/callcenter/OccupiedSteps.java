package io.baro.engine.callcenter;

/**
 * On which steps somebody waits, a bit for each: an agent of the model centre matches eighty steps, of which on a usual day none has a
 * caller, and looks at their bits instead. Eight bits to a queue, so that they come in order of queue id, then step. Runs on: routing
 * thread.
 */
final class OccupiedSteps {
    private static final int WORD_BITS = 6;

    private final long[] words;

    OccupiedSteps(int queues) {
        words = new long[wordOf(bitOf(queues, 0)) + 1];
    }

    /** The bit of a step. */
    static int bitOf(int queueId, int stepIndex) {
        return queueId * CallQueue.MAX_STEPS + stepIndex;
    }

    /** Which word holds a bit. */
    static int wordOf(int bit) {
        return bit >>> WORD_BITS;
    }

    long word(int index) {
        return words[index];
    }

    void occupy(int bit) {
        words[wordOf(bit)] |= 1L << bit;
    }

    void vacate(int bit) {
        words[wordOf(bit)] &= ~(1L << bit);
    }
}
