package io.baro.acd.api;

import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Who may come in: finds out who asks, whether he may, and not too often. Never answers. Any thread. */
final class Gate {
    /** A console with all views open asks a few times a second. */
    private static final double READS_PER_SECOND = 50;

    private static final double READS_AT_ONCE = 200;
    /** Nobody clicks faster; a script that does is a mistake. */
    private static final double WRITES_PER_SECOND = 20;

    private static final double WRITES_AT_ONCE = 50;
    /** A wrong token is tried again by people, thousands by who guesses. */
    private static final double FAILURES_PER_SECOND = 10.0 / TimeUnit.MINUTES.toSeconds(1);

    private static final double FAILURES_AT_ONCE = 10;
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final Tokens tokens;
    private final RateLimit reads;
    private final RateLimit writes;
    private final RateLimit failures;

    Gate(Tokens tokens, LongSupplier nanos) {
        this.tokens = tokens;
        reads = new RateLimit(READS_PER_SECOND, READS_AT_ONCE, nanos);
        writes = new RateLimit(WRITES_PER_SECOND, WRITES_AT_ONCE, nanos);
        failures = new RateLimit(FAILURES_PER_SECOND, FAILURES_AT_ONCE, nanos);
    }

    /**
     * What is known of a request before it is read.
     *
     * @param host the header, or null
     * @param origin the header: which page sent it; null: none did
     * @param token as it was sent; null: none was
     */
    record Knock(InetAddress from, String host, String origin, String token) {}

    /** Who asks. */
    Caller callerOf(Knock knock) {
        if (!tokens.areSet() && !isHere(knock.host())) {
            throw Problem.of(
                    Problem.FORBIDDEN,
                    "Not from here",
                    "without tokens only http://127.0.0.1 and localhost are served; make one: baro token create");
        }
        Optional<Caller> caller = tokens.callerOf(knock.token(), knock.from());
        if (caller.isPresent()) {
            return caller.get();
        }
        if (!failures.allows(knock.from().getHostAddress())) {
            throw Problem.of(Problem.TOO_MANY, "Too many wrong tokens", "wait a minute");
        }
        throw tokens.areSet()
                ? Problem.of(Problem.UNAUTHORIZED, "No token", "send Authorization: Bearer and a token of tokens.csv")
                : Problem.of(Problem.FORBIDDEN, "Not from there", "make a token first: baro token create");
    }

    /** Lets him pass, or throws why not. */
    void check(Caller caller, Endpoint endpoint, Knock knock, String agent) {
        if (endpoint.isWrite() && !isOfSamePage(knock)) {
            throw Problem.of(Problem.FORBIDDEN, "Another page", "a page of another address may change nothing here");
        }
        if (!endpoint.right().isHeldBy(caller, agent)) {
            throw Problem.of(
                    Problem.FORBIDDEN,
                    "Not allowed",
                    "role " + caller.role().word() + " may not do this; it needs another token");
        }
        RateLimit limit = endpoint.isWrite() ? writes : reads;
        if (!limit.allows(caller.name())) {
            throw Problem.of(Problem.TOO_MANY, "Too many requests", "ask less often");
        }
    }

    private static boolean isHere(String host) {
        return host != null && HERE.contains(withoutPort(host));
    }

    private static boolean isOfSamePage(Knock knock) {
        if (knock.origin() == null) {
            return true;
        }
        try {
            return URI.create(knock.origin()).getRawAuthority() != null
                    && URI.create(knock.origin()).getRawAuthority().equalsIgnoreCase(knock.host());
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    /** An address of version 6 stands in brackets when a port follows. */
    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        boolean isPlain = host.indexOf(':') == colon || host.indexOf("]:") > 0;
        return colon > 0 && isPlain ? host.substring(0, colon) : host;
    }
}
