package io.baro.acd.cli;

/** A command cannot do what it should; its message is the one line for the operator, remedy included. */
class CommandFailedException extends Exception {
    private static final long serialVersionUID = 1;

    private final int exitCode;

    /** The operator's mistake. */
    CommandFailedException(String line) {
        this(line, ExitCode.MISTAKE);
    }

    CommandFailedException(String line, int exitCode) {
        super(line);
        this.exitCode = exitCode;
    }

    final int exitCode() {
        return exitCode;
    }
}
