package io.baro.engine.naive;

import io.baro.engine.message.AgentState;
import io.baro.engine.message.DeviceState;
import io.baro.engine.message.DialStatus;
import io.baro.engine.message.NotReadyReason;
import java.util.Map;

/** An agent as the twin knows him, with the one offer he may hold and his day's counts. */
final class NaiveAgent {
    final int id;
    final int pbx;
    int weight;
    Map<Integer, Integer> skills;
    AgentState state = AgentState.LOGGED_OUT;
    NotReadyReason reason = NotReadyReason.NONE;
    DeviceState device = DeviceState.UNKNOWN;
    int pauseCode;
    boolean pauseWanted;
    int pauseCodeWanted;
    boolean logoutWanted;
    long deadline = NaiveCentre.NEVER;
    int misses;
    long wrapUpEnds;

    long idleSince;
    int answeredToday;
    long busyToday;
    long loggedInToday;
    long countedUntil;
    long lastOfferNumber;
    long draw;
    int answeredKey;
    long occupancyKey;

    long offerId;
    NaiveCall offerCall;
    long offerCallId;
    NaiveQueue offerQueue;
    long offerOpened;
    long offerConnectedAt;
    boolean legSeen;
    boolean connected;
    boolean told;
    boolean together;
    boolean elsewhere;
    DialStatus dialStatus = DialStatus.NONE;

    NaiveAgent(int id, int pbx) {
        this.id = id;
        this.pbx = pbx;
    }

    boolean holdsOffer() {
        return offerId != 0;
    }

    boolean isReady() {
        return state == AgentState.READY;
    }

    boolean isBusy() {
        return switch (state) {
            case RESERVED, RINGING, TALKING, WRAP_UP -> true;
            case LOGGED_OUT, NOT_READY, READY, NULL_VAL -> false;
        };
    }

    /** Takes the time since the last look into the day's counts. */
    void count(long now) {
        if (state != AgentState.LOGGED_OUT) {
            loggedInToday += now - countedUntil;
        }
        if (isBusy()) {
            busyToday += now - countedUntil;
        }
        countedUntil = now;
    }

    /** Opens the one offer he may hold. */
    void openOffer(long id, NaiveCall call, long now) {
        offerId = id;
        offerCall = call;
        offerCallId = call.id;
        offerQueue = call.queue;
        offerOpened = now;
        offerConnectedAt = 0;
        legSeen = false;
        connected = false;
        told = false;
        together = false;
        elsewhere = false;
        dialStatus = DialStatus.NONE;
    }

    void closeOffer() {
        offerId = 0;
        offerCall = null;
        offerCallId = 0;
        offerQueue = null;
    }
}
