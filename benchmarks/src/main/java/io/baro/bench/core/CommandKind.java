package io.baro.bench.core;

/** What a command of the hot path means where it is told; the same message costs differently on a crowded and on a quiet floor. */
public enum CommandKind {
    /** CallArrived; the rules send most callers to the menu. */
    ARRIVES(Floor.CROWDED),
    /** CallWaiting, first time: ranked, estimated, in line; nobody is ready. */
    JOINS(Floor.CROWDED),
    /** CallHungUp of one who waits, wherever he stands. */
    GIVES_UP(Floor.CROWDED),
    /** CallWaiting again: the park loop's turn. */
    TURNS(Floor.CROWDED),
    /** OfferProgressed: the agent's leg ends. */
    LEG_ENDS(Floor.CROWDED),
    /** CallHungUp after the talk. */
    HANGS_UP(Floor.CROWDED),
    /** AgentReadied with callers waiting: he gets the one with the smallest rank of all his queues. The full decision. */
    AGENT_CHOOSES(Floor.CROWDED),
    /** OfferProgressed: the PBX dials. */
    DIALLED(Floor.CROWDED),
    /** OfferProgressed: the phone rings. */
    RINGS(Floor.CROWDED),
    /** OfferProgressed: the dial ended with ANSWER. */
    ANSWERS(Floor.CROWDED),
    /** OfferProgressed: both talk. */
    CONNECTED(Floor.CROWDED),
    /** CallWaiting with agents ready: it gets the longest idle of all who match. The full decision, from the other side. */
    CALL_CHOOSES(Floor.QUIET),
    /** AgentReadied with nobody in line. */
    BECOMES_READY(Floor.QUIET),
    /** AgentPaused while ready. */
    PAUSES(Floor.QUIET),
    /** AgentReadied after a pause. */
    RESUMES(Floor.QUIET),
    /** AgentLoggedOut while ready. */
    LOGS_OUT(Floor.QUIET),
    /** AgentLoggedIn. */
    LOGS_IN(Floor.QUIET),
    /** AgentDeviceChanged: his phone is in use by himself. */
    PICKS_UP(Floor.QUIET),
    /** AgentDeviceChanged: his phone is free again. */
    PUTS_DOWN(Floor.QUIET),
    /** TimeAdvanced with nothing due. */
    TIME_PASSES(Floor.QUIET);

    /** Where it is told. */
    enum Floor {
        /** All agents talk, as many callers wait. */
        CROWDED,
        /** Half of the agents talk, half are ready, nobody waits. */
        QUIET
    }

    private final Floor floor;

    CommandKind(Floor floor) {
        this.floor = floor;
    }

    Floor floor() {
        return floor;
    }
}
