package io.baro.engine.routing;

import io.baro.engine.callcenter.Agent;
import io.baro.engine.callcenter.Call;
import io.baro.engine.callcenter.CallCenter;
import io.baro.engine.callcenter.CallQueue;
import io.baro.engine.callcenter.CallState;
import io.baro.engine.callcenter.OfferIds;
import io.baro.engine.callcenter.Pbx;
import io.baro.engine.callcenter.SkillProfile;
import io.baro.engine.line.Place;
import io.baro.engine.message.AgentState;

/**
 * Brings calls and agents together: a call gets the agent who is idle longest, an agent gets the call with the smallest rank.
 * Keeps the invariant that no agent is READY while a call he may take waits. Runs on: routing thread.
 */
final class Matcher {
    private final CallCenter center;
    private final Timers timers;
    private final Decisions decisions;
    private final AgentStates states;
    private final Settings settings;
    private final RuleBook rules;
    private long offerCount;

    Matcher(Router.Parts parts) {
        center = parts.center();
        timers = parts.timers();
        decisions = parts.decisions();
        states = parts.states();
        settings = parts.settings();
        rules = parts.rules();
    }

    /** Offers a waiting call to the longest idle agent who may take it; false if there is none. */
    boolean offerToBestAgent(Call call, long nowMillis) {
        if (!center.pbx(call.queue.pbxId()).ready) {
            return false;
        }
        Place<Agent> best = longestIdle(call.queue);
        if (best == null) {
            return false;
        }
        offer(call, best.owner(), nowMillis);
        return true;
    }

    /** Offers a ready agent the call with the smallest rank of all queues he serves; false if none waits. */
    boolean offerBestCall(Agent agent, long nowMillis) {
        SkillProfile profile = agent.profile();
        if (!center.pbx(profile.pbxId()).ready) {
            return false;
        }
        Place<Call> best = null;
        for (int i = 0; i < profile.queueCount(); i++) {
            Place<Call> place = profile.queue(i).waiting.firstPlace();
            if (place != null && (best == null || place.before(best))) {
                best = place;
            }
        }
        if (best == null) {
            return false;
        }
        offer(best.owner(), agent, nowMillis);
        return true;
    }

    /** Offers all that can be offered on a PBX that has become ready: the smallest rank first, to the longest idle agent. */
    void offerAll(Pbx pbx, long nowMillis) {
        Place<Call> first = firstOfferable(pbx);
        while (first != null) {
            offerToBestAgent(first.owner(), nowMillis);
            first = firstOfferable(pbx);
        }
    }

    /** Makes sure that ids given from now on are above one that an earlier life of the engine gave. */
    void skipPast(long offerId) {
        offerCount = Math.max(offerCount, OfferIds.countOf(offerId));
    }

    /** How many offers were ever made. */
    long offerCount() {
        return offerCount;
    }

    /** The smallest rank among all queues of a PBX that a ready agent serves. */
    private Place<Call> firstOfferable(Pbx pbx) {
        Place<Call> best = null;
        for (int i = 0; i < center.limits().queues(); i++) {
            CallQueue queue = center.queue(i);
            if (queue == null || queue.pbxId() != pbx.id() || queue.waiting.size() == 0) {
                continue;
            }
            Place<Call> place = queue.waiting.firstPlace();
            if ((best == null || place.before(best)) && longestIdle(queue) != null) {
                best = place;
            }
        }
        return best;
    }

    private static Place<Agent> longestIdle(CallQueue queue) {
        Place<Agent> best = null;
        for (int i = 0; i < queue.profileCount(); i++) {
            Place<Agent> place = queue.profile(i).ready.firstPlace();
            if (place != null && (best == null || place.before(best))) {
                best = place;
            }
        }
        return best;
    }

    private void offer(Call call, Agent agent, long nowMillis) {
        call.queue.waiting.leave(call.inQueue);
        timers.cancel(call);
        call.state = CallState.OFFERED;
        call.agent = agent;
        call.offerId = OfferIds.of(++offerCount, agent.id());
        agent.offer.open(call.offerId, call, nowMillis);
        states.enter(agent, AgentState.RESERVED);
        timers.arm(agent, nowMillis + settings.ringMillis + settings.offerGraceMillis);
        decisions.offerCall(call, settings.ringMillis, rules.current().version());
    }
}
