package io.baro.bench.decode;

/** The floor: one pass, byte by byte, that finds each header, hashes its name and notes where its value lies. Checks nothing. One thread. */
final class PlainScanner {
    private static final int MOST_HEADERS = 64;
    private static final int FACTOR = 31;

    private final int[] hashes = new int[MOST_HEADERS];
    private final int[] from = new int[MOST_HEADERS];
    private final int[] to = new int[MOST_HEADERS];
    private int headers;

    /** Where the event ends that begins there. */
    int event(byte[] bytes, int begin) {
        int at = begin;
        headers = 0;
        while (bytes[at] != '\r') {
            at = header(bytes, at);
        }
        return at + 2;
    }

    private int header(byte[] bytes, int begin) {
        int at = begin;
        int hash = 0;
        while (bytes[at] != ':') {
            hash = hash * FACTOR + bytes[at++];
        }
        hashes[headers] = hash;
        at += 2;
        from[headers] = at;
        while (bytes[at] != '\r') {
            at++;
        }
        to[headers] = at;
        headers++;
        return at + 2;
    }

    /** Something of everything that was found, so that none of it is left out. */
    int sum() {
        int last = headers - 1;
        return hashes[last] + from[last] + to[last];
    }
}
