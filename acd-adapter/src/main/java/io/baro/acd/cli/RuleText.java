package io.baro.acd.cli;

import io.baro.acd.config.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file of rules on its way to the server, and what the server found wrong in it as lines that name the file. Runs on: main thread. */
record RuleText(Path file, String text) {

    static RuleText read(Path file) throws CommandFailedException {
        try {
            return new RuleText(file, Files.readString(file));
        } catch (IOException unreadable) {
            throw new CommandFailedException(file + ": cannot be read as UTF-8 text; name a file of rules");
        }
    }

    RequestBody body() {
        return new RequestBody().with("text", text);
    }

    /** A line for each problem, warnings marked. */
    List<String> lines(List<Fields> problems) {
        return problems.stream().map(this::line).toList();
    }

    /** Whether one of them is more than a warning. */
    static boolean isWrong(List<Fields> problems) {
        return problems.stream().anyMatch(problem -> !problem.is("warning"));
    }

    private String line(Fields problem) {
        String line = new Problem(
                        file.toString(),
                        (int) problem.count("line"),
                        (int) problem.count("column"),
                        problem.textOr("what", "is wrong"),
                        problem.textOr("remedy", ""))
                .toString();
        return problem.is("warning") ? "warning: " + line : line;
    }
}
