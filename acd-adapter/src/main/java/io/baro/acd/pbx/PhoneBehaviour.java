package io.baro.acd.pbx;

/**
 * Owns what a phone does with one INVITE. Immutable.
 *
 * @param afterMillis from ringing to the answer or refusal, virtual
 * @param talkMillis from the answer to the end of the talk, virtual; {@link #UNTIL_TOLD}: somebody hangs up by hand
 * @param callerEndsTalk who hangs up when the talk is over
 */
public record PhoneBehaviour(Reaction reaction, long afterMillis, long talkMillis, boolean callerEndsTalk) {
    /** The talk ends by {@link PbxConsole#hangUp} or {@link PbxConsole#hangUpAgent}. */
    public static final long UNTIL_TOLD = -1;

    /** What the phone says. */
    public enum Reaction {
        ANSWER(HangupCause.NORMAL),
        /** It rings out. */
        NO_ANSWER(HangupCause.NONE),
        /** SIP 486. */
        BUSY(HangupCause.BUSY),
        /** SIP 603: DialEnd says NOANSWER, only the causes tell. */
        REJECT(HangupCause.REJECTED),
        /** SIP 480, "do not disturb" of many phones. */
        UNAVAILABLE(HangupCause.NOT_AVAILABLE),
        /** Its contact is known but nobody is there. */
        DEAD(HangupCause.NONE);

        final HangupCause cause;

        Reaction(HangupCause cause) {
            this.cause = cause;
        }
    }

    public static PhoneBehaviour answer(long afterMillis, long talkMillis) {
        return new PhoneBehaviour(Reaction.ANSWER, afterMillis, talkMillis, false);
    }

    public static PhoneBehaviour noAnswer() {
        return new PhoneBehaviour(Reaction.NO_ANSWER, 0, 0, false);
    }

    public static PhoneBehaviour busy() {
        return new PhoneBehaviour(Reaction.BUSY, 0, 0, false);
    }

    public static PhoneBehaviour dead() {
        return new PhoneBehaviour(Reaction.DEAD, 0, 0, false);
    }

    public static PhoneBehaviour reject(long afterMillis) {
        return new PhoneBehaviour(Reaction.REJECT, afterMillis, 0, false);
    }
}
