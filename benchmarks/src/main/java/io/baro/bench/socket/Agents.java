package io.baro.bench.socket;

/** The agents of the played centre: more than there are lines, so that somebody is always free. */
final class Agents {
    static final int COUNT = 2000;
    private static final int FIRST = 1001;

    private Agents() {}

    /** Five bytes, as the recorded one. */
    static String endpoint(int index) {
        return "a" + (FIRST + index);
    }
}
