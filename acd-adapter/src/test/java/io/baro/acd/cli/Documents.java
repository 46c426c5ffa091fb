package io.baro.acd.cli;

/** What a server says, by the contract ({@link ContractTest} holds each to it). The clock of the tests stands at 09:15:02 in Seoul. */
final class Documents {
    static final String FLOOR = """
            {"time": "2026-11-23T00:15:02Z", "ready": true, "rules_version": 7, "objective_ms": 20000, "centres": [
              {"name": "seoul", "link": "ready", "waiting": 3, "longest_wait_ms": 245000, "talking": 12,
               "agents": {"logged_out": 0, "not_ready": 4, "ready": 2, "reserved": 0, "ringing": 0, "talking": 12, "wrap_up": 1},
               "reservations_open": 5, "spike": true, "offered": 124, "answered": 104, "abandoned": 11, "reserved": 0,
               "service_level": 0.842, "queues": [
                {"centre": "seoul", "name": "contribution", "open": true, "waiting": 0, "longest_wait_ms": 0, "ewt_ms": null,
                 "spike": false, "offered": 4, "answered": 4, "abandoned": 0, "service_level": 1},
                {"centre": "seoul", "name": "general", "open": true, "waiting": 3, "longest_wait_ms": 245000, "ewt_ms": 130000,
                 "spike": true, "offered": 120, "answered": 100, "abandoned": 11, "service_level": 0.8334}]},
              {"name": "busan", "link": "absent", "waiting": 0, "longest_wait_ms": 0, "talking": 0,
               "agents": {"logged_out": 9, "not_ready": 0, "ready": 0, "reserved": 0, "ringing": 0, "talking": 0, "wrap_up": 0},
               "reservations_open": 0, "spike": false, "offered": 0, "answered": 0, "abandoned": 0, "reserved": 0,
               "service_level": null, "queues": [
                {"centre": "busan", "name": "general", "open": false, "waiting": 0, "longest_wait_ms": 0, "ewt_ms": null,
                 "spike": false, "offered": 0, "answered": 0, "abandoned": 0, "service_level": null}]}]}
            """;
    static final String QUEUE = """
            {"centre": "seoul", "name": "general", "open": false, "waiting": 3, "longest_wait_ms": 245000, "ewt_ms": 130000,
             "spike": false, "offered": 120, "answered": 100, "abandoned": 11, "service_level": 0.8334}
            """;
    static final String TALKING_AGENT = """
            {"number": "1001", "centre": "seoul", "state": "talking", "reason": null, "pause_code": 0,
             "since": "2026-11-23T00:14:02Z", "call": "c-7f3a", "skills": {"ko": 9, "en": 3}}
            """;
    static final String PAUSED_AGENT = """
            {"number": "1002", "centre": "seoul", "state": "not_ready", "reason": "paused", "pause_code": 2,
             "since": "2026-11-22T23:59:59Z", "call": null, "skills": {"ko": 9}}
            """;
    static final String ABSENT_AGENT = """
            {"number": "2001", "centre": "busan", "state": "logged_out", "reason": null, "pause_code": 0,
             "since": "2026-11-22T09:00:00Z", "call": null, "skills": {}}
            """;
    static final String TALKING_CALL = """
            {"id": "c-7f3a", "centre": "seoul", "queue": "general", "state": "talking", "since": "2026-11-23T00:13:50Z",
             "waited_ms": 12000, "boost_ms": 180000, "rules": ["senior", "repeat"], "ahead": 4, "ewt_ms": 130000,
             "agent": "1001", "callback": false, "outcome": null}
            """;
    static final String WAITING_CALL = """
            {"id": "c-91b0", "centre": "seoul", "queue": "contribution", "state": "waiting", "since": "2026-11-23T00:10:57Z",
             "waited_ms": 245000, "boost_ms": 0, "rules": [], "ahead": 0, "ewt_ms": null, "agent": null, "callback": false,
             "outcome": null}
            """;
    static final String CLOSED_CALL = """
            {"id": "c-02aa", "centre": "busan", "queue": null, "state": "closed", "since": "2026-11-22T23:12:00Z",
             "waited_ms": 3720000, "boost_ms": -60000, "rules": [], "ahead": null, "ewt_ms": null, "agent": null,
             "callback": true, "outcome": "abandoned"}
            """;
    static final String OFFER = """
            {"time": "2026-11-23T00:14:02Z", "kind": "offer", "call": "c-7f3a", "centre": "seoul", "queue": "general",
             "agent": "1001", "waited_ms": 12000, "boost_ms": 180000, "rules": ["senior"], "rules_version": 7,
             "chosen_by": "call", "strategy": "longest_idle", "step": 1, "candidates": 3, "runner_up": "1002",
             "margin": 4000, "detail": null}
            """;
    static final String REFUSED = """
            {"time": "2026-11-23T00:14:30Z", "kind": "refused", "call": null, "centre": null, "queue": null, "agent": null,
             "waited_ms": null, "boost_ms": null, "rules": [], "rules_version": null, "chosen_by": null, "strategy": null,
             "step": null, "candidates": null, "runner_up": null, "margin": null, "detail": "wrong_state"}
            """;
    static final String RESTING_RESERVATION = """
            {"id": "r-55", "centre": "seoul", "queue": "general", "kind": "callback", "state": "resting", "attempts": 0,
             "due": "2026-11-23T05:30:00Z", "until": "2026-11-24T00:00:00Z"}
            """;
    static final String CARE_RESERVATION = """
            {"id": "r-56", "centre": "busan", "queue": "general", "kind": "care", "state": "calling", "attempts": 2,
             "due": "2026-11-23T00:15:00Z", "until": "2026-11-23T09:00:00Z"}
            """;
    static final String RULES = """
            {"version": 7, "text": "version: 7\\nrules: []\\n", "versions": [
              {"version": 7, "active": true, "rules": ["senior", "spike"]},
              {"version": 6, "active": false, "rules": []}]}
            """;
    static final String WRONG_RULES = """
            {"problems": [
              {"line": 3, "column": 12, "what": "unknown name \\"quue\\"", "remedy": "did you mean \\"queue\\"?", "warning": false},
              {"line": 0, "column": 0, "what": "no rule offers a callback", "remedy": "", "warning": true}]}
            """;
    static final String SIDE_BY_SIDE = """
            {"from": "2026-11-22T00:00:00Z", "until": "2026-11-22T09:00:00Z", "rows": [
              {"what": "calls", "before": 1200, "after": 1200},
              {"what": "service_level", "before": 0.8334, "after": 0.91},
              {"what": "wait_p50_ms", "before": 12000, "after": 9000},
              {"what": "overtakes", "before": 0.5, "after": 2}]}
            """;

    private Documents() {}

    static String agents(String next, String... agents) {
        return "{\"agents\": [" + String.join(",", agents) + "], \"total\": 3, \"next\": "
                + (next == null ? "null" : "\"" + next + "\"") + "}";
    }

    static String calls(int total, String... calls) {
        return "{\"calls\": [" + String.join(",", calls) + "], \"total\": " + total + "}";
    }

    static String reservations(int total, String... reservations) {
        return "{\"reservations\": [" + String.join(",", reservations) + "], \"total\": " + total + "}";
    }

    static String problem(int status, String detail) {
        return "{\"type\": \"about:blank\", \"title\": \"T\", \"status\": " + status + ", \"detail\": \"" + detail
                + "\"}";
    }

    static String refusal(String detail, String reason) {
        return "{\"type\": \"about:blank\", \"title\": \"The router refused it\", \"status\": 409, \"detail\": \""
                + detail + "\", \"reason\": \"" + reason + "\"}";
    }
}
