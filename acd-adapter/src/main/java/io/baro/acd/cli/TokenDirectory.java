package io.baro.acd.cli;

import io.baro.acd.config.Problems;
import io.baro.acd.config.TokenFile;
import io.baro.acd.config.TokenPlan;
import io.baro.acd.config.TokenWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** The configuration directory whose tokens a command is about. Runs on: main thread. */
final class TokenDirectory {
    @Option(names = "--config", required = true, paramLabel = "DIR", description = "The configuration directory.")
    private Path dir;

    /** A change of the file. */
    @FunctionalInterface
    interface Change {
        void of(TokenWriter writer) throws IOException;
    }

    /** What is in it; a file with a mistake is not worked on. */
    List<TokenPlan> tokens() throws CommandFailedException {
        if (!Files.isDirectory(dir)) {
            throw new CommandFailedException(dir + ": is no directory; name the configuration directory by --config");
        }
        Problems problems = new Problems();
        List<TokenPlan> tokens = TokenFile.load(dir, problems);
        if (problems.hasErrors()) {
            throw new CommandFailedException(String.join(System.lineSeparator(), problems.errorLines()));
        }
        return tokens;
    }

    void change(Change change) throws CommandFailedException {
        try {
            change.of(new TokenWriter(dir));
        } catch (IOException refused) {
            throw new CommandFailedException(
                    dir.resolve(TokenFile.NAME) + ": cannot be written; use the user that it belongs to, or root");
        }
    }
}
