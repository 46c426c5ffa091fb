package io.baro.acd.api;

import io.baro.acd.config.Role;

/** What a request needs of who asks. Stateless; any thread. */
public enum Right {
    /** Nothing: for probes and scrapers. */
    NONE,
    /** Any token. */
    READ,
    /** The floor beyond oneself: agents and calls by name. */
    WATCH,
    /** The agent himself, or who may act on everybody. */
    OWN,
    /** To act on agents, calls, queues and reservations. */
    ACT,
    /** To change the rules. */
    TUNE;

    /**
     * Whether that caller has it.
     *
     * @param agent whom the request is about; null: nobody
     */
    boolean isHeldBy(Caller caller, String agent) {
        Role role = caller.role();
        return switch (this) {
            case NONE, READ -> true;
            case WATCH -> role != Role.AGENT;
            case OWN -> mayAct(role) || (role == Role.AGENT && caller.agent().equals(agent));
            case ACT -> mayAct(role);
            case TUNE -> role == Role.ADMIN;
        };
    }

    private static boolean mayAct(Role role) {
        return role == Role.SUPERVISOR || role == Role.ADMIN;
    }
}
