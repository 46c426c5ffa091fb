package io.baro.acd.cli;

/** Nobody answers, or not now: it may be different in a moment. */
final class UnreachableException extends CommandFailedException {
    private static final long serialVersionUID = 1;

    UnreachableException(String line) {
        super(line);
    }
}
