package io.baro.bench.core;

/** A floor that stays as it is: goes through the life of one call after another and comes back to where it was. One thread. */
abstract class Cycle {
    /** A talk with its wrap-up takes a minute, so that many callers wait about as long, and each is heard of before he is asked about. */
    private static final long SERVICE_MICROS = 60_000_000;

    final SyntheticCentre centre;
    private final CommandKind[] order;
    private int at;

    Cycle(SyntheticCentre centre, CommandKind... order) {
        this.centre = centre;
        this.order = order;
    }

    /** The floor on which commands of that kind are told. */
    static Cycle of(CommandKind kind, int agents) {
        return of(kind.floor(), agents);
    }

    /** The floor, filled and gone through a few times. */
    static Cycle of(CommandKind.Floor floor, int agents) {
        SyntheticCentre centre = new SyntheticCentre(agents);
        Cycle cycle = floor == CommandKind.Floor.CROWDED ? new CrowdedCycle(centre) : new QuietCycle(centre);
        cycle.fill();
        return cycle;
    }

    /** Writes the next command, to be applied by {@link #apply}. */
    final CommandKind next() {
        CommandKind kind = order[at];
        at = at + 1 == order.length ? 0 : at + 1;
        if (at == 1) {
            centre.passMicros(SERVICE_MICROS / centre.size());
        }
        write(kind);
        return kind;
    }

    /** Applies the command written last. */
    final void apply() {
        centre.apply();
    }

    /** Goes on until the next command of that kind is written, not applied. */
    final void until(CommandKind kind) {
        while (next() != kind) {
            apply();
        }
    }

    /** Commands of one turn. */
    final int length() {
        return order.length;
    }

    SyntheticCentre centre() {
        return centre;
    }

    abstract void fill();

    abstract void write(CommandKind kind);
}
