package io.baro.acd.view;

import java.time.Instant;

/**
 * A promise to call somebody as people see it; the fields are those of the API's document. Immutable; any thread.
 *
 * @param id its token, that of the call that it was made from
 * @param kind callback or care
 * @param state resting, waiting, calling or reached; how it ended when it is over
 * @param attempts calls that failed
 * @param due not before
 * @param until not from then on
 */
public record ReservationView(
        String id, String centre, String queue, String kind, String state, int attempts, Instant due, Instant until) {}
