package io.baro.bench;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the project's folder, which holds the scripts and the distribution. Never writes. Safe for any thread. */
public final class ProjectRoot {
    private ProjectRoot() {}

    /** Found from where this class was loaded, then from where the rig was started. */
    public static Path find() {
        for (Path start : new Path[] {code(), Path.of("").toAbsolutePath()}) {
            for (Path path = start; path != null; path = path.getParent()) {
                if (Files.isExecutable(path.resolve("acd-adapter/src/test/asterisk/asterisk.sh"))) {
                    return path;
                }
            }
        }
        throw new IllegalStateException(
                "this rig runs inside the project's folder: acd-adapter/src/test/asterisk not found");
    }

    private static Path code() {
        try {
            return Path.of(ProjectRoot.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
