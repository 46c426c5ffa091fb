package io.baro.bench;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the folder that holds the project: from where this class was loaded, then from where the rig was started. Stateless. */
public final class ProjectFolder {
    private ProjectFolder() {}

    /** The folder with {@code benchmarks/run} in it. */
    public static Path find() {
        for (Path start : new Path[] {code(), Path.of("").toAbsolutePath()}) {
            for (Path path = start; path != null; path = path.getParent()) {
                if (Files.isExecutable(path.resolve("benchmarks/run"))) {
                    return path;
                }
            }
        }
        throw new IllegalStateException("a rig runs inside the project's folder: benchmarks/run not found");
    }

    private static Path code() {
        try {
            return Path.of(ProjectFolder.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
