package io.baro.acd.config;

/**
 * A kind of business: one line of {@code kinds.csv}. It decides the queue, and by it the skill and its level. Immutable; any thread.
 *
 * @param code what the caller's network or menu appends to the dialled number
 * @param queue where its callers wait
 */
public record KindPlan(String code, String queue, String korean, String english, int line) {
    /** Between the dialled number and the code. */
    public static final char SEPARATOR = '*';

    /** The number that a call of this kind presents. */
    public String numberBehind(String entry) {
        return entry + SEPARATOR + code;
    }
}
