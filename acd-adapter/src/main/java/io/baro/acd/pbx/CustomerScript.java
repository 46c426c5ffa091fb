package io.baro.acd.pbx;

/** Decides what a customer's phone does when he is called back. Called on the loop's thread. */
public interface CustomerScript {
    /** Picks up as somebody does who waits for the call. */
    CustomerScript PICKS_UP = (number, attempt) -> new Reaction(Status.ANSWER, 3_000);

    /** How the dial ends, as DIALSTATUS says it. */
    enum Status {
        ANSWER(HangupCause.NORMAL),
        BUSY(HangupCause.BUSY),
        NOANSWER(HangupCause.NONE),
        /** The trunk is down. */
        CHANUNAVAIL(HangupCause.NO_CONTACT);

        final HangupCause cause;

        Status(HangupCause cause) {
            this.cause = cause;
        }
    }

    /**
     * How his phone behaves.
     *
     * @param afterMillis until it ends so, virtual
     */
    record Reaction(Status status, long afterMillis) {}

    /** What he does this time. */
    Reaction onCall(String number, int attempt);
}
