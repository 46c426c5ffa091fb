package io.baro.acd.pbx;

/**
 * What one leg leads to: an agent's phone, or the trunk to another centre. Hears what becomes of the leg and answers it by
 * {@link DialAttempt#rings}, {@link DialAttempt#answered}, {@link DialAttempt#refused} and {@link DialAttempt#hungUpByFarEnd}. Used for
 * one leg. Only the loop's thread calls it.
 */
interface FarEnd {
    /** The endpoint that the leg's channel is named after. */
    String endpoint();

    /** What Dial or Queue was told to call. */
    byte[] dialString(boolean queued);

    /** The context of the endpoint. */
    byte[] context();

    /** INVITE: it answers later, or never. */
    void invited(DialAttempt leg);

    /** The state that Asterisk tells of the endpoint while the leg rings and talks. */
    void shows(DeviceState state);

    /** Who answered. */
    AgentPhone phone();

    /** Caller and far end are in one bridge. */
    void talks();

    /** The leg is over, whoever ended it. */
    void over();

    /** Our PBX dies: no event is ever sent, and no BYE. */
    void vanished();

    /** The far end's user hangs up, or refuses while it rings. */
    void hangUp();
}
