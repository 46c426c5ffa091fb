package io.baro.engine.rehearsal;

/** Owns what each estimator said to one caller when he joined, milliseconds. Immutable. */
record EwtTold(
        long joinedMillis,
        long baroMillis,
        long baro90Millis,
        long appQueueMillis,
        long openSipsMillis,
        long viciDialMillis) {}
