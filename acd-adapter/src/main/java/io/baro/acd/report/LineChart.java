package io.baro.acd.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Draws series over the quarters of a day as inline SVG: lines with an axis each way. Knows no figures. One thread. */
final class LineChart {
    private static final int WIDTH = 560;
    private static final int HEIGHT = 220;
    private static final int LEFT = 52;
    private static final int RIGHT = 12;
    private static final int TOP = 12;
    private static final int BOTTOM = 26;
    private static final int GRID_LINES = 4;
    private static final int QUARTERS_PER_HOUR = 4;
    private static final double[] STEPS = {1, 1.6, 2, 4, 6, 8, 10};

    /** One line; a value that is not a number leaves a gap. */
    record Series(String name, String cssClass, List<Double> values) {}

    private final List<Series> series = new ArrayList<>();
    private final int from;
    private final int to;
    private double most;

    /** Quarters {@code from} to before {@code to}. */
    LineChart(int from, int to) {
        this.from = from;
        this.to = to;
    }

    LineChart add(String name, String cssClass, double... values) {
        series.add(new Series(name, cssClass, Arrays.stream(values).boxed().toList()));
        for (int quarter = from; quarter < to; quarter++) {
            most = Double.isNaN(values[quarter]) ? most : Math.max(most, values[quarter]);
        }
        return this;
    }

    /** The axis goes at least so far. */
    LineChart upTo(double value) {
        most = Math.max(most, value);
        return this;
    }

    String svg() {
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(Locale.ROOT, "<svg viewBox=\"0 0 %d %d\" role=\"img\">", WIDTH, HEIGHT));
        double top = niceTop(most);
        for (int line = 0; line <= GRID_LINES; line++) {
            double value = top * line / GRID_LINES;
            svg.append(String.format(
                    Locale.ROOT,
                    "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>"
                            + "<text class=\"axis\" x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>",
                    LEFT,
                    WIDTH - RIGHT,
                    y(value, top),
                    y(value, top),
                    LEFT - 6,
                    y(value, top) + 3.5,
                    String.format(Locale.ROOT, "%,.0f", value)));
        }
        for (int quarter = from; quarter <= to; quarter += QUARTERS_PER_HOUR) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<text class=\"axis\" x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%02d</text>",
                    x(quarter),
                    HEIGHT - 8,
                    quarter / QUARTERS_PER_HOUR));
        }
        series.forEach(one -> svg.append(path(one, top)));
        return svg.append("</svg>").append(legend()).toString();
    }

    private String path(Series one, double top) {
        StringBuilder path = new StringBuilder();
        boolean down = false;
        for (int quarter = from; quarter < to; quarter++) {
            double value = one.values.get(quarter);
            if (!Double.isNaN(value)) {
                path.append(
                        String.format(Locale.ROOT, "%s%.1f %.1f", down ? "L" : "M", x(quarter + 0.5), y(value, top)));
            }
            down = !Double.isNaN(value);
        }
        return "<path class=\"line " + one.cssClass + "\" d=\"" + path + "\"><title>" + one.name + "</title></path>";
    }

    private String legend() {
        StringBuilder legend = new StringBuilder("<div class=\"legend\">");
        for (Series one : series) {
            legend.append("<span class=\"")
                    .append(one.cssClass)
                    .append("\">")
                    .append(one.name)
                    .append("</span>");
        }
        return legend.append("</div>").toString();
    }

    private double x(double quarter) {
        return LEFT + (quarter - from) / (to - from) * (WIDTH - LEFT - RIGHT);
    }

    private static double y(double value, double top) {
        return HEIGHT - BOTTOM - value / top * (HEIGHT - TOP - BOTTOM);
    }

    private static double niceTop(double most) {
        if (most <= 0) {
            return 1;
        }
        double size = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(most)));
        for (double step : STEPS) {
            if (step * size >= most) {
                return step * size;
            }
        }
        return 10 * size;
    }
}
