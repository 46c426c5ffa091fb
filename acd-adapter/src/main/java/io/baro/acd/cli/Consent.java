package io.baro.acd.cli;

import java.io.IOException;
import picocli.CommandLine.Option;

/** The word that something may be done which cannot be undone: {@code --yes}, or an answer if somebody is there. Runs on: main thread. */
final class Consent {
    @Option(names = "--yes", description = "Do it without asking.")
    private boolean yes;

    /** Ends the command unless it may be done. */
    void demand(String what, Terminal terminal) throws CommandFailedException {
        if (yes) {
            return;
        }
        if (!terminal.canAsk()) {
            throw new CommandFailedException(what + " cannot be undone; write --yes if it is to be");
        }
        try {
            String answer = terminal.ask(what + " cannot be undone. Write yes:");
            if (!answer.equalsIgnoreCase("yes")) {
                throw new CommandFailedException("left as it is");
            }
        } catch (IOException closed) {
            throw new CommandFailedException("left as it is");
        }
    }
}
