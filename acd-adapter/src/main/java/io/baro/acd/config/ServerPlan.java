package io.baro.acd.config;

import io.baro.engine.message.OfferOutcome;
import io.baro.engine.runtime.single.RuntimeSettings.RoutingThread;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What {@code baro.yaml} says: one field a key. Immutable; any thread.
 *
 * @param httpLine where the address stands in the file, for who cannot have it
 * @param httpCertificate makes it https
 * @param stateDir holds the key file and the journal
 * @param routingThread who routes
 * @param zone in which a caller's age is counted
 * @param ring how long an agent's phone rings
 * @param grace how long beyond it an offer may stay without any sign of its end
 * @param wrapUp how long an agent has after a call
 * @param busyPause how long an agent rests whose phone was busy
 * @param policies what an offer that ended so means for its agent, one for each outcome
 * @param answerWithin the service objective: an answer within it counts for the service level
 */
public record ServerPlan(
        String httpHost,
        int httpPort,
        int httpLine,
        Optional<HttpCertificate> httpCertificate,
        Path stateDir,
        JournalKind journal,
        JournalKeep journalKeep,
        Records records,
        RoutingThread routingThread,
        ZoneId zone,
        Duration ring,
        Duration grace,
        Duration wrapUp,
        Duration busyPause,
        List<OutcomePolicy> policies,
        Duration answerWithin,
        int callLimit,
        List<PbxPlan> pbxs) {

    /** PEM files: the certificate with its chain, and its key in PKCS#8. */
    public record HttpCertificate(Path chain, Path key) {}

    /** Where commands are kept. */
    public enum JournalKind {
        MEMORY,
        FILE
    }

    /**
     * How much of the journal is kept. What recovery needs is kept beyond it.
     *
     * @param age commands that are older may be deleted
     * @param bytes the oldest may be deleted while all together are more
     */
    public record JournalKeep(Duration age, long bytes) {}

    /** Where records for reports are written. */
    public enum RecordStore {
        NONE,
        /** A file of the state directory. */
        SQLITE,
        POSTGRESQL
    }

    /**
     * Records for reports.
     *
     * @param url of the JDBC driver; empty but for PostgreSQL
     * @param retention records that are older are deleted
     */
    public record Records(RecordStore store, String url, String user, Secret secret, Duration retention) {
        /** None are written. */
        public static Records none() {
            return new Records(RecordStore.NONE, "", "", new Secret(""), RecordsReader.RETENTION);
        }
    }

    /**
     * What an offer that ended so means for its agent.
     *
     * @param rest left alone for so long
     * @param limit after so many in a row he must come back himself; 0: never
     */
    public record OutcomePolicy(OfferOutcome outcome, Duration rest, int limit) {}

    public ServerPlan {
        policies = List.copyOf(policies);
        pbxs = List.copyOf(pbxs);
    }
}
