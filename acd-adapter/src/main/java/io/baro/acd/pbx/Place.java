package io.baro.acd.pbx;

/** Where in the dialplan a caller stands. */
public enum Place {
    /** {@code acd-in}: waits to be told where to go. */
    ENTRY,
    /** {@code acd-menu}. */
    MENU,
    /** {@code acd-wait}: in line. */
    WAITING,
    /** {@code acd-dial}: an agent's phone is tried. */
    DIALLING,
    /** {@code acd-dial}: in one bridge with an agent. */
    TALKING,
    /** {@code acd-callback}: hears the offer. */
    CALLBACK_OFFERED,
    /** {@code acd-callback}: pressed 1, waits for the engine's word. */
    CALLBACK_ASKED,
    /** {@code acd-callback-ok}. */
    CALLBACK_CONFIRMED,
    /** {@code acd-callback-no}. */
    CALLBACK_REFUSED,
    /** {@code acd-fallback}: in app_queue's line. */
    FALLBACK,
    /** {@code acd-fallback}: app_queue tries an agent's phone. */
    FALLBACK_DIALLING,
    /** {@code acd-fallback}: talks to an agent whom app_queue found. */
    FALLBACK_TALKING,
    /** The channel is gone. */
    GONE
}
