package io.baro.acd.api;

import io.baro.acd.config.TokenPlan;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who has which token. Knows hashes alone. Without any token everybody on this machine may do everything, and nobody else anything. Any thread. */
public final class Tokens {
    private volatile Map<String, Caller> callers = Map.of();

    public Tokens(List<TokenPlan> plans) {
        replace(plans);
    }

    /** From now on these. */
    public void replace(List<TokenPlan> plans) {
        Map<String, Caller> all = new HashMap<>();
        plans.forEach(plan -> all.put(plan.sha256(), new Caller(plan.name(), plan.role(), plan.agent())));
        callers = Map.copyOf(all);
    }

    boolean areSet() {
        return !callers.isEmpty();
    }

    /**
     * Who that is; empty: nobody we know.
     *
     * @param token as it was sent; null: none was
     */
    Optional<Caller> callerOf(String token, InetAddress from) {
        if (!areSet()) {
            return from.isLoopbackAddress() ? Optional.of(Caller.LOCAL) : Optional.empty();
        }
        return token == null ? Optional.empty() : Optional.ofNullable(callers.get(sha256(token)));
    }

    private static String sha256(String token) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every Java", impossible);
        }
    }
}
