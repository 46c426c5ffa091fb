package io.baro.engine.naive;

import io.baro.engine.message.AgentState;
import io.baro.engine.message.DeviceState;
import io.baro.engine.message.NotReadyReason;
import io.baro.engine.message.OfferOutcome;
import java.util.Map;

/** Routing 21-24: what happens to an agent, and what an ended offer leads to. */
final class NaiveAgents {
    private static final NaiveCentre.Policy READY_AT_ONCE = new NaiveCentre.Policy(0, 0);

    private final NaiveCentre centre;
    private final NaiveAgentStates states;
    private final NaivePairing pairing;
    private final NaiveLine line;

    NaiveAgents(NaiveCentre centre, NaiveAgentStates states, NaivePairing pairing, NaiveLine line) {
        this.centre = centre;
        this.states = states;
        this.pairing = pairing;
        this.line = line;
    }

    void loggedIn(NaiveAgent agent) {
        agent.logoutWanted = false;
        if (agent.state == AgentState.LOGGED_OUT) {
            agent.misses = 0;
            agent.idleSince = centre.now;
            becomeReady(agent);
        }
    }

    void loggedOut(NaiveAgent agent) {
        if (agent.holdsOffer()) {
            agent.logoutWanted = true;
        } else if (agent.state != AgentState.LOGGED_OUT) {
            logOut(agent);
        }
    }

    void paused(NaiveAgent agent, int code) {
        if (agent.holdsOffer()) {
            agent.pauseWanted = true;
            agent.pauseCodeWanted = code;
        } else if (agent.state != AgentState.LOGGED_OUT) {
            pause(agent, code);
        }
    }

    /** False if he can not be readied. */
    boolean readied(NaiveAgent agent) {
        agent.pauseWanted = false;
        agent.wrapUpEnds = centre.now;
        if (agent.state != AgentState.NOT_READY && agent.state != AgentState.WRAP_UP) {
            return agent.state != AgentState.LOGGED_OUT;
        }
        agent.misses = 0;
        agent.idleSince = centre.now;
        becomeReady(agent);
        return true;
    }

    /** False if he is in no wrap-up. */
    boolean wrapUpExtended(NaiveAgent agent, long by) {
        if (agent.state != AgentState.WRAP_UP) {
            return false;
        }
        agent.wrapUpEnds += by;
        agent.deadline = nextLook(agent);
        return true;
    }

    /** Routing 24, and 6: what he can do now he takes now. */
    void redefined(NaiveAgent agent, Map<Integer, Integer> skills, int weight) {
        agent.skills = skills;
        agent.weight = weight;
        if (agent.isReady()) {
            pairing.choosesCall(agent);
        }
    }

    /** The phone vetoes a ready agent, and lifts that veto. */
    void deviceChanged(NaiveAgent agent, DeviceState device) {
        agent.device = device;
        boolean vetoed = agent.reason == NotReadyReason.UNREACHABLE || agent.reason == NotReadyReason.OWN_CALL;
        if (agent.isReady() && device == DeviceState.UNAVAILABLE) {
            notReady(agent, NotReadyReason.UNREACHABLE);
        } else if (agent.isReady() && device == DeviceState.IN_USE) {
            notReady(agent, NotReadyReason.OWN_CALL);
        } else if (device == DeviceState.IDLE && vetoed) {
            becomeReady(agent);
        }
    }

    /** He is free of his offer. */
    void offerEnded(NaiveAgent agent, OfferOutcome outcome) {
        agent.deadline = NaiveCentre.NEVER;
        NaiveQueue queue = agent.offerQueue;
        agent.closeOffer();
        boolean pause = agent.pauseWanted;
        boolean logout = agent.logoutWanted;
        agent.pauseWanted = false;
        agent.logoutWanted = false;
        if (outcome == OfferOutcome.ANSWERED) {
            agent.idleSince = centre.now;
            agent.misses = 0;
        }
        if (logout) {
            logOut(agent);
        } else if (pause) {
            pause(agent, agent.pauseCodeWanted);
        } else {
            goesOn(agent, queue, outcome);
        }
    }

