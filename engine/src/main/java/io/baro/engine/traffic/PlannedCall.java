package io.baro.engine.traffic;

/**
 * Owns what one call will be if nobody changes it. Immutable. Times are milliseconds.
 *
 * @param sequence its number in the day of its centre, from 0; every draw about it hangs on this
 * @param caller index in the {@link CallerPopulation}
 * @param attempt 1: first, more: he calls again
 * @param withheld he shows no number
 * @param menuDigit '1' to '9'; 0: lets the menu run out
 * @param patienceMillis in line until he gives up
 * @param callbackMillis until he answers the offer of a callback
 * @param talkMillis if an agent takes him
 * @param hangsUpFirst he ends the talk, not the agent
 * @param wish from 0 to 999,999: which of all kinds of business he means, where there are more than a menu has digits
 */
public record PlannedCall(
        int sequence,
        int caller,
        int attempt,
        boolean withheld,
        long menuMillis,
        char menuDigit,
        long patienceMillis,
        boolean takesCallback,
        long callbackMillis,
        long talkMillis,
        boolean hangsUpFirst,
        int wish) {}
