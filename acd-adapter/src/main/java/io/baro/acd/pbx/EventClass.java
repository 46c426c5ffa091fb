package io.baro.acd.pbx;

/** The classes of AMI that this PBX knows, as bits of a user's read and write rights. */
public enum EventClass {
    SYSTEM(1),
    CALL(1 << 1),
    USER(1 << 6),
    DIALPLAN(1 << 8),
    ORIGINATE(1 << 12),
    REPORTING(1 << 9);

    private final int bit;

    EventClass(int bit) {
        this.bit = bit;
    }

    int bit() {
        return bit;
    }

    static int bits(EventClass... classes) {
        int bits = 0;
        for (EventClass each : classes) {
            bits |= each.bit;
        }
        return bits;
    }
}
