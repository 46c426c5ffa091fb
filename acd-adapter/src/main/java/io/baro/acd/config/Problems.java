package io.baro.acd.config;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects what is wrong with one load of the configuration, errors and warnings apart; never throws, never prints. Used by the
 * one thread that loads.
 */
public final class Problems {
    /** More than a screen helps nobody: the first ones are mended first. */
    public static final int SHOWN = 20;

    private final List<Problem> errors = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();
    private int errorCount;

    public void error(String file, int line, String what, String remedy) {
        error(new Problem(file, line, 0, what, remedy));
    }

    public void error(Problem problem) {
        errorCount++;
        if (errors.size() < SHOWN) {
            errors.add(problem);
        }
    }

    public void warning(String file, int line, String what, String remedy) {
        if (warnings.size() < SHOWN) {
            warnings.add(new Problem(file, line, 0, what, remedy));
        }
    }

    public boolean hasErrors() {
        return errorCount > 0;
    }

    public int errorCount() {
        return errorCount;
    }

    /** Once this is true, further errors are counted but not kept: a reader of a long file may stop. */
    public boolean isFull() {
        return errorCount > SHOWN;
    }

    /** The first of them, in the order in which they were found. */
    public List<Problem> errors() {
        return List.copyOf(errors);
    }

    public List<Problem> warnings() {
        return List.copyOf(warnings);
    }

    /** One line each; a last line says how many more there are. */
    public List<String> errorLines() {
        List<String> lines = new ArrayList<>();
        for (Problem error : errors) {
            lines.add(error.toString());
        }
        if (errorCount > errors.size()) {
            lines.add("and more; mend these first");
        }
        return lines;
    }

    public List<String> warningLines() {
        return warnings.stream().map(Problem::toString).toList();
    }
}
