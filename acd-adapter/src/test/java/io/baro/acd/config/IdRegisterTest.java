package io.baro.acd.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.engine.port.Ingress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ids outlive the process: what the journal says of agent 1 is about the same person after any restart. */
class IdRegisterTest {
    @TempDir
    Path dir;

    @TempDir
    Path state;

    @Test
    void anAgentKeepsHisIdWhateverBecomesOfTheFile() throws IOException {
        ConfigurationDirectory directory = new ConfigurationDirectory(dir);
        keep(directory);
        directory.replace(
                "agents.csv",
                "1001,a1001,seoul,ko:9;contribution:5,yes\n",
                "0999,a0999,seoul,ko:9;contribution:5,yes\n");
        Configuration numbered = IdRegister.open(state).numbered(read());
        assertEquals(List.of("1001", "1002", "0999"), numbers(numbered));
        assertTrue(numbered.agents().getFirst().hasLeft());
        assertEquals("a1002", numbered.agents().get(1).endpoint());
    }

    @Test
    void whoComesBackIsHimselfAgain() throws IOException {
        ConfigurationDirectory directory = new ConfigurationDirectory(dir);
        keep(directory);
        String line = "1002,a1002,seoul,ko:9,no\n";
        directory.replace("agents.csv", line, "");
        keep(directory);
        directory
                .replace("agents.csv", "id,endpoint", line + "id,endpoint")
                .replace(
                        "agents.csv",
                        line + "id,endpoint,centre,skills,auto_login\n",
                        "id,endpoint,centre,skills,auto_login\n" + line);
        Configuration numbered = IdRegister.open(state).numbered(read());
        assertEquals(List.of("1001", "1002"), numbers(numbered));
        assertFalse(numbered.agents().get(1).hasLeft());
    }

    @Test
    void idsStandForTheQueuesTheyWereGivenFor() throws IOException {
        ConfigurationDirectory directory = new ConfigurationDirectory(dir);
        assertFalse(IdRegister.open(state).fits(read()));
        keep(directory);
        directory.replace(
                "queues.yaml",
                "skills: { ko: 1 } }",
                "skills: { ko: 1 }, strategy: linear, max_wait: 5m, when_too_long: divert }");
        assertTrue(IdRegister.open(state).fits(read()), "a setting may change");
        directory.replace("queues.yaml", "contribution: 3", "contribution: 4");
        assertFalse(IdRegister.open(state).fits(read()), "a skill may not");
    }

    @Test
    void onlyItsOwnerReadsItAndWhatBaroDidNotWriteIsRefused() throws IOException {
        keep(new ConfigurationDirectory(dir));
        Path file = state.resolve(IdRegister.NAME);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        Files.writeString(file, Files.readString(file) + "who knows\n");
        IOException refused = assertThrows(IOException.class, () -> IdRegister.open(state));
        assertEquals(
                file + ":8: is no line that Baro wrote; restore the file together with the journal",
                refused.getMessage());
    }

    @Test
    void aRouterWithAStateIsToldWhatMayHaveChangedAndNothingElse() throws IOException {
        ConfigurationDirectory directory = new ConfigurationDirectory(dir);
        keep(directory);
        directory.replace(
                "agents.csv",
                "1001,a1001,seoul,ko:9;contribution:5,yes\n",
                "0999,a0999,seoul,ko:9;contribution:5,yes\n");
        List<String> commands = new ArrayList<>();
        ConfigCommands sender = new ConfigCommands((buffer, offset, length, nanos) -> {
            commands.add(CommandText.of(buffer, offset));
            return Ingress.Offer.ACCEPTED;
        });
        IdRegister register = IdRegister.open(state);
        sender.sendAgain(register.numbered(read()), register.agentCount());
        assertEquals(List.of("pbx 0 lost", "offers allowed 1"), commands.subList(0, 2));
        List<String> ofAgents =
                commands.stream().filter(command -> command.startsWith("agent")).toList();
        assertEquals(
                List.of(
                        "agent 0 logged out",
                        "agent 1 of pbx 0 weighs 10: 0:9",
                        "agent 2 of pbx 0 weighs 10: 0:9 1:5",
                        "agent 2 logged in"),
                ofAgents);
        assertEquals("rules 4 committed for 1000", commands.getLast());
    }

    private void keep(ConfigurationDirectory directory) throws IOException {
        assertEquals(dir, directory.path());
        IdRegister register = IdRegister.open(state);
        Configuration numbered = register.numbered(read());
        register.keep(numbered, numbered.agents());
    }

    private Configuration read() {
        Problems problems = new Problems();
        Configuration read = Configuration.load(dir, ConfigurationDirectory.ENVIRONMENT, problems)
                .orElse(null);
        assertEquals(List.of(), problems.errorLines());
        return read;
    }

    private static List<String> numbers(Configuration configuration) {
        return configuration.agents().stream().map(AgentPlan::number).toList();
    }
}
