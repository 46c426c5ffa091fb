package io.baro.acd.cli;

import java.net.URI;

/**
 * What the API says instead of doing it, a problem document, as a line for the operator. Immutable; any thread.
 *
 * @param problem may be empty: not everything that answers is Baro
 * @param tokenSent whether it was known who asks
 */
record Refusal(int status, Fields problem, boolean tokenSent) {
    private static final String REFUSED = "refused: ";
    private static final int NOT_UNDERSTOOD = 400;
    private static final int UNKNOWN_TOKEN = 401;
    private static final int NOT_ALLOWED = 403;
    private static final int NOT_THERE = 404;
    private static final int NO_METHOD = 405;
    private static final int CONFLICT = 409;
    private static final int TOO_LARGE = 413;
    private static final int NOT_JSON = 415;
    private static final int WRONG = 422;
    private static final int TOO_MANY = 429;
    private static final int BROKEN = 500;
    private static final int NOT_NOW = 503;

    CommandFailedException at(URI base) {
        if (status == WRONG && !problem.list("problems").isEmpty()) {
            return new RulesWrongException(said(), problem.list("problems"));
        }
        if (status == NOT_NOW) {
            return new UnreachableException(base + ": " + line());
        }
        return new CommandFailedException(base + ": " + line(), isBug() ? ExitCode.BUG : ExitCode.MISTAKE);
    }

    private boolean isBug() {
        return status >= BROKEN && status != NOT_NOW && problem.has("title");
    }

    private String line() {
        return switch (status) {
            case UNKNOWN_TOKEN ->
                tokenSent
                        ? "does not know this token; make one by baro token create, and see whether it was revoked"
                        : "asks for a token; name its file by --token-file, or set " + Connection.TOKEN;
            case NOT_ALLOWED -> told("not allowed", "use a token of a role that may");
            case NOT_THERE -> told("not found", "list what there is, or see whether --url is Baro's address");
            case CONFLICT -> told("refused", "look again, it is not as you think or has changed");
            case NOT_UNDERSTOOD, WRONG -> told("wrong", "correct it");
            case TOO_LARGE -> told("too large", "send less");
            case TOO_MANY -> told("too much at once", "wait a moment, and try again");
            case NOT_NOW -> told("not now", "try again when Baro is ready");
            case NO_METHOD, NOT_JSON -> told("not understood", "use the baro of the server's version");
            default ->
                isBug()
                        ? told("failed", "see its log, and report it")
                        : "answers with status " + status + ", not as Baro does; name Baro's own address";
        };
    }

    /** What the server said; a remedy of its own knows more than ours. */
    private String told(String how, String remedy) {
        String said = said();
        return how + ": " + said + (said.indexOf(';') < 0 ? "; " + remedy : "");
    }

    private String said() {
        String said = problem.textOr("detail", problem.textOr("title", "status " + status));
        said = said.startsWith(REFUSED) ? said.substring(REFUSED.length()) : said;
        String reason = problem.textOr("reason", "").replace('_', ' ');
        return said.contains(reason) ? said : said + " (" + reason + ")";
    }
}
