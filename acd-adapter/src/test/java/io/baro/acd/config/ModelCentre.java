package io.baro.acd.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes {@code config/nhis/agents.csv}: 1,562 agents over seven centres by their size. Each knows three of six kinds of business,
 * so that each kind has half of a centre; every tenth speaks a foreign language,
 * by turns, every thirtieth signs, every twentieth is in his region's team. No random: the same file always.
 */
public final class ModelCentre {
    private static final String[] CENTRES = {"seoul", "gangwon-gyeongin", "busan", "daegu", "gwangju", "daejeon", "jeju"
    };
    private static final int[] AGENTS = {420, 360, 240, 180, 170, 160, 32};
    private static final String[] KINDS = {
        "qualification", "contribution", "benefits", "screening", "longterm-care", "certificates"
    };
    private static final String[] LANGUAGES = {"en", "zh", "vi"};
    /** Small centres have one of each language at least. */
    private static final int AGENTS_PER_LANGUAGE = 10;

    /** One in thirty signs: the smallest centre has one. */
    private static final int AGENTS_PER_SIGNER = 30;
    /** One in twenty takes over customers of his region whose own agent has left. */
    private static final int AGENTS_PER_TEAM_MEMBER = 20;

    private ModelCentre() {}

    static List<String> agentLines() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "# The model centre's agents: seven centres, 1,562 people. Made by ModelCentre in the adapter's tests.");
        lines.add("id,endpoint,centre,skills,auto_login");
        int number = 1001;
        for (int centre = 0; centre < CENTRES.length; centre++) {
            for (int i = 0; i < AGENTS[centre]; i++) {
                lines.add(number + ",a" + number + "," + CENTRES[centre] + "," + skills(CENTRES[centre], i) + ",yes");
                number++;
            }
        }
        return lines;
    }

    private static String skills(String centre, int i) {
        Map<String, Integer> skills = new TreeMap<>();
        for (int step : new int[] {0, 1, 3}) {
            skills.put(KINDS[(i + step) % KINDS.length], 3 + (i + step) % 7);
        }
        if (i % AGENTS_PER_LANGUAGE == 0) {
            skills.put(LANGUAGES[i / AGENTS_PER_LANGUAGE % LANGUAGES.length], 5 + i % 5);
        }
        if (i % AGENTS_PER_SIGNER == 5) {
            skills.put("sign-ko", 8);
        }
        if (i % AGENTS_PER_TEAM_MEMBER == 7) {
            skills.put("team-" + centre, 5);
        }
        StringBuilder text = new StringBuilder("ko:9");
        skills.forEach(
                (skill, level) -> text.append(';').append(skill).append(':').append(level));
        return text.toString();
    }

    /** Writes the file: {@code java ... io.baro.acd.config.ModelCentre config/nhis/agents.csv}. */
    public static void main(String[] args) throws IOException {
        Files.write(Path.of(args[0]), agentLines());
    }
}
