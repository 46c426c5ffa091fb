package io.baro.acd.metrics;

import io.baro.engine.callcenter.CallIds;
import io.baro.engine.message.CallAdmittedDecoder;
import io.baro.engine.message.CallClosedDecoder;
import io.baro.engine.message.CallConnectedDecoder;
import io.baro.engine.message.CallJoinedDecoder;
import io.baro.engine.message.CallOutcome;
import io.baro.engine.message.OfferCallDecoder;
import io.baro.engine.message.OfferCallbackDecoder;
import io.baro.engine.message.OfferEndedDecoder;
import io.baro.engine.message.OfferOutcome;

/**
 * Counts calls from decisions and holds them to the identity {@code offered = answered + abandoned + reserved + diverted + refused
 * + failed over + in progress}, centre by centre. Never decides. Written on the routing thread, read from any thread.
 */
public final class CallTally {
    private static final int MAX_RULES = 32;

    private final CentreNames names;
    private final long objectiveMillis;
    private final LiveCalls live;
    private final SlotCounts calls;
    private final SlotCounts depth;
    private final SlotCounts inProgress;
    private final SlotCounts offers;
    private final SlotCounts rules = new SlotCounts(1, MAX_RULES);
    private final WaitTimes waits;

    CallTally(CentreNames names, long objectiveMillis, int callLimit) {
        this.names = names;
        this.objectiveMillis = objectiveMillis;
        int centres = names.centres().size();
        live = new LiveCalls(callLimit);
        calls = new SlotCounts(CallCount.values().length, names.slots());
        depth = new SlotCounts(1, names.slots());
        inProgress = new SlotCounts(1, centres);
        offers = new SlotCounts(OfferOutcome.values().length, centres);
        waits = new WaitTimes(centres);
    }

    void admitted(CallAdmittedDecoder fact) {
        int centre = CallIds.pbxOf(fact.callId());
        int slot = names.slotOf(fact.queueId(), centre);
        calls.add(CallCount.OFFERED.index(), slot, 1);
        if (live.get(fact.callId()) == LiveCalls.NONE) {
            inProgress.add(0, centre, 1);
        }
        live.put(fact.callId(), LiveCalls.ENTERING, slot, 0);
    }

    void joined(CallJoinedDecoder fact) {
        int slot = names.slotOf(fact.queueId(), CallIds.pbxOf(fact.callId()));
        move(fact.callId(), LiveCalls.WAITING, slot, fact.rulesFired());
    }

    void offered(OfferCallDecoder decision) {
        int slot = names.slotOf(decision.queueId(), CallIds.pbxOf(decision.callId()));
        long call = live.get(decision.callId());
        boolean more = decision.ringIndex() > 0 && decision.ringIndex() != OfferCallDecoder.ringIndexNullValue();
        if (more && call != LiveCalls.NONE && LiveCalls.stateOf(call) == LiveCalls.OFFERED) {
            live.more(decision.callId(), LiveCalls.moreOf(call) + 1);
        } else {
            move(decision.callId(), LiveCalls.OFFERED, slot, decision.rulesFired());
        }
    }

    void callbackOffered(OfferCallbackDecoder decision) {
        int slot = names.slotOf(decision.queueId(), CallIds.pbxOf(decision.callId()));
        calls.add(CallCount.CALLBACK_OFFERED.index(), slot, 1);
        move(decision.callId(), LiveCalls.WAITING, slot, decision.rulesFired());
    }

    void offerEnded(OfferEndedDecoder fact) {
        int centre = centreOfQueue(fact.queueId());
        offers.add(fact.outcomeRaw(), centre, 1);
        long call = live.get(fact.callId());
        if (call == LiveCalls.NONE || LiveCalls.stateOf(call) != LiveCalls.OFFERED) {
            return;
        }
        if (LiveCalls.moreOf(call) > 0) {
            live.more(fact.callId(), LiveCalls.moreOf(call) - 1);
        } else {
            move(fact.callId(), LiveCalls.WAITING, LiveCalls.slotOf(call), LiveCalls.rulesOf(call));
        }
    }

