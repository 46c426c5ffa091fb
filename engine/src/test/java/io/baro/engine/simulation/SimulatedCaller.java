package io.baro.engine.simulation;

import io.baro.engine.callcenter.CallIds;
import io.baro.engine.message.SeenPhase;

/** A caller's channel on the simulated PBX, as the dialplan would see it. The truth that the router can only hear of. */
final class SimulatedCaller {
    /** Where the dialplan is. */
    enum Stage {
        ENTERING,
        LOOP,
        CALLBACK,
        DIALLING,
        TALKING,
        FALLBACK,
        GONE
    }

    final long callId;
    final long callerKey;
    final int age;
    final int pbxId;
    final long enteredMillis;
    Stage stage = Stage.ENTERING;
    int queueId;
    long loopSinceMillis;
    SimulatedDial dial;
    int ownAgentId = -1;
    int teamQueueId = -1;

    /** What is told when he hangs up, beside that. */
    Runnable atTheEnd = () -> {};

    /** Every move of the channel ends what was scheduled for the old place. */
    int move;

    SimulatedCaller(long callId, long callerKey, int age, int queueId, long nowMillis) {
        this.callId = callId;
        this.callerKey = callerKey;
        this.age = age;
        this.pbxId = CallIds.pbxOf(callId);
        this.queueId = queueId;
        enteredMillis = nowMillis;
        loopSinceMillis = nowMillis;
    }

    void moveTo(Stage next) {
        stage = next;
        move++;
    }

    boolean isAlive() {
        return stage != Stage.GONE;
    }

    /** What a list of channels would say. */
    SeenPhase phase() {
        return switch (stage) {
            case ENTERING -> SeenPhase.ENTERING;
            case LOOP, CALLBACK -> SeenPhase.WAITING;
            case DIALLING -> SeenPhase.OFFERED;
            case TALKING -> SeenPhase.TALKING;
            case FALLBACK, GONE -> SeenPhase.FAILED_OVER;
        };
    }
}
