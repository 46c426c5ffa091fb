package io.baro.engine.callcenter;

import io.baro.engine.state.State;
import java.util.ArrayList;
import java.util.List;

/** What the router knows of one PBX: whether offers may go there. Never talks to it. Runs on: routing thread. */
public final class Pbx {
    private final int id;
    private final List<SkillProfile> profiles = new ArrayList<>();
    private boolean ready;

    /** Counts resyncs, from 1; a call seen in this one carries the number. */
    public int resync;

    /** When the resync began, epoch milliseconds: waits told in it are counted back from here, whatever their order in the list. */
    public long resyncBeganMillis;

    /** When a resync was asked for last, epoch milliseconds: asking again at once would only repeat the answer. */
    public long resyncAskedMillis = Long.MIN_VALUE;

    /** Nobody is called back over it before, epoch milliseconds: its trunk failed. */
    public long callbacksFromMillis = Long.MIN_VALUE;

    Pbx(int id) {
        this.id = id;
    }

    /** Dense index. */
    public int id() {
        return id;
    }

    /** Whether its links are up and its state was compared: offers may go out. */
    public boolean isReady() {
        return ready;
    }

    /** Its links are up and compared, or not; its agents count as candidates accordingly. */
    public void ready(boolean is) {
        if (ready == is) {
            return;
        }
        ready = is;
        for (int i = 0; i < profiles.size(); i++) {
            profiles.get(i).pbxChanged();
        }
    }

    void has(SkillProfile profile) {
        profiles.add(profile);
    }

    /** Its profiles count by it already, so nobody is told. */
    void visit(State state) {
        ready = state.next(ready);
        resync = state.next(resync);
        resyncBeganMillis = state.next(resyncBeganMillis);
        resyncAskedMillis = state.next(resyncAskedMillis);
        callbacksFromMillis = state.next(callbacksFromMillis);
    }
}
