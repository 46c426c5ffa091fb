package io.baro.engine.callcenter;

/** What the router knows of one PBX: whether offers may go there. Never talks to it. Runs on: routing thread. */
public final class Pbx {
    private final int id;

    /** Its links are up and its state was compared: offers may go out. */
    public boolean ready;

    /** Counts resyncs, from 1; a call seen in this one carries the number. */
    public int resync;

    /** When the resync began, epoch milliseconds: waits told in it are counted back from here, whatever their order in the list. */
    public long resyncBeganMillis;

    /** When a resync was asked for last, epoch milliseconds: asking again at once would only repeat the answer. */
    public long resyncAskedMillis = Long.MIN_VALUE;

    Pbx(int id) {
        this.id = id;
    }

    /** Dense index. */
    public int id() {
        return id;
    }
}
