package io.baro.acd.app;

import io.baro.acd.metrics.CallCount;
import io.baro.acd.metrics.CallTally;
import io.baro.acd.pbx.AgentPhone;
import io.baro.acd.pbx.CallObserver;
import io.baro.acd.pbx.Caller;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts calls as the embedded PBXs see them, without asking the engine: the second witness of the identity. Told on the PBXs'
 * thread, read from any.
 */
final class PbxTally implements CallObserver {
    private final Set<Caller> live = ConcurrentHashMap.newKeySet();
    private final AtomicLong answered = new AtomicLong();
    private final AtomicLong abandoned = new AtomicLong();
    private final AtomicLong reserved = new AtomicLong();
    private final AtomicLong failedOver = new AtomicLong();
    private final AtomicLong unannounced = new AtomicLong();

    /** What the PBXs counted. */
    record Sums(long answered, long abandoned, long reserved, long failedOver, long inProgress) {

        long offered() {
            return answered + abandoned + reserved + failedOver + inProgress;
        }

        /** "ok", or the terms in which the engine differs from itself or from the PBXs. */
        String comparedWith(CallTally engine) {
            StringBuilder differences = new StringBuilder(engine.identityHolds() ? "" : "engine's terms do not sum up");
            compare(differences, "offered", engine.total(CallCount.OFFERED), offered());
            compare(differences, "answered", engine.total(CallCount.ANSWERED), answered);
            compare(differences, "abandoned", engine.total(CallCount.ABANDONED), abandoned);
            compare(differences, "reserved", engine.total(CallCount.RESERVED), reserved);
            compare(differences, "failed over", engine.total(CallCount.FAILED_OVER), failedOver);
            compare(differences, "in progress", engine.totalInProgress(), inProgress);
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

    @Override
    public void onDialled(Caller caller) {
        live.add(caller);
    }

    @Override
    public void onConnected(Caller caller, AgentPhone phone) {
        answered.incrementAndGet();
    }

    @Override
    public void onEnded(Caller caller) {
        live.remove(caller);
        if (caller.wasConnected()) {
            return;
        }
        termOf(caller).incrementAndGet();
    }

    /** Callers whom the engine was never told of: it was not there. */
    long unannounced() {
        return unannounced.get();
    }

    Sums sums() {
        long open = live.stream()
                .filter(caller -> !caller.wasConnected() && !caller.wasReserved() && !caller.wasFailedOver())
                .count();
        long reservedLive = live.stream()
                .filter(caller -> caller.wasReserved() && !caller.wasConnected())
                .count();
        long failedOverLive = live.stream()
                .filter(caller -> caller.wasFailedOver() && !caller.wasConnected() && !caller.wasReserved())
                .count();
        return new Sums(
                answered.get(),
                abandoned.get(),
                reserved.get() + reservedLive,
                failedOver.get() + failedOverLive,
                open);
    }

    private AtomicLong termOf(Caller caller) {
        if (caller.wasReserved()) {
            return reserved;
        } else if (caller.wasFailedOver()) {
            return failedOver;
        }
        return caller.wasAnnounced() ? abandoned : unannounced;
    }
}
