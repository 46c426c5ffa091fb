package io.baro.engine.routing;

import io.baro.engine.callcenter.Agent;
import io.baro.engine.callcenter.CallCenter;
import io.baro.engine.callcenter.CallQueue;
import io.baro.engine.callcenter.QueueSettings;
import io.baro.engine.callcenter.SkillSet;
import io.baro.engine.message.AgentState;
import io.baro.engine.message.DeviceState;
import io.baro.engine.message.NotReadyReason;
import io.baro.engine.message.OfferOutcome;

/**
 * What happens to an agent: login, pause, ready, wrap-up, his phone, and what an ended offer leads to. Takes the best waiting call
 * the moment he is ready. Runs on: routing thread.
 */
final class AgentFlow {
    private final CallCenter center;
    private final Timers timers;
    private final AgentStates states;
    private final Matcher matcher;
    private final Settings settings;
    private final LineFlow lines;

    AgentFlow(Router.Parts parts, Matcher matcher, LineFlow lines) {
        center = parts.center();
        timers = parts.timers();
        states = parts.states();
        settings = parts.settings();
        this.matcher = matcher;
        this.lines = lines;
    }

    void loggedIn(Agent agent, long nowMillis) {
        agent.logoutWanted = false;
        if (agent.state == AgentState.LOGGED_OUT) {
            agent.misses = 0;
            agent.idleSinceMillis = nowMillis;
            becomeReady(agent, nowMillis);
        }
    }

    /** Logs out now, or when his offer ends: a talking caller is not cut off. */
    void loggedOut(Agent agent, long nowMillis) {
        if (agent.offer.isOpen()) {
            agent.logoutWanted = true;
        } else if (agent.state != AgentState.LOGGED_OUT) {
            timers.cancel(agent);
            logOut(agent, nowMillis);
        }
    }

    /** Pauses now, or when his offer ends. */
    void paused(Agent agent, int pauseCode, long nowMillis) {
        if (agent.offer.isOpen()) {
            agent.pauseWanted = true;
            agent.pauseCodeWanted = pauseCode;
        } else if (agent.state != AgentState.LOGGED_OUT) {
            timers.cancel(agent);
            agent.pauseCode = pauseCode;
            notReady(agent, NotReadyReason.PAUSED, nowMillis);
        }
    }

    /** Ends a pause or a wrap-up; false if he is in neither. */
    boolean readied(Agent agent, long nowMillis) {
        agent.pauseWanted = false;
        agent.wrapUpEndsMillis = nowMillis;
        if (agent.state != AgentState.NOT_READY && agent.state != AgentState.WRAP_UP) {
            return agent.isReady() || agent.offer.isOpen();
        }
        agent.idleSinceMillis = nowMillis;
        agent.misses = 0;
        becomeReady(agent, nowMillis);
        return true;
    }

    /** Needs longer for the call that has just ended; false if he is not in wrap-up. */
    boolean wrapUpExtended(Agent agent, long byMillis, long nowMillis) {
        if (agent.state != AgentState.WRAP_UP) {
            return false;
        }
        agent.wrapUpEndsMillis += byMillis;
        armWrapUp(agent, nowMillis);
        return true;
    }

    /** Has other skills from now on, and takes what they allow; his offer goes on. */
    void redefined(Agent agent, SkillSet skills, int weight, long nowMillis) {
        boolean wasReady = agent.isReady();
        if (wasReady) {
            agent.profile().leave(agent);
        }
        center.redefine(agent, skills, weight);
        if (wasReady) {
            chooseOrSit(agent, nowMillis);
        }
    }

    /** Takes the phone's word as a veto on a ready agent, and lifts that veto; anything else it says changes nothing. */
    void deviceChanged(Agent agent, DeviceState device, long nowMillis) {
        agent.device = device;
        if (agent.isReady() && device == DeviceState.UNAVAILABLE) {
            notReady(agent, NotReadyReason.UNREACHABLE, nowMillis);
        } else if (agent.isReady() && device == DeviceState.IN_USE) {
            notReady(agent, NotReadyReason.OWN_CALL, nowMillis);
        } else if (device == DeviceState.IDLE && isVetoed(agent)) {
            becomeReady(agent, nowMillis);
        }
    }

    /** Gives the agent back after an offer: what he does next follows from how it ended and what he asked for meanwhile. */
    void offerEnded(Agent agent, OfferOutcome outcome, long nowMillis) {
        timers.cancel(agent);
        CallQueue queue = agent.offer.queue;
        agent.offer.close();
        boolean pause = agent.pauseWanted;
        boolean logout = agent.logoutWanted;
        agent.pauseWanted = false;
        agent.logoutWanted = false;
        if (outcome == OfferOutcome.ANSWERED) {
            agent.idleSinceMillis = nowMillis;
            agent.misses = 0;
        }
        if (logout) {
            logOut(agent, nowMillis);
        } else if (pause) {
            agent.pauseCode = agent.pauseCodeWanted;
            notReady(agent, NotReadyReason.PAUSED, nowMillis);
        } else {
            goOn(agent, queue, outcome, nowMillis);
        }
    }

