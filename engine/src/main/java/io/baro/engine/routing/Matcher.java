package io.baro.engine.routing;

import io.baro.engine.callcenter.Agent;
import io.baro.engine.callcenter.Bench;
import io.baro.engine.callcenter.Call;
import io.baro.engine.callcenter.CallCenter;
import io.baro.engine.callcenter.CallQueue;
import io.baro.engine.callcenter.CallState;
import io.baro.engine.callcenter.OfferIds;
import io.baro.engine.callcenter.Reservation;
import io.baro.engine.callcenter.Ring;
import io.baro.engine.callcenter.Step;
import io.baro.engine.message.AgentState;
import io.baro.engine.message.ChosenBy;
import io.baro.engine.message.DeviceState;
import io.baro.engine.message.ReservationState;
import io.baro.engine.message.Strategy;
import io.baro.engine.state.State;

/**
 * Brings calls and agents together: a call gets the best agent by its queue's strategy, an agent gets the call with the smallest
 * rank. Keeps the invariant that no agent is READY while a call he may take waits. Runs on: routing thread.
 */
final class Matcher {
    private final CallCenter center;
    private final Timers timers;
    private final Decisions decisions;
    private final Facts facts;
    private final AgentStates states;
    private final Settings settings;
    private final BestCall bestCall;
    private final Choice choice = new Choice();
    private long offerCount;

    Matcher(Router.Parts parts) {
        center = parts.center();
        timers = parts.timers();
        decisions = parts.decisions();
        facts = parts.facts();
        states = parts.states();
        settings = parts.settings();
        bestCall = new BestCall(center);
    }

    /** Offers a call that stands in line to the best agent who may take it, if there is one. */
    void callChooses(Call call, long nowMillis) {
        if (!settings.offering || !center.pbx(call.pbxId()).isReady()) {
            return;
        }
        if (call.keptFor != null) {
            offerToKeeper(call, nowMillis);
            return;
        }
        Step step = givingStep(call);
        if (step != null) {
            ring(call, step, nowMillis);
        }
    }

    /** Offers the call to the best, and to the next best of its own PBX at the same time, as many as its queue rings at once. */
    private void ring(Call call, Step giving, long nowMillis) {
        int own = call.pbxId();
        Step step = giving;
        Bench best = step.best();
        int most = best.profile().pbxId() == own && !call.isCallback()
                ? call.queue.settings().ringAtOnce()
                : 1;
        for (int index = 0; best != null; index++) {
            Agent agent = best.first();
            long key = best.key();
            long tie = best.tie();
            choice.begin(ChosenBy.CALL, step.index(), index == 0 ? step.readyCount() : step.readyCount(own));
            take(call, agent, index, nowMillis);
            Bench second = index == 0 ? step.best() : step.best(own);
            if (second != null) {
                choice.second(second.first(), agent, second.key() - key, second.tie() - tie);
            }
            step = index + 1 < most ? stepGivingOwn(call) : null;
            best = step == null ? null : step.best(own);
            choice.ringIndex = index;
            choice.moreFollow = best != null;
            agent.offer.together = index > 0 || choice.moreFollow;
            tell(call, agent);
        }
    }

    /** Offers a ready agent the call with the smallest rank of all that he may take, if there is one. */
    void agentChooses(Agent agent, long nowMillis) {
        if (!settings.offering || !agent.profile().pbx().isReady()) {
            return;
        }
        Call best = bestCall.of(agent);
        if (best == null) {
            return;
        }
        offerBest(best, agent, nowMillis);
    }

    /**
     * Offers an agent in wrap-up the call that he would choose if he were ready, if it is a callback whose customer is called first and
     * whose queue lets him be called so long before.
     *
     * @param leftMillis of his wrap-up
     */
    void looksAhead(Agent agent, long leftMillis, long nowMillis) {
        if (!settings.offering || !agent.profile().pbx().isReady() || agent.device == DeviceState.UNAVAILABLE) {
            return;
        }
        Call best = bestCall.of(agent);
        if (best != null && isCustomerFirst(best) && best.queue.settings().callbackAheadMillis() >= leftMillis) {
            offerBest(best, agent, nowMillis);
        }
    }

