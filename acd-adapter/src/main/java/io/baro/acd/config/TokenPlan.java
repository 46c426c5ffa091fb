package io.baro.acd.config;

/**
 * One line of {@code tokens.csv}. Holds what a token is recognised by, never the token. Immutable; any thread.
 *
 * @param name of who holds it, as the audit log tells it
 * @param agent the number of the agent whom role agent acts for; empty for every other role
 * @param sha256 of the token's characters, 64 digits in lower case
 */
public record TokenPlan(String name, Role role, String agent, String sha256) {

    /** Tells nothing that a token could be tried against. */
    @Override
    public String toString() {
        return name + " (" + role.word() + (agent.isEmpty() ? "" : " " + agent) + ")";
    }
}
