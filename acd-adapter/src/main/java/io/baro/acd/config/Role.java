package io.baro.acd.config;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the holder of a token may do over HTTP, from the least to the most. Never judges a request. Stateless; any thread. */
public enum Role {
    /** Reads. */
    VIEWER("look at everything, and change nothing"),
    /** Reads, and acts for the one agent that the token names. */
    AGENT("see the wallboard, himself and his call, and log in and out, pause, be ready and extend his wrap-up"),
    /** Reads, and acts for everybody on the floor. */
    SUPERVISOR("look at everything, act on agents, calls, queues and reservations, and try rules"),
    /** Everything, rules included. */
    ADMIN("do everything, and put rules in force");

    private final String allowed;

    Role(String allowed) {
        this.allowed = allowed;
    }

    /** As the file and the API write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it allows, behind "may". */
    public String allowed() {
        return allowed;
    }

    /** The role of that word; empty: there is none. */
    public static Optional<Role> of(String word) {
        return Stream.of(values()).filter(role -> role.word().equals(word)).findFirst();
    }

    /** All words, the least first. */
    public static List<String> words() {
        return Stream.of(values()).map(Role::word).toList();
    }
}
