package io.baro.acd.records;

/**
 * A call that the callback desk could not keep: a person makes it, or visits.
 *
 * @param madeMillis when it was promised, epoch milliseconds
 * @param queue its name; empty: not known any more
 * @param outcome EXHAUSTED or EXPIRED
 * @param sealedNumber as the journal holds it, in hexadecimal digits
 */
public record OwedCall(long madeMillis, String queue, String kind, String outcome, int attempts, String sealedNumber) {}