    /** His deadline, which is not that of an offer. */
    void due(NaiveAgent agent) {
        if (agent.state == AgentState.WRAP_UP && agent.wrapUpEnds > centre.now) {
            pairing.looksAhead(agent, agent.wrapUpEnds - centre.now);
            agent.deadline = agent.state == AgentState.WRAP_UP ? nextLook(agent) : agent.deadline;
            return;
        }
        boolean gone = agent.reason == NotReadyReason.UNREACHABLE && agent.device == DeviceState.UNAVAILABLE;
        if (agent.state == AgentState.WRAP_UP || (agent.state == AgentState.NOT_READY && !gone)) {
            agent.idleSince = centre.now;
            becomeReady(agent);
        }
    }

    private void goesOn(NaiveAgent agent, NaiveQueue queue, OfferOutcome outcome) {
        switch (outcome) {
            case ANSWERED -> wrapsUp(agent, queue.wrapUp < 0 ? centre.wrapUp : queue.wrapUp);
            case NO_ANSWER -> missed(agent, outcome, NotReadyReason.NO_ANSWER);
            case BUSY, REJECTED -> missed(agent, outcome, NotReadyReason.BUSY);
            case UNREACHABLE -> missed(agent, outcome, NotReadyReason.UNREACHABLE);
            case ABANDONED, LOST, ANSWERED_ELSEWHERE, NULL_VAL -> {
                if (agent.wrapUpEnds > centre.now) {
                    wrapsUp(agent, agent.wrapUpEnds - centre.now);
                } else {
                    becomeReady(agent);
                }
            }
        }
    }

    private void wrapsUp(NaiveAgent agent, long time) {
        if (time == 0) {
            becomeReady(agent);
        } else {
            states.enter(agent, AgentState.WRAP_UP);
            agent.wrapUpEnds = centre.now + time;
            agent.deadline = nextLook(agent);
        }
    }

    /** Routing 42: the first time, later than now, at which a queue of his lets a customer be called; else the end. */
    private long nextLook(NaiveAgent agent) {
        long left = agent.wrapUpEnds - centre.now;
        return agent.wrapUpEnds
                - centre.queues.stream()
                        .filter(queue -> queue.customerFirst && queue.ahead < left)
                        .filter(queue -> queue.steps.stream().anyMatch(step -> step.matches(agent)))
                        .mapToLong(queue -> queue.ahead)
                        .max()
                        .orElse(0);
    }

    /** Routing 23. */
    private void missed(NaiveAgent agent, OfferOutcome outcome, NotReadyReason reason) {
        NaiveCentre.Policy policy = centre.policies.getOrDefault(outcome, READY_AT_ONCE);
        agent.misses++;
        if (policy.limit() > 0 && agent.misses >= policy.limit()) {
            notReady(agent, reason);
        } else if (policy.rest() > 0) {
            agent.deadline = centre.now + policy.rest();
            notReady(agent, reason, agent.deadline);
        } else {
            becomeReady(agent);
        }
    }

    private void pause(NaiveAgent agent, int code) {
        agent.pauseCode = code;
        notReady(agent, NotReadyReason.PAUSED);
    }

    private void notReady(NaiveAgent agent, NotReadyReason reason) {
        notReady(agent, reason, NaiveCentre.NEVER);
    }

    private void notReady(NaiveAgent agent, NotReadyReason reason, long until) {
        agent.deadline = until;
        states.notReady(agent, reason);
        line.releaseIfNotStaffed(agent);
    }

    private void logOut(NaiveAgent agent) {
        agent.deadline = NaiveCentre.NEVER;
        states.enter(agent, AgentState.LOGGED_OUT);
        line.releaseIfNotStaffed(agent);
    }

    private void becomeReady(NaiveAgent agent) {
        agent.wrapUpEnds = centre.now;
        agent.deadline = NaiveCentre.NEVER;
        if (agent.device == DeviceState.UNAVAILABLE) {
            notReady(agent, NotReadyReason.UNREACHABLE);
            return;
        }
        states.enter(agent, AgentState.READY);
        pairing.choosesCall(agent);
    }
}
