package io.baro.acd.pbx;

/** Owns the running count behind a {@link DayTally}. Only the loop's thread touches it. */
final class TallyKeeper {
    private long dialled;
    private long announced;
    private long connected;
    private long reserved;
    private long diverted;
    private long failedOver;
    private long abandoned;
    private long hungUp;
    private long lost;

    void dialled() {
        dialled++;
    }

    /** Who was connected counts from then on, so that both sides of the comparison count at the same event. */
    void connected() {
        connected++;
    }

    void ended(Caller caller) {
        announced += caller.wasAnnounced() ? 1 : 0;
        if (caller.wasConnected()) {
            return;
        }
        if (caller.wasReserved()) {
            reserved++;
        } else if (caller.wasDiverted()) {
            diverted++;
        } else if (caller.wasFailedOver()) {
            failedOver++;
        } else if (caller.hungUpHimself()) {
            abandoned++;
        } else if (caller.wasLost()) {
            lost++;
        } else {
            hungUp++;
        }
    }

    DayTally read() {
        return new DayTally(dialled, announced, connected, reserved, diverted, failedOver, abandoned, hungUp, lost);
    }
}
