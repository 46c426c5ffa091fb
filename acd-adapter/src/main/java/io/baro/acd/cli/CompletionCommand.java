package io.baro.acd.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code baro completion}: the script that lets a shell complete baro's commands. Installs nothing. Runs on: main thread. */
@Command(
        name = "completion",
        description = "Prints the script that completes baro's commands and options in a shell. Installs nothing.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  source <(baro completion bash)                        in this shell",
            "  baro completion bash > /etc/bash_completion.d/baro    for everybody",
            "  source <(baro completion zsh)                         in zsh"
        })
final class CompletionCommand implements Callable<Integer> {
    /** The script finds out itself which of them reads it. */
    private enum Shell {
        bash,
        zsh
    }

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SHELL", description = "One of: ${COMPLETION-CANDIDATES}.")
    private Shell shell;

    CompletionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.out().println("# Made by: baro completion " + shell);
        terminal.out().print(AutoComplete.bash("baro", spec.root().commandLine()));
        terminal.out().flush();
        return ExitCode.DONE;
    }
}
