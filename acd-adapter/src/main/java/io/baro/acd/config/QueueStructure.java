package io.baro.acd.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

/**
 * What of a configuration a router cannot change once it has it: room for calls, PBXs, queues by their places, their skills and ladders, the order of
 * the skills. Says whether two are the same, nothing else. Stateless; any thread.
 */
final class QueueStructure {
    private QueueStructure() {}

    /** SHA-256 in hex over all of it. */
    static String digest(Configuration configuration) {
        List<String> lines = new ArrayList<>();
        lines.add("calls " + configuration.server().callLimit());
        configuration.server().pbxs().forEach(pbx -> lines.add("pbx " + pbx.name()));
        configuration.queues().skills().forEach(skill -> lines.add("skill " + skill));
        for (QueuePlan.Queue queue : configuration.queues().queues()) {
            lines.add("queue " + queue.name() + " " + new TreeMap<>(queue.skills()) + new TreeMap<>(queue.preferred()));
            for (QueuePlan.Step step : queue.ladder()) {
                lines.add("step " + step.after() + step.ewtOver() + step.ewtAdvantage() + step.keepReady()
                        + step.centres() + new TreeMap<>(step.skills()));
            }
        }
        byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every Java", impossible);
        }
    }
}
