package io.baro.engine.routing;

import io.baro.engine.callcenter.Agent;
import io.baro.engine.message.AgentState;
import io.baro.engine.message.DeviceState;
import io.baro.engine.message.NotReadyReason;
import io.baro.engine.message.OfferOutcome;

/**
 * What happens to an agent: login, pause, ready, wrap-up, his phone, and what an ended offer leads to. Takes the best waiting call
 * the moment he is ready. Runs on: routing thread.
 */
final class AgentFlow {
    private final Timers timers;
    private final AgentStates states;
    private final Matcher matcher;
    private final Settings settings;

    AgentFlow(Router.Parts parts, Matcher matcher) {
        timers = parts.timers();
        states = parts.states();
        settings = parts.settings();
        this.matcher = matcher;
    }

    void loggedIn(Agent agent, long nowMillis) {
        agent.logoutWanted = false;
        if (agent.state == AgentState.LOGGED_OUT) {
            agent.idleSinceMillis = nowMillis;
            becomeReady(agent, nowMillis);
        }
    }

    /** Logs out now, or when his offer ends: a talking caller is not cut off. */
    void loggedOut(Agent agent) {
        if (agent.offer.isOpen()) {
            agent.logoutWanted = true;
        } else if (agent.state != AgentState.LOGGED_OUT) {
            timers.cancel(agent);
            states.enter(agent, AgentState.LOGGED_OUT);
        }
    }

    /** Pauses now, or when his offer ends. */
    void paused(Agent agent) {
        if (agent.offer.isOpen()) {
            agent.pauseWanted = true;
        } else if (agent.state != AgentState.LOGGED_OUT) {
            timers.cancel(agent);
            states.notReady(agent, NotReadyReason.PAUSED);
        }
    }

    /** Ends a pause or a wrap-up; false if he is in neither. */
    boolean readied(Agent agent, long nowMillis) {
        agent.pauseWanted = false;
        if (agent.state != AgentState.NOT_READY && agent.state != AgentState.WRAP_UP) {
            return agent.isReady() || agent.offer.isOpen();
        }
        agent.idleSinceMillis = nowMillis;
        becomeReady(agent, nowMillis);
        return true;
    }

    /** Takes the phone's word as a veto on a ready agent, and lifts that veto; anything else it says changes nothing. */
    void deviceChanged(Agent agent, DeviceState device, long nowMillis) {
        agent.device = device;
        if (agent.isReady() && device == DeviceState.UNAVAILABLE) {
            states.notReady(agent, NotReadyReason.UNREACHABLE);
        } else if (agent.isReady() && device == DeviceState.IN_USE) {
            states.notReady(agent, NotReadyReason.OWN_CALL);
        } else if (device == DeviceState.IDLE && isVetoed(agent)) {
            becomeReady(agent, nowMillis);
        }
    }

    /** Gives the agent back after an offer: what he does next follows from how it ended and what he asked for meanwhile. */
    void offerEnded(Agent agent, OfferOutcome outcome, long nowMillis) {
        timers.cancel(agent);
        agent.offer.close();
        boolean pause = agent.pauseWanted;
        boolean logout = agent.logoutWanted;
        agent.pauseWanted = false;
        agent.logoutWanted = false;
        if (outcome == OfferOutcome.ANSWERED) {
            agent.idleSinceMillis = nowMillis;
        }
        if (logout) {
            states.enter(agent, AgentState.LOGGED_OUT);
        } else if (pause) {
            states.notReady(agent, NotReadyReason.PAUSED);
        } else {
            goOn(agent, outcome, nowMillis);
        }
    }

    /** His deadline has come, and it is not that of an offer. */
    void deadline(Agent agent, long nowMillis) {
        if (agent.state == AgentState.WRAP_UP) {
            agent.idleSinceMillis = nowMillis;
            becomeReady(agent, nowMillis);
        } else if (agent.reason == NotReadyReason.BUSY || isUnreachableByOffer(agent)) {
            agent.idleSinceMillis = nowMillis;
            becomeReady(agent, nowMillis);
        }
    }

    private void goOn(Agent agent, OfferOutcome outcome, long nowMillis) {
        switch (outcome) {
            case ANSWERED -> wrapUp(agent, nowMillis);
            case NO_ANSWER -> states.notReady(agent, NotReadyReason.NO_ANSWER);
            case BUSY, REJECTED -> restAWhile(agent, NotReadyReason.BUSY, nowMillis);
            case UNREACHABLE -> restAWhile(agent, NotReadyReason.UNREACHABLE, nowMillis);
            case ABANDONED, LOST, NULL_VAL -> becomeReady(agent, nowMillis);
        }
    }

    private void wrapUp(Agent agent, long nowMillis) {
        if (settings.wrapUpMillis == 0) {
            becomeReady(agent, nowMillis);
            return;
        }
        states.enter(agent, AgentState.WRAP_UP);
        timers.arm(agent, nowMillis + settings.wrapUpMillis);
    }

    private void restAWhile(Agent agent, NotReadyReason reason, long nowMillis) {
        states.notReady(agent, reason);
        timers.arm(agent, nowMillis + settings.busyPauseMillis);
    }

    private void becomeReady(Agent agent, long nowMillis) {
        timers.cancel(agent);
        if (agent.device == DeviceState.UNAVAILABLE) {
            states.notReady(agent, NotReadyReason.UNREACHABLE);
            return;
        }
        states.enter(agent, AgentState.READY);
        matcher.offerBestCall(agent, nowMillis);
    }

    private static boolean isVetoed(Agent agent) {
        return agent.reason == NotReadyReason.UNREACHABLE || agent.reason == NotReadyReason.OWN_CALL;
    }

    /** A phone that the PBX believes in may be tried again; one it knows to be gone comes back by its own word. */
    private static boolean isUnreachableByOffer(Agent agent) {
        return agent.reason == NotReadyReason.UNREACHABLE && agent.device != DeviceState.UNAVAILABLE;
    }
}
