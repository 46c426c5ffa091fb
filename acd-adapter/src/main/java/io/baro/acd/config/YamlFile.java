package io.baro.acd.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Opens one YAML file as a tree that knows its lines; builds no object from it. Used by the one thread that loads. */
final class YamlFile {
    private YamlFile() {}

    /** The top mapping; empty when a problem was reported. */
    static Optional<YamlMap> open(Path path, Problems problems) {
        String name = path.getFileName().toString();
        try {
            YamlSource source = new YamlSource(name, Files.readString(path), problems);
            Node root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(source.text()));
            if (root == null) {
                problems.error(name, 1, "is empty", "copy the sample from config/" + name);
                return Optional.empty();
            }
            return Optional.of(YamlMap.of(source, "", root));
        } catch (MarkedYAMLException malformed) {
            Mark mark = malformed.getProblemMark();
            problems.error(new Problem(
                    name,
                    mark == null ? 0 : mark.getLine() + 1,
                    mark == null ? 0 : mark.getColumn() + 1,
                    "no YAML: " + malformed.getProblem(),
                    "mend the line, mostly its indentation or a quote"));
        } catch (YAMLException tooLargeOrBinary) {
            problems.error(name, 0, "no YAML text of less than 3 MB", "copy the sample from config/" + name);
        } catch (MalformedInputException notUtf8) {
            problems.error(name, 0, "is no UTF-8 text", "save it as UTF-8");
        } catch (IOException unreadable) {
            problems.error(
                    name,
                    0,
                    "cannot be read",
                    "put the file into the configuration directory, see docs/configuration.md");
        }
        return Optional.empty();
    }
}
