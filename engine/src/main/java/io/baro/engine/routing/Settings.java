package io.baro.engine.routing;

/** Timings of offers and agents, as the last SettingsDefined said. Runs on: routing thread. */
final class Settings {
    /** How long an agent's phone rings, milliseconds. Until settings arrive: four rings of the Korean ringing cadence. */
    long ringMillis = 12_000;

    /** How long beyond that an offer may stay without an end before the PBX is asked: Asterisk's own timers fire before. */
    long offerGraceMillis = 10_000;

    /** Pause after each call, milliseconds. */
    long wrapUpMillis = 10_000;

    /** How long an agent who was busy or rejected is left alone, milliseconds. */
    long busyPauseMillis = 15_000;
}
