package io.baro.acd.cli;

import java.util.List;

/** Rules that the server does not take, with its list of what is wrong in which line. */
final class RulesWrongException extends CommandFailedException {
    private static final long serialVersionUID = 1;

    private final transient List<Fields> problems;

    RulesWrongException(String line, List<Fields> problems) {
        super(line);
        this.problems = problems;
    }

    List<Fields> problems() {
        return problems;
    }
}
