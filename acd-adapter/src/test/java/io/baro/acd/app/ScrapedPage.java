package io.baro.acd.app;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What stands on a {@code /metrics} page, as Prometheus reads it. Immutable.
 *
 * @param helps of each family, by its name
 * @param series by name, each with its labels
 */
record ScrapedPage(Map<String, String> helps, Map<String, List<Map<String, String>>> series) {
    private static final Pattern HELP = Pattern.compile("# HELP (\\S+) (.*)");
    private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? \\S+");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"((?:[^\"\\\\]|\\\\.)*)\"");
    /** What the series of a histogram or a summary have behind their family's name. */
    private static final Pattern PART = Pattern.compile("_(?:bucket|count|sum)$");

    static ScrapedPage of(InetSocketAddress address) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + address.getPort() + "/metrics");
        try (HttpClient client = HttpClient.newHttpClient()) {
            return of(client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                    .body());
        }
    }

    static ScrapedPage of(String text) {
        Map<String, String> helps = new LinkedHashMap<>();
        Map<String, List<Map<String, String>>> series = new LinkedHashMap<>();
        for (String line : text.lines().toList()) {
            Matcher help = HELP.matcher(line);
            Matcher sample = SAMPLE.matcher(line);
            if (help.matches()) {
                helps.put(help.group(1), help.group(2));
            } else if (sample.matches()) {
                series.computeIfAbsent(sample.group(1), name -> new ArrayList<>())
                        .add(labels(sample.group(2)));
            }
        }
        return new ScrapedPage(helps, series);
    }

    private static Map<String, String> labels(String text) {
        Map<String, String> labels = new LinkedHashMap<>();
        if (text != null) {
            LABEL.matcher(text).results().forEach(label -> labels.put(label.group(1), label.group(2)));
        }
        return labels;
    }

    /** Names of our own figures, each with its labels; a histogram's bounds are none. */
    Map<String, Set<String>> ownFamilies() {
        Map<String, Set<String>> families = new LinkedHashMap<>();
        series.forEach((name, all) -> {
            String family = helps.containsKey(name) ? name : PART.matcher(name).replaceFirst("");
            if (family.startsWith("baro_")) {
                Set<String> labels = families.computeIfAbsent(family, same -> new TreeSet<>());
                all.forEach(one -> labels.addAll(one.keySet()));
                labels.remove("le");
            }
        });
        return families;
    }

    /** The values that a label of a series has. */
    Set<String> values(String name, String label) {
        return series.getOrDefault(name, List.of()).stream()
                .filter(labels -> labels.containsKey(label))
                .map(labels -> labels.get(label))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
