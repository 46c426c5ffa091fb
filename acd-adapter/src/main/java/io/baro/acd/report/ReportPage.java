package io.baro.acd.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Writes a day as one page that needs nothing beside itself: tiles, plots and tables. Stateless but for its text. One thread. */
public final class ReportPage {
    private static final String STYLE = "report.css";
    private static final double MILLIS_PER_SECOND = 1_000;
    private static final int PER_CENT = 100;
    /** An office day is shown even if nobody called in its first and last hour. */
    private static final int OPENS = 9 * 4;

    private static final int CLOSES = 19 * 4;
    /** A quiet day's shares are not blown up. */
    private static final int LEAST_SHARE_SHOWN = 8;

    /** Nor are its seconds. */
    private static final int LEAST_SECONDS_SHOWN = 8;

    private final StringBuilder page = new StringBuilder(64 * 1024);

    /** A page with this title; what stands below it says where the figures come from. */
    public ReportPage(String title, String origin) {
        page.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
                .append(escape(title))
                .append("</title><meta name=\"viewport\" content=\"width=device-width\"><style>")
                .append(style())
                .append("</style></head><body><main><h1>")
                .append(escape(title))
                .append("</h1><p class=\"origin\">")
                .append(escape(origin))
                .append("</p>\n");
    }

    /** What follows is about this. */
    public ReportPage heading(String text) {
        page.append("<h2>").append(escape(text)).append("</h2>\n");
        return this;
    }

    /** The day's figures in large. */
    public ReportPage tiles(Figures whole) {
        page.append("<section class=\"tiles\">");
        for (Column column : List.of(
                Column.CALLS,
                Column.ANSWERED,
                Column.LEVEL,
                Column.ABANDONMENT,
                Column.SHED,
                Column.P90,
                Column.OCCUPANCY)) {
            page.append("<div><b>")
                    .append(column.text(whole))
                    .append("</b><span>")
                    .append(column.equals(Column.P90) ? "wait, p90" : column.head())
                    .append("</span></div>");
        }
        page.append("</section>\n");
        return this;
    }

    /** The day by quarters of an hour. */
    public ReportPage plots(DayBook book) {
        List<Figures> day = book.quarters();
        int from = OPENS;
        int to = CLOSES;
        for (int quarter = 0; quarter < day.size(); quarter++) {
            if (day.get(quarter).offered() > 0) {
                from = Math.min(from, quarter / 4 * 4);
                to = Math.max(to, (quarter / 4 + 1) * 4);
            }
        }
        page.append("<section class=\"plots\">");
        plot(
                "Calls in a quarter of an hour",
                new LineChart(from, to)
                        .add("offered", "c1", series(day, Figures::offered))
                        .add("answered", "c2", series(day, Figures::answered))
                        .add("abandoned", "c3", series(day, figures -> figures.offered() * figures.abandonment()))
                        .add("shed", "c4", series(day, Figures::shed)));
        plot(
                "Wait of the answered, seconds",
                new LineChart(from, to)
                        .upTo(LEAST_SECONDS_SHOWN)
                        .add("p50", "c2", series(day, figures -> figures.waitMillis(50) / MILLIS_PER_SECOND))
                        .add("p90", "c1", series(day, figures -> figures.waitMillis(90) / MILLIS_PER_SECOND))
                        .add("p99", "c3", series(day, figures -> figures.waitMillis(99) / MILLIS_PER_SECOND)));
        shares(day, from, to);
        page.append("</section>\n");
        return this;
    }

    private void shares(List<Figures> day, int from, int to) {
        plot(
                "Service level, per cent",
                new LineChart(from, to)
                        .upTo(PER_CENT)
                        .add("answered in time", "c2", series(day, figures -> PER_CENT * figures.serviceLevel())));
        plot(
                "Abandonment and shedding, per cent of the offered",
                new LineChart(from, to)
                        .upTo(LEAST_SHARE_SHOWN)
                        .add("abandoned", "c3", series(day, figures -> PER_CENT * figures.abandonment()))
                        .add("shed", "c4", series(day, figures -> PER_CENT * figures.shedShare())));
        plot(
                "Occupancy of the agents, per cent",
                new LineChart(from, to)
                        .upTo(PER_CENT)
                        .add("busy of busy and ready", "c1", series(day, busy -> PER_CENT * busy.occupancy())));
        plot(
                "Mean error of the wait that callers were told, seconds",
                new LineChart(from, to)
                        .upTo(LEAST_SECONDS_SHOWN)
                        .add(
                                "|told - true|",
                                "c1",
                                series(day, figures -> figures.estimateErrorMillis() / MILLIS_PER_SECOND))
                        .add("mean wait", "c5", series(day, figures -> figures.meanWaitMillis() / MILLIS_PER_SECOND)));
    }

    /** Groups of calls, a line each, with bars behind the shares. */
    public ReportPage table(String heading, List<Figures> groups) {
        page.append("<section><h2>").append(escape(heading)).append("</h2><table><thead><tr><th></th>");
        Column.SHOWN.forEach(column -> page.append("<th>").append(column.head()).append("</th>"));
        page.append("</tr></thead><tbody>");
        for (Figures figures : groups) {
            if (figures.offered() > 0) {
                page.append("<tr><th>").append(escape(figures.name())).append("</th>");
                Column.SHOWN.forEach(column -> cell(column, figures));
                page.append("</tr>");
            }
        }
        page.append("</tbody></table></section>\n");
        return this;
    }

    /** A table of plain texts, its first row the head. */
    public ReportPage rows(String heading, List<List<String>> rows) {
        page.append("<section><h2>").append(escape(heading)).append("</h2><table>");
        for (int row = 0; row < rows.size(); row++) {
            page.append("<tr>");
            for (int column = 0; column < rows.get(row).size(); column++) {
                String tag = row == 0 || column == 0 ? "th" : "td";
                page.append('<').append(tag).append('>');
                page.append(escape(rows.get(row).get(column)));
                page.append("</").append(tag).append('>');
            }
            page.append("</tr>");
        }
        page.append("</table></section>\n");
        return this;
    }

    /** Writes the page, in place of any that is there. */
    public void write(Path file) throws IOException {
        Files.writeString(file, page + "</main></body></html>\n");
    }

    private void plot(String heading, LineChart chart) {
        page.append("<figure><figcaption>")
                .append(heading)
                .append("</figcaption>")
                .append(chart.svg())
                .append("</figure>");
    }

    private void cell(Column column, Figures figures) {
        String text = column.text(figures);
        if (column.kind() == Column.Kind.SHARE && !text.isEmpty()) {
            page.append(String.format(
                    Locale.ROOT,
                    "<td class=\"share\" style=\"--s:%.1f%%\">%s</td>",
                    PER_CENT * column.value().applyAsDouble(figures),
                    text));
        } else {
            page.append("<td>").append(text).append("</td>");
        }
    }

    /** Quarters in which nobody called leave a gap. */
    private static double[] series(List<Figures> day, ToDoubleFunction<Figures> value) {
        return day.stream()
                .mapToDouble(figures -> figures.offered() == 0 ? Double.NaN : value.applyAsDouble(figures))
                .toArray();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String style() {
        try (InputStream css = ReportPage.class.getResourceAsStream(STYLE)) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