    /** His deadline has come, and it is not that of an offer. */
    void deadline(Agent agent, long nowMillis) {
        if (agent.state == AgentState.WRAP_UP && agent.wrapUpEndsMillis > nowMillis) {
            looksAhead(agent, nowMillis);
        } else if (agent.state == AgentState.WRAP_UP
                || (agent.state == AgentState.NOT_READY && !isKnownToBeGone(agent))) {
            agent.idleSinceMillis = nowMillis;
            becomeReady(agent, nowMillis);
        }
    }

    private void goOn(Agent agent, CallQueue queue, OfferOutcome outcome, long nowMillis) {
        switch (outcome) {
            case ANSWERED -> wrapUp(agent, settings.wrapUpMillis(queue), nowMillis);
            case NO_ANSWER -> missed(agent, outcome, NotReadyReason.NO_ANSWER, nowMillis);
            case BUSY, REJECTED -> missed(agent, outcome, NotReadyReason.BUSY, nowMillis);
            case UNREACHABLE -> missed(agent, outcome, NotReadyReason.UNREACHABLE, nowMillis);
            case ABANDONED, LOST, ANSWERED_ELSEWHERE, NULL_VAL -> notToBlame(agent, nowMillis);
        }
    }

    /** He is ready, unless the offer came before the end of his wrap-up, which goes on. */
    private void notToBlame(Agent agent, long nowMillis) {
        if (agent.wrapUpEndsMillis > nowMillis) {
            goOnWrappingUp(agent, nowMillis);
        } else {
            becomeReady(agent, nowMillis);
        }
    }

    private void wrapUp(Agent agent, long wrapUpMillis, long nowMillis) {
        if (wrapUpMillis == 0) {
            becomeReady(agent, nowMillis);
            return;
        }
        agent.wrapUpEndsMillis = nowMillis + wrapUpMillis;
        goOnWrappingUp(agent, nowMillis);
    }

    private void goOnWrappingUp(Agent agent, long nowMillis) {
        states.enter(agent, AgentState.WRAP_UP);
        armWrapUp(agent, nowMillis);
    }

    /** His wrap-up ends, or the time comes at which one of his queues lets a customer be called before it does. */
    private void armWrapUp(Agent agent, long nowMillis) {
        long left = agent.wrapUpEndsMillis - nowMillis;
        long ahead = 0;
        for (int i = 0; agent.profile().looksAhead() && i < agent.profile().benchCount(); i++) {
            QueueSettings queue = agent.profile().bench(i).step().queue().settings();
            if (queue.customerFirst() && queue.callbackAheadMillis() < left) {
                ahead = Math.max(ahead, queue.callbackAheadMillis());
            }
        }
        timers.arm(agent, agent.wrapUpEndsMillis - ahead);
    }

    /** He may have a callback now whose customer is called first; if there is none, his wrap-up goes on. */
    private void looksAhead(Agent agent, long nowMillis) {
        matcher.looksAhead(agent, agent.wrapUpEndsMillis - nowMillis, nowMillis);
        if (agent.state == AgentState.WRAP_UP) {
            armWrapUp(agent, nowMillis);
        }
    }

    /** He did not take the offer: back at once, after a rest, or when he says so himself. */
    private void missed(Agent agent, OfferOutcome outcome, NotReadyReason reason, long nowMillis) {
        Settings.OutcomePolicy policy = settings.policy(outcome);
        agent.misses++;
        if (policy.limit() > 0 && agent.misses >= policy.limit()) {
            notReady(agent, reason, nowMillis);
        } else if (policy.restMillis() > 0) {
            notReady(agent, reason, nowMillis);
            timers.arm(agent, nowMillis + policy.restMillis());
        } else {
            becomeReady(agent, nowMillis);
        }
    }

    /** Off the floor for a reason: those kept for him wait for him no more. */
    private void notReady(Agent agent, NotReadyReason reason, long nowMillis) {
        states.notReady(agent, reason);
        lines.releaseAll(agent, nowMillis);
    }

    private void logOut(Agent agent, long nowMillis) {
        states.enter(agent, AgentState.LOGGED_OUT);
        lines.releaseAll(agent, nowMillis);
    }

    private void becomeReady(Agent agent, long nowMillis) {
        timers.cancel(agent);
        agent.wrapUpEndsMillis = nowMillis;
        if (agent.device == DeviceState.UNAVAILABLE) {
            notReady(agent, NotReadyReason.UNREACHABLE, nowMillis);
            return;
        }
        states.enter(agent, AgentState.READY);
        chooseOrSit(agent, nowMillis);
    }

    /** He looks for a call before he sits down: on a busy day he never does, and a seat costs a place on every bench. */
    private void chooseOrSit(Agent agent, long nowMillis) {
        matcher.agentChooses(agent, nowMillis);
        if (agent.isReady()) {
            agent.profile().enter(agent);
        }
    }

    private static boolean isVetoed(Agent agent) {
        return agent.reason == NotReadyReason.UNREACHABLE || agent.reason == NotReadyReason.OWN_CALL;
    }

    /** A phone that the PBX believes in may be tried again; one it knows to be gone comes back by its own word. */
    private static boolean isKnownToBeGone(Agent agent) {
        return agent.reason == NotReadyReason.UNREACHABLE && agent.device == DeviceState.UNAVAILABLE;
    }
}
