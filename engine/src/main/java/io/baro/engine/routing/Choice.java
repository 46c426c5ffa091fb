package io.baro.engine.routing;

import io.baro.engine.callcenter.Agent;
import io.baro.engine.callcenter.Call;
import io.baro.engine.message.ChosenBy;

/** Why an offer was made: who chose, among how many, who came second and by how much. Reused for every choice. Runs on: routing thread. */
final class Choice {
    private static final long NOBODY = -1;

    ChosenBy by = ChosenBy.CALL;
    int step;
    int candidates;
    long runnerUp = NOBODY;
    long margin;

    /** Which of the offers that ring together, from 0. */
    int ringIndex;

    /** Another offer for the same call follows, to ring together with this one. */
    boolean moreFollow;

    /** A call went to the agent it was kept for; nothing was compared. */
    Choice kept(int onStep) {
        return begin(ChosenBy.PREFERENCE, onStep, 1);
    }

    /** A choice by a step of the ladder among so many, whose second is not known yet. */
    Choice begin(ChosenBy chooser, int byStep, int compared) {
        by = chooser;
        step = byStep;
        candidates = compared;
        runnerUp = NOBODY;
        margin = 0;
        ringIndex = 0;
        moreFollow = false;
        return this;
    }

    /** The call that came second to another. */
    void second(Call second, Call winner) {
        runnerUp = second.id();
        margin = firstDifference(
                second.rank() - winner.rank(), second.joinedMillis - winner.joinedMillis, second.id() - winner.id());
    }

    /** The agent who came second to another, with both their keys. */
    void second(Agent second, Agent winner, long keyDifference, long tieDifference) {
        runnerUp = second.id();
        margin = firstDifference(keyDifference, tieDifference, second.id() - winner.id());
    }

    private static long firstDifference(long first, long then, long last) {
        if (first != 0) {
            return first;
        }
        return then != 0 ? then : last;
    }
}
