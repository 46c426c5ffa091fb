package io.baro.acd.pbx;

/** Owns what somebody makes of the calls of a PBX, a tally or a test. Never blocks. Told on the loop's thread. */
public interface CallObserver {
    /** The caller's channel exists. */
    default void onDialled(Caller caller) {}

    /** Caller and agent are in one bridge. */
    default void onConnected(Caller caller, AgentPhone phone) {}

    /** The caller's channel is gone. */
    default void onEnded(Caller caller) {}

    /** A customer's phone is called to keep a reservation: which call of the router, and which attempt of it. */
    default void onCustomerCalled(String call, int attempt) {}
}
