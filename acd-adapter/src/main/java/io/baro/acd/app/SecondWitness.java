package io.baro.acd.app;

import io.baro.acd.metrics.CallCount;
import io.baro.acd.metrics.CallTally;
import io.baro.acd.pbx.DayTally;

/**
 * Holds the engine's seven terms against themselves and against what the embedded PBXs counted without asking it. Immutable; any
 * thread.
 *
 * <p>The two see one thing differently: who presses 1 and hangs up before he hears the confirmation has a reservation with the
 * engine, and has abandoned (or still holds the line) as far as his PBX can tell. Such callers are counted as unheard.
 *
 * @param verdict "ok", or the terms that differ
 * @param unheard reservations whose caller was gone before the confirmation
 */
record SecondWitness(String verdict, long unheard) {

    static SecondWitness hear(CallTally engine, DayTally pbxs) {
        StringBuilder differences = new StringBuilder(engine.identityHolds() ? "" : "engine's terms do not sum up");
        compare(differences, "offered", engine.total(CallCount.OFFERED), pbxs.dialled());
        compare(differences, "answered", engine.total(CallCount.ANSWERED), pbxs.connected());
        // A PBX sees no difference between the two: both are its fallback queue by Redirect.
        long sentAway = engine.total(CallCount.DIVERTED) + engine.total(CallCount.REFUSED);
        compare(differences, "diverted and refused", sentAway, pbxs.diverted());
        compare(differences, "failed over", engine.total(CallCount.FAILED_OVER), pbxs.failedOver());
        long unheard = engine.total(CallCount.RESERVED) - pbxs.reserved();
        long gone = pbxs.abandoned() - engine.total(CallCount.ABANDONED);
        long open = pbxs.inProgress() - engine.totalInProgress();
        if (unheard < 0 || gone < 0 || open < 0 || unheard != gone + open) {
            compare(differences, "reserved", engine.total(CallCount.RESERVED), pbxs.reserved());
            compare(differences, "abandoned", engine.total(CallCount.ABANDONED), pbxs.abandoned());
            compare(differences, "in progress", engine.totalInProgress(), pbxs.inProgress());
        }
        return new SecondWitness(differences.isEmpty() ? "ok" : differences.toString(), unheard);
    }

    boolean agrees() {
        return verdict.equals("ok");
    }

    private static void compare(StringBuilder differences, String term, long engine, long pbxs) {
        if (engine != pbxs) {
            differences
                    .append(differences.isEmpty() ? "" : ", ")
                    .append(term)
                    .append(" engine ")
                    .append(engine)
                    .append(" pbxs ")
                    .append(pbxs);
        }
    }
}
