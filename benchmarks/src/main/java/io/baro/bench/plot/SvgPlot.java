package io.baro.bench.plot;

import io.baro.bench.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Lines on two logarithmic axes as an SVG that reads on white paper and on a dark page: hand-written text of some kilobytes, the same for
 * the same figures, so that a diff shows what changed. Knows nothing of what it draws. One thread.
 */
public final class SvgPlot {
    private static final int WIDTH = 860;
    private static final int HEIGHT = 460;
    private static final int LEFT = 70;
    private static final int RIGHT = 210;
    private static final int TOP = 40;
    private static final int BOTTOM = 50;
    private static final int LINE = 15;

    /** Least distance between two names at the ends of lines. */
    private static final double NAME_GAP = 13;

    /** Told apart by people who do not see all colours (Okabe and Ito 2008), then repeated with dashes. */
    private static final String[] COLOURS = {"#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#7a7a7a"
    };

    private final String title;
    private final String across;
    private final String up;
    private final List<Line> lines = new ArrayList<>();

    private record Line(String name, List<Double> x, List<Double> y) {}

    public SvgPlot(String title, String across, String up) {
        this.title = title;
        this.across = across;
        this.up = up;
    }

    /** Adds a line; values are above 0. */
    public void line(String name, List<Double> x, List<Double> y) {
        lines.add(new Line(name, List.copyOf(x), List.copyOf(y)));
    }

    /** Writes {@code docs/plots/<name>.svg}. */
    public void write(String name) throws IOException {
        Path folder = ProjectFolder.find().resolve("docs/plots");
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name + ".svg"), svg());
        System.out.println("plot: docs/plots/" + name + ".svg");
    }

    String svg() {
        Axis x = Axis.of(
                lines.stream().flatMapToDouble(line -> line.x().stream().mapToDouble(Double::doubleValue)),
                LEFT,
                WIDTH - RIGHT);
        Axis y = Axis.of(
                lines.stream().flatMapToDouble(line -> line.y().stream().mapToDouble(Double::doubleValue)),
                HEIGHT - BOTTOM,
                TOP);
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">%n"
                        + "<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>%n",
                WIDTH,
                HEIGHT,
                WIDTH,
                HEIGHT));
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" font-size=\"15\" fill=\"#222222\">%s</text>%n",
                LEFT,
                TOP - 18,
                escaped(title)));
        text(svg, (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 12, "middle", across);
        text(svg, LEFT - 8, TOP - 4, "end", up);
        for (double tick : x.ticks()) {
            rule(svg, x.at(tick), TOP, x.at(tick), HEIGHT - BOTTOM);
            text(svg, x.at(tick), HEIGHT - BOTTOM + LINE, "middle", label(tick));
        }
        for (double tick : y.ticks()) {
            rule(svg, LEFT, y.at(tick), WIDTH - RIGHT, y.at(tick));
            text(svg, LEFT - 8, y.at(tick) + 4, "end", label(tick));
        }
        drawLines(svg, x, y);
        return svg.append("</svg>\n").toString();
    }

    private void drawLines(StringBuilder svg, Axis x, Axis y) {
        double[] names = namePlaces(y);
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            String colour = COLOURS[i % COLOURS.length];
            String dash = i < COLOURS.length
                    ? ""
                    : i < 2 * COLOURS.length ? " stroke-dasharray=\"6 3\"" : " stroke-dasharray=\"2 3\"";
            StringBuilder points = new StringBuilder();
            for (int at = 0; at < line.x().size(); at++) {
                points.append(String.format(
                        Locale.ROOT,
                        "%.1f,%.1f ",
                        x.at(line.x().get(at)),
                        y.at(line.y().get(at))));
            }
            svg.append(String.format(
                    Locale.ROOT,
                    "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"2\"%s points=\"%s\"/>%n",
                    colour,
                    dash,
                    points.toString().strip()));
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%d\" y=\"%.1f\" fill=\"%s\">%s</text>%n",
                    WIDTH - RIGHT + 8,
                    names[i] + 4,
                    colour,
                    escaped(line.name())));
        }
    }

    /** Names stand where their lines end, pushed apart so that each can be read. */
    private double[] namePlaces(Axis y) {
        List<Integer> byHeight = new ArrayList<>();
        double[] places = new double[lines.size()];
        for (int i = 0; i < lines.size(); i++) {
            places[i] = y.at(lines.get(i).y().getLast());
            byHeight.add(i);
        }
        byHeight.sort((one, other) -> Double.compare(places[one], places[other]));
        double last = TOP - NAME_GAP;
        for (int index : byHeight) {
            places[index] = Math.max(places[index], last + NAME_GAP);
            last = places[index];
        }
        return places;
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String text) {
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"#222222\">%s</text>%n",
                x,
                y,
                anchor,
                escaped(text)));
    }

    private static void rule(StringBuilder svg, double x1, double y1, double x2, double y2) {
        svg.append(String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#dddddd\"/>%n",
                x1,
                y1,
                x2,
                y2));
    }

    private static String label(double value) {
        return value >= 1 ? String.format(Locale.ROOT, "%,.0f", value) : String.format(Locale.ROOT, "%s", value);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
