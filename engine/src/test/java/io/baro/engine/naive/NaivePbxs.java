package io.baro.engine.naive;

import io.baro.engine.callcenter.CallIds;
import io.baro.engine.callcenter.OfferIds;
import io.baro.engine.message.CallOutcome;
import io.baro.engine.message.CallSeenDecoder;
import io.baro.engine.message.PbxLostDecoder;
import io.baro.engine.message.RefusalReason;
import io.baro.engine.message.ResyncBeganDecoder;
import io.baro.engine.message.ResyncCompletedDecoder;
import io.baro.engine.message.SeenPhase;
import java.util.List;

/** A PBX lost, found again and compared: its list is the truth about channels. */
final class NaivePbxs {
    private static final long RESYNC_INTERVAL = 30_000;
    private static final long OFFER_SETTLES = 2_000;

    private final NaiveCentre centre;
    private final NaiveDecisions decisions;
    private final NaivePairing pairing;
    private final NaiveLine line;
    private final NaiveCalls calls;
    private final NaiveOffers offers;
    private final NaiveDesk desk;

    NaivePbxs(
            NaiveCentre centre,
            NaiveDecisions decisions,
            NaivePairing pairing,
            NaiveLine line,
            NaiveCalls calls,
            NaiveOffers offers,
            NaiveDesk desk) {
        this.centre = centre;
        this.decisions = decisions;
        this.pairing = pairing;
        this.line = line;
        this.calls = calls;
        this.offers = offers;
        this.desk = desk;
    }

    void lost(int pbxId) {
        NaiveCentre.NaivePbx pbx = known(pbxId, PbxLostDecoder.TEMPLATE_ID);
        if (pbx != null) {
            notReady(pbx);
        }
    }

    void resyncBegan(int pbxId) {
        NaiveCentre.NaivePbx pbx = known(pbxId, ResyncBeganDecoder.TEMPLATE_ID);
        if (pbx != null) {
            notReady(pbx);
            pbx.resync++;
            pbx.resyncBegan = centre.now;
        }
    }

    /** What the list did not hold is over; offers may go out. */
    void resyncCompleted(int pbxId) {
        NaiveCentre.NaivePbx pbx = known(pbxId, ResyncCompletedDecoder.TEMPLATE_ID);
        if (pbx == null) {
            return;
        }
        for (NaiveCall call : List.copyOf(centre.calls)) {
            if (call.pbx == pbxId && call.seenInResync != pbx.resync) {
                notSeen(call);
            }
        }
        for (NaiveAgent agent : agentsInOrder()) {
            if (agent.holdsOffer() && CallIds.pbxOf(agent.offerCallId) == pbxId && agent.offerCall == null) {
                offers.lost(agent);
            }
        }
        pbx.ready = true;
        pairing.everyoneChooses();
    }

    /** Routing 40: a callback that waits has no channel. */
    private void notSeen(NaiveCall call) {
        if (!call.isPromise() || call.state == NaiveCall.State.TALKING || call.state == NaiveCall.State.ENTERING) {
            calls.leaves(call, CallOutcome.ABANDONED, true);
        } else if (call.state == NaiveCall.State.OFFERED && !call.agents.isEmpty() && isSettled(call)) {
            offers.lost(call);
        }
    }

    private boolean isSettled(NaiveCall call) {
        return call.agents.getFirst().offerOpened <= centre.now - OFFER_SETTLES;
    }

    /** Routing 41. */
    void offersChanged(boolean allowed) {
        centre.offering = allowed;
        pairing.everyoneChooses();
    }

    /** Something expected did not come. */
    void askForResync(int pbxId) {
        NaiveCentre.NaivePbx pbx = centre.pbx(pbxId);
        if (pbx.ready && pbx.resyncAsked <= centre.now - RESYNC_INTERVAL) {
            pbx.resyncAsked = centre.now;
            decisions.resyncPbx(pbxId);
        }
    }

    void seen(CallSeenDecoder fact) {
        if (known(CallIds.pbxOf(fact.callId()), CallSeenDecoder.TEMPLATE_ID) == null) {
            return;
        }
        NaiveCall call = centre.call(fact.callId());
        boolean callback = CallIds.isCallback(fact.callId());
        if (call == null && callback) {
            call = takeOverCallback(fact.callId());
        } else if (call == null && fact.phase() != SeenPhase.FAILED_OVER) {
            call = takeOver(fact);
        }
        if (call == null) {
            return;
        }
        call.seenInResync = centre.pbx(call.pbx).resync;
        if (callback) {
            seenCallback(call, fact.phase());
        }
        NaiveAgent agent = centre.agent(fact.agentId());
        switch (fact.phase()) {
            case FAILED_OVER -> {
                if (call.state != NaiveCall.State.TALKING) {
                    calls.failedOver(call);
                }
            }
            case TALKING -> seenTalking(call, agent, fact.offerId());
            case OFFERED -> seenOffered(call, agent, fact.offerId());
            case WAITING -> seenWaiting(call);
            case ENTERING, NULL_VAL -> {}
        }
    }

