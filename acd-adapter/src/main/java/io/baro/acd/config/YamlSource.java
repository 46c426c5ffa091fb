package io.baro.acd.config;

import io.baro.acd.rule.NearestName;
import java.util.Collection;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * The text of a YAML file and where in it things stand; reports mistakes at their place. Used by the one thread that loads.
 *
 * @param name of the file
 */
record YamlSource(String name, String text, Problems problems) {

    /** A place in the file, both from 1; 0: nowhere in particular. */
    record Place(int line, int column) {
        static final Place NOWHERE = new Place(0, 0);
    }

    static Place placeOf(Node node) {
        Mark mark = node.getStartMark();
        return mark == null ? Place.NOWHERE : new Place(mark.getLine() + 1, mark.getColumn() + 1);
    }

    void error(Place place, String what, String remedy) {
        problems.error(new Problem(name, place.line(), place.column(), what, remedy));
    }

    /** A word that is not among the valid ones. */
    void unknown(Place place, String kind, String written, Collection<String> valid, String otherwise) {
        error(place, "unknown " + kind + " \"" + written + "\"", NearestName.remedy(written, valid, otherwise));
    }

    /**
     * Where a character of the scalar's value stands in the file, whatever its style: quoted, folded over lines, a block. Walks
     * both side by side; any white space of the file matches what YAML made of it.
     */
    Place placeIn(ScalarNode scalar, int offset) {
        int at = text.offsetByCodePoints(0, scalar.getStartMark().getIndex());
        DumperOptions.ScalarStyle style = scalar.getScalarStyle();
        if (style == DumperOptions.ScalarStyle.LITERAL || style == DumperOptions.ScalarStyle.FOLDED) {
            at = text.indexOf('\n', at) + 1;
        } else if (style != DumperOptions.ScalarStyle.PLAIN) {
            at++;
        }
        String value = scalar.getValue();
        at = skipTo(value, 0, at);
        for (int i = 0; i < offset && i < value.length() && at < text.length(); i++) {
            at = skipTo(value, i + 1, at + 1);
        }
        int lineStart = text.lastIndexOf('\n', Math.max(0, at - 1)) + 1;
        int line = (int) text.substring(0, lineStart)
                        .chars()
                        .filter(letter -> letter == '\n')
                        .count()
                + 1;
        return new Place(line, at - lineStart + 1);
    }

    /** From there to where the value's next character stands: over folds, indentation and escapes. */
    private int skipTo(String value, int next, int from) {
        int at = from;
        if (next >= value.length() || Character.isWhitespace(value.charAt(next))) {
            return at;
        }
        while (at < text.length() && text.charAt(at) != value.charAt(next)) {
            at++;
        }
        return at;
    }
}
