package io.baro.acd.app;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** Who sits at the console in its tests, and the tokens.csv that knows them. Immutable. */
public enum ConsolePeople {
    VIEWER(""),
    AGENT("1001"),
    SUPERVISOR(""),
    ADMIN("");

    static final String FILE = "tokens.csv";

    private final String agent;

    ConsolePeople(String agent) {
        this.agent = agent;
    }

    /** What he types at the sign-in. */
    public String token() {
        return "token-of-" + role() + "-for-tests";
    }

    private String role() {
        return name().toLowerCase(Locale.ROOT);
    }

    static String file() {
        StringBuilder lines = new StringBuilder("name,role,agent,sha256\n");
        for (ConsolePeople each : values()) {
            lines.append(String.join(",", "test-" + each.role(), each.role(), each.agent, sha256(each.token())))
                    .append('\n');
        }
        return lines.toString();
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every Java", impossible);
        }
    }
}
