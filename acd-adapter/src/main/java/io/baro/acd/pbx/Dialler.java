package io.baro.acd.pbx;

/** For whom a leg is dialled: a caller, or a call that another centre lends us. Hears how it went. Only the loop's thread calls it. */
interface Dialler {
    PbxChannel channel();

    /** The caller behind it, whichever PBX he is on. */
    Caller caller();

    /** app_queue rings for him, not app_dial: a few fields differ. */
    boolean isInFallback();

    /** The phone rings. */
    void rings();

    /** Others ring together with it: nobody knows yet who will be connected. */
    default boolean ringsSeveral() {
        return false;
    }

    /** The phone said yes; nothing was told of it yet. Others that ring together with it ring no more. */
    default void winning(DialAttempt winner) {}

    /** The phone was answered; the bridge comes next. */
    void answered();

    void bridged(AgentPhone phone);

    /** The leg is over without a talk, and the dialplan goes on with this status. */
    void dialFailed(String status);

    /** The talk is over: the far end hung up. */
    void agentLeft();
}