    void connected(CallConnectedDecoder fact) {
        int centre = CallIds.pbxOf(fact.callId());
        int slot = names.slotOf(fact.queueId(), centre);
        calls.add(CallCount.ANSWERED.index(), slot, 1);
        offers.add(OfferOutcome.ANSWERED.value(), centre, 1);
        waits.record(centre, fact.waitedMillis());
        if (fact.waitedMillis() <= objectiveMillis) {
            calls.add(CallCount.ANSWERED_WITHIN_OBJECTIVE.index(), slot, 1);
        }
        leaveProgress(fact.callId());
        move(fact.callId(), LiveCalls.TALKING, slot, fact.rulesFired());
    }

    void closed(CallClosedDecoder fact) {
        int centre = CallIds.pbxOf(fact.callId());
        int slot = names.slotOf(fact.queueId(), centre);
        long call = live.get(fact.callId());
        boolean answered = call != LiveCalls.NONE && LiveCalls.stateOf(call) == LiveCalls.TALKING;
        if (!answered) {
            calls.add(countOf(fact.outcome()).index(), slot, 1);
        }
        if (fact.vanished() == 1) {
            calls.add(CallCount.VANISHED.index(), slot, 1);
        }
        leaveProgress(fact.callId());
        leaveLine(call);
        live.remove(fact.callId());
    }

    /** Calls counted so, in that slot. */
    public long count(CallCount count, int slot) {
        return calls.get(count.index(), slot);
    }

    /** Calls counted so, in that centre. */
    public long countOfCentre(CallCount count, int centre) {
        long sum = 0;
        for (int slot = 0; slot < names.slots(); slot++) {
            sum += names.centreOfSlot(slot) == centre ? count(count, slot) : 0;
        }
        return sum;
    }

    /** Calls counted so, everywhere. */
    public long total(CallCount count) {
        return calls.sum(count.index());
    }

    public long waiting(int slot) {
        return depth.get(0, slot);
    }

    public long inProgress(int centre) {
        return inProgress.get(0, centre);
    }

    public long totalInProgress() {
        return inProgress.sum(0);
    }

    /** Offers that ended so, in that centre. */
    public long offers(OfferOutcome outcome, int centre) {
        return offers.get(outcome.value(), centre);
    }

    /** Calls for which that rule of the present rule set fired, or one that stood in its place before. */
    public long fired(int ruleId) {
        return rules.get(0, ruleId);
    }

    WaitTimes waits() {
        return waits;
    }

    /** Whether every offered call is in exactly one term. Read while calls move it may be wrong for an instant. */
    public boolean identityHolds() {
        return total(CallCount.OFFERED)
                == total(CallCount.ANSWERED)
                        + total(CallCount.ABANDONED)
                        + total(CallCount.RESERVED)
                        + total(CallCount.DIVERTED)
                        + total(CallCount.REFUSED)
                        + total(CallCount.FAILED_OVER)
                        + totalInProgress();
    }

    private void move(long callId, int state, int slot, int rulesFired) {
        long call = live.get(callId);
        leaveLine(call);
        if (call == LiveCalls.NONE) {
            return;
        }
        countRules(rulesFired & ~LiveCalls.rulesOf(call));
        if (state == LiveCalls.WAITING) {
            depth.add(0, slot, 1);
        }
        live.put(callId, state, slot, LiveCalls.rulesOf(call) | rulesFired);
    }

    private void leaveLine(long call) {
        if (call != LiveCalls.NONE && LiveCalls.stateOf(call) == LiveCalls.WAITING) {
            depth.add(0, LiveCalls.slotOf(call), -1);
        }
    }

    private void leaveProgress(long callId) {
        long call = live.get(callId);
        if (call != LiveCalls.NONE && LiveCalls.stateOf(call) != LiveCalls.TALKING) {
            inProgress.add(0, CallIds.pbxOf(callId), -1);
        }
    }

    private void countRules(int fired) {
        int rest = fired;
        while (rest != 0) {
            rules.add(0, Integer.numberOfTrailingZeros(rest), 1);
            rest &= rest - 1;
        }
    }

    private int centreOfQueue(int queueId) {
        return names.centreOfSlot(names.slotOf(queueId, 0));
    }

    private static CallCount countOf(CallOutcome outcome) {
        return switch (outcome) {
            case ANSWERED -> CallCount.ANSWERED;
            case ABANDONED -> CallCount.ABANDONED;
            case RESERVED -> CallCount.RESERVED;
            case DIVERTED -> CallCount.DIVERTED;
            case REFUSED, NULL_VAL -> CallCount.REFUSED;
            case FAILED_OVER -> CallCount.FAILED_OVER;
        };
    }
}
