package io.baro.acd.pbx;

/**
 * Owns what one caller is going to do. Immutable. Times are virtual milliseconds.
 *
 * @param number as his trunk sends it; empty: withheld
 * @param menuMillis until he presses in the menu
 * @param menuDigit what he presses; {@link #NOTHING}: he lets the menu run out
 * @param patienceMillis from joining a line to giving up; {@link #FOREVER}: never
 * @param callbackMillis until he answers the offer of a callback
 * @param callbackDigit what he presses then
 * @param talkMillis length of his talk, for the phone scripts that ask; {@link PhoneBehaviour#UNTIL_TOLD}: open
 */
public record CallerPlan(
        String number,
        String dnis,
        long menuMillis,
        char menuDigit,
        long patienceMillis,
        long callbackMillis,
        char callbackDigit,
        long talkMillis) {
    public static final char NOTHING = 0;
    public static final long FOREVER = -1;

    /** Somebody who waits for {@link PbxConsole#press} and {@link PbxConsole#hangUp}. */
    public static CallerPlan byHand(String number, String dnis) {
        return new CallerPlan(number, dnis, FOREVER, NOTHING, FOREVER, FOREVER, NOTHING, PhoneBehaviour.UNTIL_TOLD);
    }
}
