package io.baro.engine.routing;

/**
 * When the customer may be called, epoch milliseconds. Asks no clock.
 *
 * @param fromMillis not before; 0: not said
 * @param untilMillis not from then on; 0: not said
 */
record CallbackWindow(long fromMillis, long untilMillis) {
    boolean isOver(long nowMillis) {
        return untilMillis > 0 && (untilMillis <= nowMillis || untilMillis <= fromMillis);
    }
}