    /** Routing 40. */
    private void seenCallback(NaiveCall call, SeenPhase phase) {
        boolean entering = call.state == NaiveCall.State.ENTERING;
        if (phase == SeenPhase.ENTERING && entering) {
            desk.isCalled(call);
        } else if (phase == SeenPhase.WAITING && call.state != NaiveCall.State.TALKING) {
            desk.isOnLine(call);
            if (entering) {
                line.callback(call);
            } else if (call.waits()) {
                line.turn(call);
            }
        } else if (phase == SeenPhase.OFFERED) {
            desk.isOffered(call);
        }
    }

    private NaiveCall takeOverCallback(long callId) {
        NaiveReservation reservation = centre.reservationOfCallback(callId);
        if (reservation == null) {
            decisions.refused(RefusalReason.UNKNOWN_CALL, CallSeenDecoder.TEMPLATE_ID, callId);
            return null;
        }
        return desk.seen(reservation);
    }

    /** A call not heard of before is taken over where it is. */
    private NaiveCall takeOver(CallSeenDecoder fact) {
        boolean isReserved = centre.reservation(fact.callId()) != null;
        if (isReserved || line.wasDiverted(fact.callId(), CallSeenDecoder.TEMPLATE_ID)) {
            return null;
        }
        NaiveQueue named = centre.queue(fact.queueId());
        NaiveQueue queue = named != null && named.pbx == CallIds.pbxOf(fact.callId()) ? named : null;
        if (queue == null && fact.phase() == SeenPhase.WAITING) {
            decisions.refused(RefusalReason.UNKNOWN_QUEUE, CallSeenDecoder.TEMPLATE_ID, fact.queueId());
            return null;
        }
        NaiveCall call = calls.admit(fact.callId(), fact.callerKey(), fact.callerAge(), fact.queueId());
        if (call == null) {
            return null;
        }
        long joined = centre.pbx(call.pbx).resyncBegan - fact.waitedMillis();
        if (fact.phase() == SeenPhase.WAITING) {
            line.join(call, queue, joined);
        } else {
            call.queue = queue;
            call.joined = joined;
        }
        return call;
    }

    private void seenTalking(NaiveCall call, NaiveAgent agent, long offerId) {
        if (call.state != NaiveCall.State.TALKING && agent != null && hasQueue(call, agent)) {
            skipPast(offerId);
            offers.connected(agent, call, offerId);
        }
    }

    private void seenOffered(NaiveCall call, NaiveAgent agent, long offerId) {
        boolean known = agent == null || agent.offerId == offerId;
        if (call.state != NaiveCall.State.TALKING && !known && hasQueue(call, agent)) {
            skipPast(offerId);
            offers.adopt(agent, call, offerId);
        }
    }

    private void seenWaiting(NaiveCall call) {
        if (call.state != NaiveCall.State.OFFERED) {
            return;
        }
        if (call.agents.isEmpty()) {
            line.comesBack(call);
        } else if (isSettled(call)) {
            offers.lost(call);
        }
    }

    /** Ids given from now on are above one that an earlier life of the engine gave. */
    private void skipPast(long offerId) {
        centre.offers = Math.max(centre.offers, OfferIds.countOf(offerId));
    }

    /** A call found past its queue gets the first of its PBX that the agent serves. */
    private boolean hasQueue(NaiveCall call, NaiveAgent agent) {
        if (call.queue == null) {
            call.queue = centre.queues.stream()
                    .sorted((one, other) -> Integer.compare(one.id, other.id))
                    .filter(queue ->
                            queue.pbx == call.pbx && queue.steps.stream().anyMatch(step -> step.matches(agent)))
                    .findFirst()
                    .orElse(null);
        }
        return call.queue != null;
    }

    private void notReady(NaiveCentre.NaivePbx pbx) {
        pbx.ready = false;
        agentsInOrder().stream().filter(agent -> agent.pbx == pbx.id).forEach(line::releaseIfNotStaffed);
    }

    private List<NaiveAgent> agentsInOrder() {
        return centre.agents.stream()
                .sorted((one, other) -> Integer.compare(one.id, other.id))
                .toList();
    }

    private NaiveCentre.NaivePbx known(int pbxId, int templateId) {
        NaiveCentre.NaivePbx pbx = centre.pbx(pbxId);
        if (pbx == null) {
            decisions.refused(RefusalReason.UNKNOWN_PBX, templateId, pbxId);
        }
        return pbx;
    }
}
