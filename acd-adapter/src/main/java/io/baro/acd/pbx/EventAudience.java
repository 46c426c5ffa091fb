package io.baro.acd.pbx;

/** Owns who gets an event. Called on the loop's thread; copies what it wants to keep. */
@FunctionalInterface
interface EventAudience {
    void publish(EventHead head, byte[] block, int length);
}
