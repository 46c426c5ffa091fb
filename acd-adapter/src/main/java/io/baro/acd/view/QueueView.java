package io.baro.acd.view;

/**
 * A queue of a centre as people see it; the fields are those of the API's document. Immutable; any thread.
 *
 * @param longestWaitMs 0: nobody waits
 * @param ewtMs what the last who joined was told; null: nothing could be estimated, or nobody has joined
 * @param spike whether a rule with until is switched on
 * @param offered of the day, as the next two: since midnight, or the start
 * @param serviceLevel 0-1; null: nothing to count yet
 */
public record QueueView(
        String centre,
        String name,
        boolean open,
        int waiting,
        long longestWaitMs,
        Long ewtMs,
        boolean spike,
        long offered,
        long answered,
        long abandoned,
        Double serviceLevel) {}
