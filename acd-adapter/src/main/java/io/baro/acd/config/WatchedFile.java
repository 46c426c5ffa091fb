package io.baro.acd.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One file that may change while Baro runs: notices it, has it taken whole or refused whole, logs and counts the outcome. Used by the
 * watch's thread; the counts by any.
 */
public final class WatchedFile {
    private static final Logger LOG = LoggerFactory.getLogger(WatchedFile.class);

    private final Path file;
    private final Predicate<Problems> reload;
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private String seen;

    /**
     * Watches from what stands there now.
     *
     * @param reload takes the file as it is now, or reports why it cannot; false: nothing to take
     */
    public WatchedFile(Path file, Predicate<Problems> reload) {
        this.file = file;
        this.reload = reload;
        seen = stamp();
    }

    /** How often a change was taken since the start. */
    public long taken() {
        return taken.get();
    }

    /** How often a change was refused since the start. */
    public long refused() {
        return refused.get();
    }

    /** Looks once. */
    void look() {
        String now = stamp();
        if (now.equals(seen)) {
            return;
        }
        seen = now;
        Problems problems = new Problems();
        boolean changed = reload.test(problems);
        if (problems.hasErrors()) {
            refused.incrementAndGet();
            problems.errorLines().forEach(line -> LOG.error("not changed: {}", line));
        } else if (changed) {
            taken.incrementAndGet();
            problems.warningLines().forEach(line -> LOG.warn("{}", line));
            LOG.info("{} taken", file.getFileName());
        }
    }

    private String stamp() {
        try {
            return Files.getLastModifiedTime(file).toMillis() + " " + Files.size(file);
        } catch (IOException gone) {
            return "gone";
        }
    }
}
