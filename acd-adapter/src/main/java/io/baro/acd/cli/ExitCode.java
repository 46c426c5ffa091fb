package io.baro.acd.cli;

/** What the command {@code baro} ends with. Stateless; any thread. */
public final class ExitCode {
    /** Everything went as it should. */
    public static final int DONE = 0;
    /** Our own mistake. */
    public static final int BUG = 1;
    /** The operator's mistake: wrong, not reachable, not allowed, not there, refused. */
    public static final int MISTAKE = 2;

    private ExitCode() {}
}
