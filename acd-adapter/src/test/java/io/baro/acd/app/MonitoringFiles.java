package io.baro.acd.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.Yaml;

/** Reads what we hand out for Prometheus and Grafana; JSON is YAML. Never judges it. */
final class MonitoringFiles {
    static final Path PROMETHEUS = Path.of("..", "config", "prometheus");
    static final String CONFIGURATION = "prometheus.yml";
    static final String ALERTS = "baro-alerts.yml";
    static final String TESTS = "baro-alerts.test.yml";

    private static final List<Path> DASHBOARDS = List.of(
            Path.of("..", "config", "grafana", "baro-floor.json"),
            Path.of("..", "config", "grafana", "baro-engine.json"));
    private static final Path OPERATIONS = Path.of("..", "docs", "operations.md");

    private MonitoringFiles() {}

    /** One alert of the file. */
    record Alert(String name, String expression, String severity, Map<String, Object> annotations) {
        String annotation(String key) {
            return String.valueOf(annotations.getOrDefault(key, ""));
        }
    }

    static List<Alert> alerts() throws IOException {
        List<Alert> alerts = new ArrayList<>();
        for (Map<String, Object> group : maps(read(PROMETHEUS.resolve(ALERTS)).get("groups"))) {
            for (Map<String, Object> rule : maps(group.get("rules"))) {
                alerts.add(new Alert(
                        text(rule, "alert"),
                        text(rule, "expr"),
                        text(map(rule.get("labels")), "severity"),
                        map(rule.get("annotations"))));
            }
        }
        return alerts;
    }

    /** Of each alert that is tested: whether something is expected to fire, as often as it is asked. */
    static Map<String, Set<Boolean>> testedAlerts() throws IOException {
        Map<String, Set<Boolean>> tested = new LinkedHashMap<>();
        for (Map<String, Object> test : maps(read(PROMETHEUS.resolve(TESTS)).get("tests"))) {
            for (Map<String, Object> question : maps(test.get("promql_expr_test"))) {
                String name = text(test, "name");
                if (text(question, "expr").equals("ALERTS{alertname=\"" + name + "\",alertstate=\"firing\"}")) {
                    tested.computeIfAbsent(name, same -> new HashSet<>())
                            .add(!maps(question.get("exp_samples")).isEmpty());
                }
            }
        }
        return tested;
    }

    /** The panels of each dashboard. */
    static List<List<Map<String, Object>>> dashboards() throws IOException {
        List<List<Map<String, Object>>> dashboards = new ArrayList<>();
        for (Path file : DASHBOARDS) {
            dashboards.add(maps(read(file).get("panels")));
        }
        return dashboards;
    }

    /** What the panels ask. */
    static List<String> dashboardExpressions() throws IOException {
        return dashboards().stream()
                .flatMap(List::stream)
                .flatMap(panel -> maps(panel.get("targets")).stream())
                .map(target -> text(target, "expr"))
                .toList();
    }

    /** What the lists to choose from ask, without Grafana's own word around it. */
    static List<String> dashboardVariables() throws IOException {
        List<String> asked = new ArrayList<>();
        for (Path file : DASHBOARDS) {
            for (Map<String, Object> variable :
                    maps(map(read(file).get("templating")).get("list"))) {
                String definition = String.valueOf(variable.getOrDefault("definition", ""));
                if (definition.startsWith("label_values(")) {
                    String[] parts = definition
                            .substring("label_values(".length(), definition.length() - 1)
                            .split(", ", -1);
                    asked.add("sum by (" + parts[1] + ") (" + parts[0] + ")");
                }
            }
        }
        return asked;
    }

    /** The cells of Grafana's grid that a panel covers. */
    static List<String> cells(Map<String, Object> panel) {
        Map<String, Object> place = map(panel.get("gridPos"));
        List<String> cells = new ArrayList<>();
        for (int x = number(place, "x"); x < number(place, "x") + number(place, "w"); x++) {
            for (int y = number(place, "y"); y < number(place, "y") + number(place, "h"); y++) {
                cells.add(x + "," + y);
            }
        }
        return cells;
    }

    /** As GitHub makes anchors of headings. */
    static Set<String> chaptersOfOperations() throws IOException {
        return Files.readAllLines(OPERATIONS).stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
                .map(title -> title.replaceAll("[^a-z0-9 -]", "").replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    /** The page of a Java machine that has collected garbage: before, it has no pauses to show. */
    static ScrapedPage pageAfterACollection(OneCentre centre) throws IOException, InterruptedException {
        System.gc();
        ScrapedPage[] page = new ScrapedPage[1];
        RunProcess.await("a pause on the page", () -> {
            page[0] = pageOf(centre);
            return page[0].series().containsKey("jvm_gc_pause_seconds_max");
        });
        return page[0];
    }

    private static ScrapedPage pageOf(OneCentre centre) {
        try {
            return ScrapedPage.of(centre.server().httpAddress());
        } catch (IOException e) {
            return ScrapedPage.of("");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ScrapedPage.of("");
        }
    }

    static Map<String, Object> read(Path file) throws IOException {
        return map(new Yaml().load(Files.readString(file)));
    }

    static List<Map<String, Object>> maps(Object list) {
        return list instanceof List<?> all
                ? all.stream().map(MonitoringFiles::map).toList()
                : List.of();
    }

    static Map<String, Object> map(Object of) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (of instanceof Map<?, ?> all) {
            all.forEach((key, value) -> map.put(String.valueOf(key), value));
        }
        return map;
    }

    private static String text(Map<String, Object> map, String key) {
        Object text = map.get(key);
        if (text == null) {
            throw new IllegalArgumentException("no " + key + " in " + map);
        }
        return text.toString();
    }

    private static int number(Map<String, Object> map, String key) {
        return ((Number) map.get(key)).intValue();
    }
}
