package io.baro.engine.scenario;

import java.util.List;

/** Writes docs/conformance.md from a profile. Pure. */
final class ConformancePage {
    private static final String TABLES = "../engine/src/test/resources/conformance/";

    /** A rival and the semantics of it that are looked at. */
    record Rival(String name, List<String> ids) {}

    private ConformancePage() {}

    static String of(ConformanceProfile profile, List<Rival> rivals) {
        long reproduced = profile.rows().stream()
                .filter(ConformanceProfile.Row::isReproduced)
                .count();
        int all = profile.rows().size();
        StringBuilder page = new StringBuilder("""
                # Conformance

                What other engines do in choosing who talks to whom, each either reproduced by configuration and shown
                by a table that the production router plays (`ConformanceTest`), or declined. Generated from those
                tables; after a change write it anew with `mvn -B -pl engine test -Dtest=ConformanceTest
                -Dbaro.conformance.write=true`. Keys of the configuration: [configuration.md](configuration.md); what
                the router does in its own words: [routing.md](routing.md).

                %d semantics: %d reproduced, %d declined.
                """.formatted(all, reproduced, all - reproduced));
        for (Rival rival : rivals) {
            page.append("\n## ")
                    .append(rival.name())
                    .append("\n| | what it does | Baro | how, or why not |\n|---|---|---|---|\n");
            for (String id : rival.ids()) {
                profile.of(id).forEach(row -> page.append(line(row)));
            }
        }
        return page.toString();
    }

    private static String line(ConformanceProfile.Row row) {
        String answer =
                row.isReproduced() ? "[reproduced](" + TABLES + row.table().getFileName() + ")" : "declined";
        return "| %s | %s | %s | %s |\n".formatted(row.id(), cell(row.semantics()), answer, cell(row.answer()));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
