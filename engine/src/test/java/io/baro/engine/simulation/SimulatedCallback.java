package io.baro.engine.simulation;

import io.baro.engine.message.DialCallbackDecoder;
import io.baro.engine.message.DialStatus;
import io.baro.engine.message.OfferStage;
import io.baro.engine.message.SeenPhase;

/**
 * One channel by which a simulated PBX keeps a callback: it rings the agent, and calls the customer when he is there; or it calls the
 * customer, who is a caller from the moment he answers. What was done for this attempt before is told again, and not done. Never routes. Runs on: the test's thread.
 */
final class SimulatedCallback {
    private static final int RING_MILLIS = 20_000;
    private static final int NORMAL = 16;
    private static final int USER_BUSY = 17;
    private static final int NO_CIRCUIT = 34;
    private static final int UNALLOCATED = 1;

    final long callId;
    final long offerId;
    final int agentId;
    final int queueId;
    private final int attempt;
    private final SimulatedPbx pbx;
    private final Dice dice;
    private final boolean customerFirst;
    private boolean agentIsThere;
    private boolean legMade;
    private boolean gone;

    SimulatedCallback(SimulatedPbx pbx, Dice dice, DialCallbackDecoder dial) {
        this.pbx = pbx;
        this.dice = dice;
        callId = dial.callId();
        offerId = dial.offerId();
        agentId = dial.agentId();
        queueId = dial.queueId();
        attempt = dial.attempt();
        customerFirst = dial.customerFirst() == 1;
    }

    /** What a list of channels would say. */
    SeenPhase phase() {
        if (customerFirst) {
            return SeenPhase.ENTERING;
        }
        return agentIsThere ? SeenPhase.TALKING : SeenPhase.OFFERED;
    }

    void start() {
        CalledCustomers customers = pbx.customers();
        if (customers.isCalled(callId, attempt)) {
            if (customers.result(callId, attempt) != DialStatus.NONE) {
                ended(customers.result(callId, attempt), 0);
            }
            hangUp();
            return;
        }
        if (customerFirst) {
            callCustomer(this::customerIsOnLine);
            return;
        }
        int fate = dice.between(0, 100);
        if (fate < 6) {
            returned(DialStatus.CHANUNAVAIL, 20);
            return;
        }
        legMade = true;
        offer(OfferStage.DIALLED, DialStatus.NONE, 0);
        if (fate < 10) {
            later(30, () -> agentFails(DialStatus.BUSY, USER_BUSY));
        } else {
            later(40, () -> rings(fate));
        }
    }

    private void rings(int fate) {
        offer(OfferStage.RINGING, DialStatus.NONE, 0);
        if (fate < 16) {
            later(RING_MILLIS, () -> agentFails(DialStatus.NOANSWER, 0));
        } else {
            later(dice.between(200, 8_000), this::agentAnswers);
        }
    }

    private void agentFails(DialStatus status, int cause) {
        offer(OfferStage.DIAL_ENDED, status, 0);
        offer(OfferStage.LEG_ENDED, DialStatus.NONE, cause);
        returned(status, cause);
    }

    /** The dialplan's report, and the end of its channel, which may be lost. */
    private void returned(DialStatus status, int cause) {
        offer(OfferStage.RETURNED, status, cause);
        hangUp();
    }

    private void agentAnswers() {
        agentIsThere = true;
        offer(OfferStage.DIAL_ENDED, DialStatus.ANSWER, 0);
        offer(OfferStage.CONNECTED, DialStatus.NONE, 0);
        if (pbx.customers().isCalled(callId, attempt)) {
            end();
            return;
        }
        callCustomer(this::customerAnswers);
    }

    private void callCustomer(Runnable answer) {
        pbx.customers().begin(callId, attempt);
        int fate = dice.between(0, 100);
        if (fate < 45) {
            later(dice.between(1_000, 25_000), answer);
        } else if (fate < 60) {
            later(500, () -> customerMissed(DialStatus.BUSY, USER_BUSY));
        } else if (fate < 75) {
            later(30_000, () -> customerMissed(DialStatus.NOANSWER, 0));
        } else if (fate < 82) {
            later(300, () -> customerMissed(DialStatus.CONGESTION, NO_CIRCUIT));
        } else if (fate < 88) {
            later(300, () -> customerMissed(DialStatus.CHANUNAVAIL, UNALLOCATED));
        } else {
            later(dice.between(1_000, 20_000), () -> customerMissed(DialStatus.CANCEL, NORMAL));
        }
    }

    private void customerAnswers() {
        pbx.customers().reach(callId, attempt);
        if (dice.percent(90)) {
            pbx.reached(callId, attempt);
        }
        later(dice.between(5_000, 300_000), () -> {
            end(DialStatus.ANSWER, NORMAL);
        });
    }

    /** His channel is a caller's from now on. */
    private void customerIsOnLine() {
        pbx.customers().answer(callId, attempt);
        if (dice.percent(90)) {
            pbx.reached(callId, attempt);
        }
        gone = true;
        pbx.callbackIsOnLine(this, () -> {
            if (dice.percent(90)) {
                ended(DialStatus.ANSWER, NORMAL);
            }
        });
    }

    private void customerMissed(DialStatus status, int cause) {
        pbx.customers().miss(callId, attempt, status);
        end(status, cause);
    }

    private void end(DialStatus status, int cause) {
        if (dice.percent(90)) {
            ended(status, cause);
        }
        end();
    }

    private void end() {
        if (customerFirst) {
            hangUp();
            return;
        }
        boolean legFirst = dice.percent(70);
        if (legFirst) {
            offer(OfferStage.LEG_ENDED, DialStatus.NONE, NORMAL);
        }
        hangUp();
        if (!legFirst) {
            pbx.soon(() -> offer(OfferStage.LEG_ENDED, DialStatus.NONE, NORMAL));
        }
    }

    private void ended(DialStatus status, int cause) {
        pbx.ended(callId, status, attempt, cause);
    }

    private void hangUp() {
        gone = true;
        pbx.callbackGone(this, dice.percent(97));
    }

    private void offer(OfferStage stage, DialStatus status, int cause) {
        if (legMade || stage == OfferStage.RETURNED) {
            pbx.progressed(offerId, callId, stage, status, cause);
        }
    }

    private void later(long millis, Runnable happening) {
        pbx.in(millis, () -> {
            if (!gone) {
                happening.run();
            }
        });
    }
}
