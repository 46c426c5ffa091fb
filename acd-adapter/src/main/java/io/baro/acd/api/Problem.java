package io.baro.acd.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.baro.acd.config.Problems;
import java.util.ArrayList;
import java.util.List;

/** A request that cannot be answered as asked, as RFC 9457 tells it. Thrown by handlers, written once by {@link Routes}. */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public static final int BAD_REQUEST = 400;
    public static final int UNAUTHORIZED = 401;
    public static final int FORBIDDEN = 403;
    public static final int NOT_FOUND = 404;
    public static final int NOT_ALLOWED = 405;
    public static final int CONFLICT = 409;
    public static final int TOO_LARGE = 413;
    public static final int NOT_JSON = 415;
    public static final int UNPROCESSABLE = 422;
    public static final int TOO_MANY = 429;
    public static final int UNAVAILABLE = 503;

    private final transient Document document;

    /**
     * The document itself, its fields those of the RFC and two of ours.
     *
     * @param reason of the router's refusal, as the metrics name it; null: it refused nothing
     * @param problems of rules; null: there were no rules
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Document(String type, String title, int status, String detail, String reason, List<Line> problems) {}

    /** What is wrong with a line of a text. */
    public record Line(int line, int column, String what, String remedy, boolean warning) {
        public static List<Line> of(Problems problems) {
            List<Line> lines = new ArrayList<>();
            problems.errors().forEach(it -> lines.add(new Line(it.line(), it.column(), it.what(), it.remedy(), false)));
            problems.warnings()
                    .forEach(it -> lines.add(new Line(it.line(), it.column(), it.what(), it.remedy(), true)));
            return lines;
        }
    }

    private Problem(Document document) {
        super(document.title(), null, false, false);
        this.document = document;
    }

    public static Problem of(int status, String title, String detail) {
        return new Problem(new Document("about:blank", title, status, detail, null, null));
    }

    public static Problem notFound(String what) {
        return of(NOT_FOUND, "Not found", what);
    }

    /** The router did not do it. */
    public static Problem refused(String reason) {
        return new Problem(new Document(
                "about:blank",
                "The router refused it",
                CONFLICT,
                "refused: " + reason.replace('_', ' '),
                reason,
                null));
    }

    public static Problem ofRules(List<Line> lines) {
        Line first = lines.getFirst();
        return new Problem(new Document(
                "about:blank",
                "The rules are not right",
                UNPROCESSABLE,
                "line " + first.line() + ": " + first.what() + "; " + first.remedy(),
                null,
                lines));
    }

    /** What is sent. */
    public Document document() {
        return document;
    }
}
