package io.baro.bench.core;

import io.baro.engine.callcenter.CallIds;
import io.baro.engine.message.DeviceState;
import io.baro.engine.message.OfferStage;

/** Half of the agents talk and half are ready: each caller finds somebody at once. One thread. */
final class QuietCycle extends Cycle {
    private final long[] offerOf;
    private final long[] callOf;
    private final int[] people;
    private final int[] placeOf;
    private int talking;
    private long calls;
    private long callId;
    private long callerKey;
    private int age;
    private int queueId;
    private int agent;

    QuietCycle(SyntheticCentre centre) {
        super(
                centre,
                CommandKind.ARRIVES,
                CommandKind.CALL_CHOOSES,
                CommandKind.DIALLED,
                CommandKind.RINGS,
                CommandKind.ANSWERS,
                CommandKind.CONNECTED,
                CommandKind.TIME_PASSES,
                CommandKind.LEG_ENDS,
                CommandKind.HANGS_UP,
                CommandKind.BECOMES_READY,
                CommandKind.PAUSES,
                CommandKind.RESUMES,
                CommandKind.PICKS_UP,
                CommandKind.PUTS_DOWN,
                CommandKind.LOGS_OUT,
                CommandKind.LOGS_IN);
        offerOf = new long[centre.size()];
        callOf = new long[centre.size()];
        people = new int[centre.size()];
        placeOf = new int[centre.size()];
        for (int i = 0; i < people.length; i++) {
            people[i] = i;
            placeOf[i] = i;
        }
    }

    @Override
    void fill() {
        for (int i = 0; i < centre.size() / 2; i++) {
            take(people[talking]);
            centre.pen().waiting(callId, callerKey, age, queueId);
            apply();
            remember();
            progressed(OfferStage.RINGING);
            apply();
            progressed(OfferStage.CONNECTED);
            apply();
        }
        if (centre.offers() != centre.size() / 2) {
            throw new IllegalStateException("the floor is not as it should be: " + centre.offers() + " offers");
        }
    }

    @Override
    void write(CommandKind kind) {
        switch (kind) {
            case ARRIVES -> arrives();
            case CALL_CHOOSES -> centre.pen().waiting(callId, callerKey, age, queueId);
            case DIALLED -> {
                remember();
                progressed(OfferStage.DIALLED);
            }
            case RINGS -> progressed(OfferStage.RINGING);
            case ANSWERS -> progressed(OfferStage.DIAL_ENDED);
            case CONNECTED -> progressed(OfferStage.CONNECTED);
            case TIME_PASSES -> centre.pen().timeAdvanced();
            case LEG_ENDS -> legEnds();
            case HANGS_UP -> centre.pen().hungUp(callOf[agent]);
            case BECOMES_READY, RESUMES -> centre.pen().readied(agent);
            case PAUSES -> centre.pen().paused(agent);
            case PICKS_UP -> centre.pen().device(agent, DeviceState.IN_USE);
            case PUTS_DOWN -> centre.pen().device(agent, DeviceState.IDLE);
            case LOGS_OUT -> centre.pen().loggedOut(agent);
            case LOGS_IN -> centre.pen().loggedIn(agent);
            default -> throw new IllegalStateException("not on this floor: " + kind);
        }
    }

    /** For a queue of an agent who is ready; it goes to the longest idle of all who match. */
    private void arrives() {
        take(people[talking + centre.dice().nextInt(people.length - talking)]);
        centre.pen().arrived(callId, callerKey, age, queueId);
    }

    private void legEnds() {
        agent = people[centre.dice().nextInt(talking)];
        swap(placeOf[agent], --talking);
        centre.pen().progressed(offerOf[agent], callOf[agent], OfferStage.LEG_ENDED);
    }

    private void swap(int one, int other) {
        int moved = people[one];
        people[one] = people[other];
        people[other] = moved;
        placeOf[people[one]] = one;
        placeOf[moved] = other;
    }

    private void take(int forAgent) {
        queueId = centre.queueOf(forAgent);
        callId = centre.callId(queueId, ++calls, 0);
        callerKey = centre.anyCallerKey();
        age = centre.anyAge();
    }

    private void remember() {
        if (centre.lastCallId() != callId) {
            throw new IllegalStateException("nobody is ready for call " + CallIds.epochSecondsOf(callId));
        }
        agent = centre.lastAgentId();
        offerOf[agent] = centre.lastOfferId();
        callOf[agent] = callId;
        swap(placeOf[agent], talking++);
    }

    private void progressed(OfferStage stage) {
        centre.pen().progressed(offerOf[agent], callId, stage);
    }
}
