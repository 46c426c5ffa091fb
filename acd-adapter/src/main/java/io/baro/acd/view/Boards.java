package io.baro.acd.view;

/** The parts of the floor, each with its keeper. Guarded by {@link LiveFloor}'s lock. */
record Boards(
        AgentBoard agents,
        CallBoard calls,
        QueueBoard queues,
        ReservationBoard reservations,
        DecisionLog decisions,
        Refusals refusals) {

    /** Everything is told anew: agents are told whole, the others forget first. */
    void restart() {
        calls.restart();
        queues.restart();
        reservations.restart();
    }
}
