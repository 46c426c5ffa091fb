package io.baro.acd.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code baro agents skills}. Runs on: main thread. */
@Command(
        name = "skills",
        description = "Changes all skills of an agent, until agents.csv is read again.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: baro agents skills 1001 ko=5,en=3"})
final class AgentSkills extends FloorCommand {
    private static final Pattern SKILL = Pattern.compile("([a-z0-9-]{1,32})=([1-9]|10)");

    @Parameters(index = "0", paramLabel = "NUMBER", description = "The agent's number.")
    private String number;

    @Parameters(index = "1", paramLabel = "SKILLS", description = "skill=level, levels 1-10, with commas between.")
    private String written;

    private final Map<String, Integer> skills = new LinkedHashMap<>();

    AgentSkills(Connection connection) {
        super(connection);
    }

    @Override
    void check() throws CommandFailedException {
        for (String part : written.split(",", -1)) {
            Matcher skill = SKILL.matcher(part);
            if (!skill.matches()) {
                throw new CommandFailedException("skills: \"" + part
                        + "\" is no skill with its level; write skill=1 to skill=10, with commas between");
            }
            if (skills.put(skill.group(1), Integer.valueOf(skill.group(2))) != null) {
                throw new CommandFailedException(
                        "skills: \"" + skill.group(1) + "\" stands twice; write each skill once");
            }
        }
    }

    @Override
    int run(Api api) throws CommandFailedException {
        Api.Answer answer =
                api.send("PUT", Api.path("agents", number, "skills"), new RequestBody().with("skills", skills));
        return tell(
                answer, AgentWords.line(answer.fields(), moments()) + ", skills " + AgentWords.skills(answer.fields()));
    }
}
