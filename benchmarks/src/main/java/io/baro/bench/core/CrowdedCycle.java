package io.baro.bench.core;

import io.baro.engine.callcenter.CallIds;
import io.baro.engine.message.OfferStage;

/** All agents talk and as many callers wait: each agent who ends finds somebody, each who gives up is followed by another. One thread. */
final class CrowdedCycle extends Cycle {
    private final long[] offerOf;
    private final long[] callOf;
    private final long[] callIn;
    private final long[] keyOf;
    private final int[] queueOf;
    private final int[] ageOf;
    private final int[] placeOf;
    private final int[] waiting;
    private final int[] free;
    private int waitingCount;
    private int freeCount;
    private long calls;
    private int turn;
    private int slot;
    private int agent;

    CrowdedCycle(SyntheticCentre centre) {
        super(
                centre,
                CommandKind.ARRIVES,
                CommandKind.JOINS,
                CommandKind.GIVES_UP,
                CommandKind.ARRIVES,
                CommandKind.JOINS,
                CommandKind.TURNS,
                CommandKind.LEG_ENDS,
                CommandKind.HANGS_UP,
                CommandKind.AGENT_CHOOSES,
                CommandKind.DIALLED,
                CommandKind.RINGS,
                CommandKind.ANSWERS,
                CommandKind.CONNECTED);
        int slots = 2 * centre.size() + 8;
        offerOf = new long[centre.size()];
        callOf = new long[centre.size()];
        callIn = new long[slots];
        keyOf = new long[slots];
        queueOf = new int[slots];
        ageOf = new int[slots];
        placeOf = new int[slots];
        waiting = new int[slots];
        free = new int[slots];
        for (int i = 0; i < slots; i++) {
            free[freeCount++] = i;
        }
    }

    @Override
    void fill() {
        for (int i = 0; i < centre.size(); i++) {
            join(i);
            remember();
            connect();
        }
        for (int i = 0; i < centre.size(); i++) {
            join(i);
        }
        if (waitingCount != centre.size() || centre.offers() != centre.size()) {
            throw new IllegalStateException("the floor is not as it should be: " + waitingCount + " wait");
        }
    }

    @Override
    void write(CommandKind kind) {
        switch (kind) {
            case ARRIVES -> arrives();
            case JOINS -> joins();
            case GIVES_UP -> givesUp();
            case TURNS -> turns();
            case LEG_ENDS -> legEnds();
            case HANGS_UP -> hangsUp();
            case AGENT_CHOOSES -> centre.pen().readied(agent);
            case DIALLED -> {
                remember();
                progressed(OfferStage.DIALLED);
            }
            case RINGS -> progressed(OfferStage.RINGING);
            case ANSWERS -> progressed(OfferStage.DIAL_ENDED);
            case CONNECTED -> progressed(OfferStage.CONNECTED);
            default -> throw new IllegalStateException("not on this floor: " + kind);
        }
    }

    /** The caller is for an agent whose turn to end comes next, so that he will find somebody. */
    private void arrives() {
        agent = centre.dice().nextInt(centre.size());
        take(agent);
        centre.pen().arrived(callIn[slot], keyOf[slot], ageOf[slot], queueOf[slot]);
    }

    private void joins() {
        placeOf[slot] = waitingCount;
        waiting[waitingCount++] = slot;
        wait(slot);
    }

    private void givesUp() {
        int gone = waiting[centre.dice().nextInt(waitingCount)];
        centre.pen().hungUp(callIn[gone]);
        leave(gone);
        free[freeCount++] = gone;
    }

    private void turns() {
        turn = turn + 1 >= waitingCount ? 0 : turn + 1;
        wait(waiting[turn]);
    }

    private void legEnds() {
        centre.pen().progressed(offerOf[agent], callOf[agent], OfferStage.LEG_ENDED);
    }

    private void hangsUp() {
        centre.pen().hungUp(callOf[agent]);
        free[freeCount++] = (int) CallIds.sequenceOf(callOf[agent]);
    }

    /** What the router decided last. */
    private void remember() {
        agent = centre.lastAgentId();
        offerOf[agent] = centre.lastOfferId();
        callOf[agent] = centre.lastCallId();
        leave((int) CallIds.sequenceOf(callOf[agent]));
    }

    private void progressed(OfferStage stage) {
        centre.pen().progressed(offerOf[agent], callOf[agent], stage);
    }

    private void take(int forAgent) {
        slot = free[--freeCount];
        queueOf[slot] = centre.queueOf(forAgent);
        callIn[slot] = centre.callId(queueOf[slot], ++calls, slot);
        keyOf[slot] = centre.anyCallerKey();
        ageOf[slot] = centre.anyAge();
    }

    private void wait(int who) {
        centre.pen().waiting(callIn[who], keyOf[who], ageOf[who], queueOf[who]);
    }

    private void leave(int who) {
        int last = waiting[--waitingCount];
        waiting[placeOf[who]] = last;
        placeOf[last] = placeOf[who];
    }

    private void join(int forAgent) {
        take(forAgent);
        centre.pen().arrived(callIn[slot], keyOf[slot], ageOf[slot], queueOf[slot]);
        apply();
        joins();
        apply();
    }

    private void connect() {
        for (OfferStage stage : new OfferStage[] {OfferStage.DIALLED, OfferStage.RINGING, OfferStage.CONNECTED}) {
            progressed(stage);
            apply();
        }
    }
}
