package io.baro.engine.naive;

import io.baro.engine.callcenter.CallIds;
import java.util.ArrayList;
import java.util.List;

/** A live call as the twin knows it: plain facts, made new for each call and dropped at its end. */
final class NaiveCall {
    /** Where it is in its life. */
    enum State {
        ENTERING,
        WAITING,
        OFFERED,
        TALKING
    }

    final long id;
    final long callerKey;
    final int age;
    final int pbx;
    State state = State.ENTERING;
    boolean inLine;
    NaiveQueue queue;
    int step;
    NaiveAgent keptFor;
    long keptUntil;
    /** Whose phones it has, or who talks to him; in the order they were offered it. */
    final List<NaiveAgent> agents = new ArrayList<>();

    long offerId;
    long joined;
    long connected;
    long boost;
    int fired;
    boolean shedNever;
    boolean callbackOffered;
    boolean callbackWanted;
    boolean rulesAsked;
    boolean judgedByRules;
    int moves;
    int dedicatedAgent = -1;
    int teamQueue = -1;
    boolean onLine;
    int seenInResync;
    NaiveRuleSet rules;
    boolean judgedTooLong;
    long silentAt = NaiveCentre.NEVER;
    long changeAt = NaiveCentre.NEVER;

    NaiveCall(long id, long callerKey, int age, long now) {
        this.id = id;
        this.callerKey = callerKey;
        this.age = age;
        pbx = CallIds.pbxOf(id);
        joined = now;
    }

    /** Goes on without one of them. */
    void part(NaiveAgent agent) {
        agents.remove(agent);
        agent.offerCall = null;
    }

    /** A callback of which nobody is on the line. */
    boolean isPromise() {
        return CallIds.isCallback(id) && !onLine;
    }

    long rank() {
        return joined - boost;
    }

    /** Stands in line now; not so while it is on its way from one place to another. */
    boolean waits() {
        return state == State.WAITING && inLine;
    }

    /** The step it stands on. */
    NaiveStep step() {
        return queue.steps.get(step);
    }
}
