package io.baro.acd.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What {@code queues.yaml} says of the callback desk. Immutable; any thread.
 *
 * @param attempts calls that may fail before a person takes over
 * @param ring how long the customer's phone rings
 * @param retryBusy pause after busy, and after an agent who gave up
 * @param retryNoAnswer pause after no answer
 * @param retryTrunk pause of all callbacks of a PBX whose trunk failed
 * @param keep how long a reservation without a window lives
 * @param yield how long after his wish callers go before the customer
 * @param hours name of the calendar in which people may be called; empty: at any hour
 * @param leastDigits of a number that may be called
 * @param mostDigits of a number that may be called
 * @param allowed beginnings of numbers that may be called
 * @param forbidden beginnings of numbers that may not, whatever is allowed
 */
public record CallbackPlan(
        int attempts,
        Duration ring,
        Duration retryBusy,
        Duration retryNoAnswer,
        Duration retryTrunk,
        Duration keep,
        Duration yield,
        Optional<String> hours,
        int leastDigits,
        int mostDigits,
        List<String> allowed,
        List<String> forbidden) {

    public CallbackPlan {
        allowed = List.copyOf(allowed);
        forbidden = List.copyOf(forbidden);
    }
}
