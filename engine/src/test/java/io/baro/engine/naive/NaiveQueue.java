package io.baro.engine.naive;

import io.baro.engine.message.LimitAction;
import io.baro.engine.message.Strategy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A queue of one PBX as the twin knows it: what was said of it, whether it is open, and who joined it when. */
final class NaiveQueue {
    /** What to do at a limit, and the queue a MOVE names. */
    record AtLimit(LimitAction action, int queueId) {}

    final int id;
    final int pbx;
    final int kind;
    final List<NaiveStep> steps = new ArrayList<>();
    Strategy strategy;
    long wrapUp;
    long ring;
    int ringAtOnce;
    boolean customerFirst;
    long ahead;
    long dedicated;
    long lastAgent;
    int maxWaiting;
    long maxWait;
    AtLimit whenFull;
    AtLimit whenTooLong;
    AtLimit whenClosed;
    Map<Integer, Integer> preferred = new LinkedHashMap<>();
    boolean open = true;
    final List<Long> joins = new ArrayList<>();

    NaiveQueue(int id, int pbx, int kind) {
        this.id = id;
        this.pbx = pbx;
        this.kind = kind;
    }
}
