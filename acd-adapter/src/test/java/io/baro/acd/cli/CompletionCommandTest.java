package io.baro.acd.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CompletionCommandTest {
    private final CommandRun run = new CommandRun();

    @Test
    void scriptKnowsEveryCommandAndIsForItsShell() {
        assertEquals(0, run.baro("completion", "bash"), run.err());
        for (String text : new String[] {"complete -F", "skills", "withdraw", "--token-file", "rollback", "revoke"}) {
            assertTrue(run.out().contains(text), text);
        }
        assertTrue(run.out().startsWith("# Made by: baro completion bash\n"));
        assertEquals(2, run.baro("completion", "fish"));
        assertTrue(run.err().contains("expected one of [bash, zsh]"), run.err());
    }

    @Test
    void everyCommandHasAnExampleThatNamesIt() {
        everyCommand(run.commands())
                .filter(command -> command.getParent() != null)
                .forEach(command -> {
                    String name = command.getCommandSpec().qualifiedName();
                    String footer = String.join(
                            "\n", command.getCommandSpec().usageMessage().footer());
                    assertTrue(footer.contains("Example") && footer.contains(name), name);
                    assertTrue(command.getCommandSpec().usageMessage().description().length > 0, name);
                });
    }

    private static Stream<CommandLine> everyCommand(CommandLine command) {
        return Stream.concat(
                Stream.of(command),
                command.getSubcommands().values().stream().flatMap(CompletionCommandTest::everyCommand));
    }
}