    /** Offers all that can be offered, the smallest rank first: a PBX has become ready, or offers are allowed again. */
    void offerAll(long nowMillis) {
        if (!settings.offering) {
            return;
        }
        Call first = bestCall.ofAll();
        while (first != null) {
            callChooses(first, nowMillis);
            first = bestCall.ofAll();
        }
    }

    /** Makes sure that ids given from now on are above one that an earlier life of the engine gave. */
    void skipPast(long offerId) {
        offerCount = Math.max(offerCount, OfferIds.countOf(offerId));
    }

    void visit(State state) {
        offerCount = state.next(offerCount);
    }

    /** The lowest step up to the call's own that has an agent for it, or null. */
    private static Step givingStep(Call call) {
        for (int i = 0; i <= call.step; i++) {
            if (call.queue.step(i).mayGive()) {
                return call.queue.step(i);
            }
        }
        return null;
    }

    /** The lowest step up to the call's own that has an agent of its own PBX for it, or null. */
    private static Step stepGivingOwn(Call call) {
        for (int i = 0; i <= call.step; i++) {
            Step step = call.queue.step(i);
            if (step.mayGive() && step.best(call.pbxId()) != null) {
                return step;
            }
        }
        return null;
    }

    private void offerToKeeper(Call call, long nowMillis) {
        Agent agent = call.keptFor;
        if (!agent.isReady() || !agent.profile().pbx().isReady()) {
            return;
        }
        choice.kept(call.step);
        take(call, agent, 0, nowMillis);
        tell(call, agent);
    }

    /** Offers the agent the best call that was found for him. */
    private void offerBest(Call best, Agent agent, long nowMillis) {
        choice.begin(best.keptFor == null ? ChosenBy.AGENT : ChosenBy.PREFERENCE, bestCall.step(), bestCall.compared());
        if (bestCall.second() != null) {
            choice.second(bestCall.second(), best);
        }
        take(best, agent, 0, nowMillis);
        tell(best, agent);
    }

    /** Reserves the agent for the call; {@code index}: how many were reserved for it just before him. */
    private void take(Call call, Agent agent, int index, long nowMillis) {
        if (index == 0) {
            leaveLine(call, nowMillis);
            call.offerId = OfferIds.of(++offerCount, agent.id());
        }
        agent.lastOffer = offerCount;
        agent.offer.open(OfferIds.beside(call.offerId, agent.id()), call, nowMillis);
        Ring.join(call, agent);
        states.enter(agent, AgentState.RESERVED);
        if (call.queue.settings().strategy() == Strategy.WEIGHTED_RANDOM) {
            states.lotTaken(agent);
        }
        long customer = isCustomerFirst(call) ? settings.callbacks.ringMillis() : 0;
        timers.arm(agent, nowMillis + customer + settings.ringMillis(call.queue) + settings.offerGraceMillis);
    }

    private void leaveLine(Call call, long nowMillis) {
        call.leaveLine();
        if (call.offerId == 0 && !call.isCallback()) {
            long told = call.ewtTeaches ? call.ewtMillis : CallQueue.NOTHING_TOLD;
            call.queue.estimate().offered(call.waitedMillis(nowMillis), told, call.ewt90Millis);
        }
        timers.cancel(call);
        timers.cancelChange(call);
        call.state = CallState.OFFERED;
    }

    private void tell(Call call, Agent agent) {
        decisions.offerCall(call, agent, settings.ringMillis(call.queue), choice);
        call.keptFor = null;
        if (call.isPromise()) {
            dial(call, agent);
        }
    }

    /** Calls both sides. The customer's phone may be called from now on, if it is called first. */
    private void dial(Call call, Agent agent) {
        Reservation reservation = center.reservations().ofCallback(call.id());
        reservation.customerFirst = isCustomerFirst(call);
        decisions.dialCallback(call, agent, reservation, settings);
        if (reservation.customerFirst) {
            reservation.calling = true;
            facts.reservationChanged(reservation, ReservationState.CALLING);
        }
    }

    private static boolean isCustomerFirst(Call call) {
        return call.isPromise() && call.queue.settings().customerFirst();
    }
}
