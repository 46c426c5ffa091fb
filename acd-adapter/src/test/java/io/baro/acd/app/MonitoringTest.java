package io.baro.acd.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.acd.app.MonitoringFiles.Alert;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The alerts and dashboards that we hand out ask for nothing that a real page does not have, and send people to a chapter that is there. */
class MonitoringTest {
    private static final Pattern NAME = Pattern.compile("\\b((?:baro|jvm|process|system)_[a-z0-9_]+)(?:\\{([^}]*)})?");
    private static final Pattern MATCHER = Pattern.compile("([a-z_]+)(=~?)\"([^\"]*)\"");
    private static final Pattern GROUPING = Pattern.compile("\\b(?:by|on) \\(([a-z_, ]+)\\)");
    /** Labels that Prometheus adds. */
    private static final Set<String> ADDED = Set.of("instance", "job");

    @TempDir
    Path dir;

    @Test
    void everyQuestionIsAboutSeriesAndLabelsOfThePage() throws Exception {
        ScrapedPage page = page();
        List<String> expressions = new ArrayList<>(MonitoringFiles.dashboardExpressions());
        MonitoringFiles.alerts().forEach(alert -> expressions.add(alert.expression()));
        expressions.addAll(MonitoringFiles.dashboardVariables());
        Set<String> wrong = new TreeSet<>();
        for (String expression : expressions) {
            Set<String> labels = new HashSet<>(ADDED);
            for (Matcher name = NAME.matcher(expression); name.find(); ) {
                if (!page.series().containsKey(name.group(1))) {
                    wrong.add("no series " + name.group(1) + " in: " + expression);
                }
                page.series().getOrDefault(name.group(1), List.of()).forEach(one -> labels.addAll(one.keySet()));
                wrong.addAll(wrongMatchers(page, name.group(1), name.group(2)));
            }
            for (Matcher grouping = GROUPING.matcher(expression); grouping.find(); ) {
                for (String label : grouping.group(1).split(", ", -1)) {
                    if (!labels.contains(label)) {
                        wrong.add("no label " + label + " in: " + expression);
                    }
                }
            }
        }
        assertEquals(Set.of(), wrong);
        assertTrue(expressions.size() > 50, "read only " + expressions.size());
    }

    @Test
    void everyAlertSaysWhatItIsAndWhereHelpStands() throws Exception {
        Set<String> anchors = MonitoringFiles.chaptersOfOperations();
        for (Alert alert : MonitoringFiles.alerts()) {
            assertFalse(alert.annotation("summary").isBlank(), alert.name());
            assertFalse(alert.annotation("description").isBlank(), alert.name());
            assertTrue(Set.of("page", "ticket", "note").contains(alert.severity()), alert.name());
            String runbook = alert.annotation("runbook");
            assertTrue(
                    runbook.startsWith("docs/operations.md#")
                            && anchors.contains(runbook.substring(runbook.indexOf('#') + 1)),
                    alert.name() + ": " + runbook + " is none of " + anchors);
        }
    }

    @Test
    void everyAlertHasATestInWhichItFiresAndOneInWhichItDoesNot() throws Exception {
        Map<String, Set<Boolean>> tested = MonitoringFiles.testedAlerts();
        for (Alert alert : MonitoringFiles.alerts()) {
            assertEquals(Set.of(true, false), tested.getOrDefault(alert.name(), Set.of()), alert.name());
        }
        assertEquals(MonitoringFiles.alerts().size(), tested.size(), "tests of alerts that are gone");
    }

    @Test
    void panelsOfADashboardStandBesideEachOther() throws Exception {
        for (List<Map<String, Object>> panels : MonitoringFiles.dashboards()) {
            Set<Object> ids = new HashSet<>();
            Set<String> taken = new HashSet<>();
            for (Map<String, Object> panel : panels) {
                assertTrue(ids.add(panel.get("id")), "id twice: " + panel.get("title"));
                for (String cell : MonitoringFiles.cells(panel)) {
                    assertTrue(taken.add(cell), "on another: " + panel.get("title"));
                }
            }
        }
    }

    private static List<String> wrongMatchers(ScrapedPage page, String name, String matchers) {
        List<String> wrong = new ArrayList<>();
        for (Matcher matcher = MATCHER.matcher(matchers == null ? "" : matchers); matcher.find(); ) {
            String label = matcher.group(1);
            Set<String> values = page.values(name, label);
            if (ADDED.contains(label) || matcher.group(3).startsWith("$")) {
                if (!ADDED.contains(label) && values.isEmpty()) {
                    wrong.add(name + " has no label " + label);
                }
                continue;
            }
            for (String value : matcher.group(3).split("\\|", -1)) {
                if (!values.contains(value)) {
                    wrong.add(name + " has no " + label + "=" + value);
                }
            }
        }
        return wrong;
    }

    private ScrapedPage page() throws Exception {
        try (OneCentre centre = new OneCentre(dir).withJournal()) {
            centre.start();
            return MonitoringFiles.pageAfterACollection(centre);
        }
    }
}
