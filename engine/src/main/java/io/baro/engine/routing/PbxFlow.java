package io.baro.engine.routing;

import io.baro.engine.callcenter.Agent;
import io.baro.engine.callcenter.Call;
import io.baro.engine.callcenter.CallCenter;
import io.baro.engine.callcenter.CallIds;
import io.baro.engine.callcenter.CallQueue;
import io.baro.engine.callcenter.CallState;
import io.baro.engine.callcenter.Offer;
import io.baro.engine.callcenter.Pbx;
import io.baro.engine.message.SeenPhase;

/**
 * What happens when a PBX is lost, found again and compared with what the router knows, and when offers are
 * stopped everywhere. The PBX's list is the truth about channels;
 * told twice, it changes nothing. Runs on: routing thread.
 */
final class PbxFlow {
    /** A resync lists all channels; asking more often than this would only repeat an answer that has not changed. */
    private static final long RESYNC_INTERVAL_MILLIS = 30_000;

    /** A redirect takes effect within milliseconds; an offer younger than this may not show in the list yet. */
    private static final long OFFER_SETTLES_MILLIS = 2_000;

    private final CallCenter center;
    private final Decisions decisions;
    private final Settings settings;
    private final Matcher matcher;
    private final LineFlow lines;
    private final CallFlow calls;
    private final OfferFlow offers;
    private final CustomerSide customers;

    PbxFlow(
            Router.Parts parts,
            Matcher matcher,
            LineFlow lines,
            CallFlow calls,
            OfferFlow offers,
            CustomerSide customers) {
        center = parts.center();
        decisions = parts.decisions();
        settings = parts.settings();
        this.matcher = matcher;
        this.lines = lines;
        this.calls = calls;
        this.offers = offers;
        this.customers = customers;
    }

    /** Its events or its actions are cut off: no new offers there. Talks go on, waiting callers keep their places. */
    void lost(Pbx pbx, long nowMillis) {
        notReady(pbx, nowMillis);
    }

    /** A list follows; what arrives from now on counts as seen. */
    void resyncBegan(Pbx pbx, long nowMillis) {
        notReady(pbx, nowMillis);
        pbx.resync++;
        pbx.resyncBeganMillis = nowMillis;
    }

    /** The list is complete: what it did not hold is over, and offers may go out. */
    void resyncCompleted(Pbx pbx, long nowMillis) {
        Call call = center.firstCall();
        while (call != null) {
            Call next = call.next();
            if (call.pbxId() == pbx.id() && call.seenInResync != pbx.resync) {
                notSeen(call, nowMillis);
            }
            call = next;
        }
        for (int i = 0; i < center.limits().agents(); i++) {
            Agent agent = center.agent(i);
            if (agent != null && agent.offer.isOpen() && isOf(pbx, agent.offer) && hasNoCaller(agent)) {
                offers.lost(agent, nowMillis);
            }
        }
        pbx.ready(true);
        matcher.offerAll(nowMillis);
    }

    /** A callback that waits alone has no channel, and one that was offered just now need not have one yet. */
    private void notSeen(Call call, long nowMillis) {
        if (!call.isPromise() || call.state == CallState.TALKING || call.state == CallState.ENTERING) {
            calls.vanished(call, nowMillis);
        } else if (call.state == CallState.OFFERED && call.agent != null && isSettled(call, nowMillis)) {
            offers.lost(call, nowMillis);
        }
    }

    private static boolean isSettled(Call call, long nowMillis) {
        return call.agent.offer.openedMillis <= nowMillis - OFFER_SETTLES_MILLIS;
    }

    /** Baro is about to stop: what rings goes on, nobody else is offered; or it has begun again. */
    void offersChanged(boolean allowed, long nowMillis) {
        settings.offering = allowed;
        matcher.offerAll(nowMillis);
    }

    /** Something expected did not come: asks for a comparison, unless one was asked for just now. */
    void askForResync(Pbx pbx, long nowMillis) {
        if (!pbx.isReady() || pbx.resyncAskedMillis > nowMillis - RESYNC_INTERVAL_MILLIS) {
            return;
        }
        pbx.resyncAskedMillis = nowMillis;
        decisions.resyncPbx(pbx.id());
    }

