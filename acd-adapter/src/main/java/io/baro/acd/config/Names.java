package io.baro.acd.config;

import java.util.regex.Pattern;

/** The shapes that names may have, as the dialplan's whitelists have them. Stateless; any thread. */
final class Names {
    static final String HOW = "use 1-32 of a-z, 0-9 and -";
    /** Queues, endpoints, centres, skills and rules. */
    static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,32}");
    /** Dialled numbers as the trunk presents them. */
    static final Pattern DIALLED = Pattern.compile("[0-9*#+]{1,32}");
    /** An AMI user, a host: printable, no space. */
    static final Pattern WORD = Pattern.compile("[\\x21-\\x7E]{1,253}");

    private Names() {}
}
