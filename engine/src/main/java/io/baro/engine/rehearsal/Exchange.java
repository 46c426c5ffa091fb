package io.baro.engine.rehearsal;

/** What callers, legs and agents of a rehearsed day ask of the PBXs they are at. One thread. */
interface Exchange {
    Agenda agenda();

    /** For the next command, which is to be sent before another is written. */
    CommandPen pen();

    void send(CommandPen command);

    People people();

    /** The caller's channel is gone. */
    void ended(RehearsedCaller caller);

    /** A customer's phone is called. */
    void calls(long callId, int attempt);

    /** The callback's channel is gone. */
    void ended(RehearsedCallback callback);
}
