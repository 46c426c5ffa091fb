package io.baro.acd.pbx;

/**
 * Owns what became of the callers of a day as the PBXs saw it, to be held against the engine's own count. Immutable. Every caller is
 * counted once: as in progress, or by the first of the outcomes below that is true of him.
 *
 * @param dialled who called
 * @param announced of them, of whom the engine was told at their arrival
 * @param connected who talked to an agent whom the engine chose
 * @param reserved to whom a callback was confirmed
 * @param diverted whom the engine sent to app_queue
 * @param failedOver whom the dialplan sent to app_queue
 * @param abandoned who hung up before any of this
 * @param hungUp whom the engine or the dialplan hung up before any of this
 * @param lost whose PBX died
 */
public record DayTally(
        long dialled,
        long announced,
        long connected,
        long reserved,
        long diverted,
        long failedOver,
        long abandoned,
        long hungUp,
        long lost) {

    public long inProgress() {
        return dialled - connected - reserved - diverted - failedOver - abandoned - hungUp - lost;
    }
}
