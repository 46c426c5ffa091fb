package io.baro.acd.api;

import io.baro.acd.config.Role;

/**
 * Who asks. Immutable; any thread.
 *
 * @param name of the token, for the audit log and the journal
 * @param agent number of the agent who this is; empty: none
 */
public record Caller(String name, Role role, String agent) {
    /** Somebody on this machine, where no tokens are set. */
    static final Caller LOCAL = new Caller("local", Role.ADMIN, "");
}
