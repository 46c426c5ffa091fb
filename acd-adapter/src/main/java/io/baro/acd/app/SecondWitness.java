package io.baro.acd.app;

import io.baro.acd.metrics.CallCount;
import io.baro.acd.metrics.CallTally;
import io.baro.acd.pbx.DayTally;

/**
 * Holds the engine's seven terms against themselves and against what the embedded PBXs counted without asking it. Stateless; any
 * thread.
 */
final class SecondWitness {
    private SecondWitness() {}

    /** "ok", or the terms that differ. */
    static String verdict(CallTally engine, DayTally pbxs) {
        StringBuilder differences = new StringBuilder(engine.identityHolds() ? "" : "engine's terms do not sum up");
        compare(differences, "offered", engine.total(CallCount.OFFERED), pbxs.dialled());
        compare(differences, "answered", engine.total(CallCount.ANSWERED), pbxs.connected());
        compare(differences, "abandoned", engine.total(CallCount.ABANDONED), pbxs.abandoned());
        compare(differences, "reserved", engine.total(CallCount.RESERVED), pbxs.reserved());
        // A PBX sees no difference between the two: both are its fallback queue by Redirect.
        long sentAway = engine.total(CallCount.DIVERTED) + engine.total(CallCount.REFUSED);
        compare(differences, "diverted and refused", sentAway, pbxs.diverted());
        compare(differences, "failed over", engine.total(CallCount.FAILED_OVER), pbxs.failedOver());
        compare(differences, "in progress", engine.totalInProgress(), pbxs.inProgress());
        return differences.isEmpty() ? "ok" : differences.toString();
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
