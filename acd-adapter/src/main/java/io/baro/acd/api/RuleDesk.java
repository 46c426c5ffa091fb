package io.baro.acd.api;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/** Where rules are kept: a file that is read again when it changes. Each call waits until the router knows. Any thread. */
public interface RuleDesk {

    /** The rules in force; the fields are those of the API's document. */
    record Rules(int version, String text, List<Version> versions) {}

    /** A version that is kept. */
    record Version(int version, boolean active, List<String> rules) {}

    /** A day under the rules in force and under others; the fields are those of the API's document. */
    record SideBySide(Instant from, Instant until, List<Row> rows) {}

    /** One figure of both days. */
    record Row(String what, double before, double after) {}

    Rules rules();

    /** What is wrong with them, errors and warnings; nothing is changed. */
    List<Problem.Line> check(String text);

    /**
     * Puts them in force, or throws {@link Problem}.
     *
     * @param baseVersion the version that was edited, if it is to be in force still
     */
    void apply(String text, OptionalInt baseVersion);

    /** Puts a kept version in force again, or throws {@link Problem}. */
    void rollBack(int version);

    /** The last day of the journal under these rules; takes as long as it takes. */
    SideBySide simulate(String text);
}