    /** A caller's channel of the list that the router knows. */
    void seenKnown(Call call, SeenPhase phase, Agent agent, long offerId, long nowMillis) {
        call.seenInResync = center.pbx(call.pbxId()).resync;
        if (call.isCallback()) {
            seenCallback(call, phase, nowMillis);
        }
        switch (phase) {
            case FAILED_OVER -> {
                if (call.state != CallState.TALKING) {
                    calls.failedOver(call, nowMillis);
                }
            }
            case TALKING -> seenTalking(call, agent, offerId, nowMillis);
            case OFFERED -> seenOffered(call, agent, offerId, nowMillis);
            case WAITING -> seenWaiting(call, nowMillis);
            case ENTERING, NULL_VAL -> {}
        }
    }

    /** Where the channel of a callback is tells of its customer. */
    private void seenCallback(Call call, SeenPhase phase, long nowMillis) {
        switch (phase) {
            case ENTERING -> {
                if (call.state == CallState.ENTERING) {
                    customers.isCalled(call);
                }
            }
            case WAITING -> {
                if (call.state != CallState.TALKING) {
                    customers.isOnLine(call);
                }
                if (call.state == CallState.ENTERING) {
                    lines.callback(call, nowMillis);
                } else if (call.state == CallState.WAITING) {
                    lines.turn(call, nowMillis);
                }
            }
            case OFFERED -> customers.isOffered(call);
            case TALKING, FAILED_OVER, NULL_VAL -> {}
        }
    }

    /** A caller's channel of the list that the router has not heard of: takes it over where it is. */
    void seenUnknown(Call call, SeenPhase phase, CallQueue queue, long joinedMillis, long nowMillis) {
        if (phase == SeenPhase.WAITING) {
            lines.join(call, queue, joinedMillis, nowMillis);
        } else {
            call.queue = queue;
            call.joinedMillis = joinedMillis;
        }
    }

    private void seenTalking(Call call, Agent agent, long offerId, long nowMillis) {
        if (call.state != CallState.TALKING && agent != null && ensureQueue(call, agent)) {
            matcher.skipPast(offerId);
            offers.connected(agent, call, offerId, nowMillis);
        }
    }

    private void seenOffered(Call call, Agent agent, long offerId, long nowMillis) {
        if (call.state == CallState.TALKING || agent == null || agent.offer.id == offerId) {
            return;
        }
        if (ensureQueue(call, agent)) {
            matcher.skipPast(offerId);
            offers.adopt(agent, call, offerId, nowMillis);
        }
    }

    private void seenWaiting(Call call, long nowMillis) {
        if (call.state != CallState.OFFERED) {
            return;
        }
        Agent agent = call.agent;
        if (agent == null) {
            lines.comeBack(call, nowMillis);
        } else if (isSettled(call, nowMillis)) {
            offers.lost(call, nowMillis);
        }
    }

    /** A call found past its queue still needs one for the records: the first that the agent serves. */
    private static boolean ensureQueue(Call call, Agent agent) {
        for (int i = 0; call.queue == null && i < agent.profile().steps().size(); i++) {
            CallQueue queue = agent.profile().steps().at(i).queue();
            call.queue = queue.pbxId() == call.pbxId() ? queue : null;
        }
        return call.queue != null;
    }

    private static boolean isOf(Pbx pbx, Offer offer) {
        return CallIds.pbxOf(offer.callId) == pbx.id();
    }

    /** No offers there; who was kept for one of its agents waits for him no more. */
    private void notReady(Pbx pbx, long nowMillis) {
        pbx.ready(false);
        for (int i = 0; i < center.limits().agents(); i++) {
            Agent agent = center.agent(i);
            if (agent != null && agent.kept.size() > 0 && agent.profile().pbx() == pbx) {
                lines.releaseAll(agent, nowMillis);
            }
        }
    }

    private static boolean hasNoCaller(Agent agent) {
        return agent.offer.call == null;
    }
}
