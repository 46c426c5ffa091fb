package io.baro.acd.config;

import io.baro.acd.rule.ConditionNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks once a second whether {@code rules.yaml} changed and hands a good new rule set on whole; a bad one changes nothing, is
 * logged line by line and counted. Runs on its own daemon thread.
 */
public final class RulesWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RulesWatch.class);
    /** A poll costs one stat call and works on every file system and every editor's way of saving. */
    private static final long PERIOD_MILLIS = 1_000;

    private final Path file;
    private final ConditionNames names;
    private final Consumer<RulePlan> applied;
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final Thread thread =
            Thread.ofPlatform().name("baro-rules").daemon().unstarted(this::run);
    private String seen;

    /**
     * Watches from what stands there now.
     *
     * @param applied takes each new rule set, on the watch's thread
     */
    public RulesWatch(Path dir, ConditionNames names, Consumer<RulePlan> applied) {
        this.file = dir.resolve(RuleFile.NAME);
        this.names = names;
        this.applied = applied;
        this.seen = stamp();
    }

    public void start() {
        thread.start();
    }

    /** Rule sets taken since the start. */
    public long accepted() {
        return accepted.get();
    }

    /** Rule sets refused since the start. */
    public long refused() {
        return refused.get();
    }

    /** Looks once; what the thread does every second. */
    void look() {
        String now = stamp();
        if (now.equals(seen)) {
            return;
        }
        seen = now;
        Problems problems = new Problems();
        RulePlan plan = RuleFile.read(file, names, problems).orElse(null);
        if (plan == null || problems.hasErrors()) {
            refused.incrementAndGet();
            problems.errorLines().forEach(line -> LOG.error("rules not changed: {}", line));
            return;
        }
        applied.accept(plan);
        accepted.incrementAndGet();
        LOG.info(
                "rules version {} applied, {} rules",
                plan.version(),
                plan.rules().size());
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(PERIOD_MILLIS);
                look();
            }
        } catch (InterruptedException closed) {
            // The end that close() asks for.
        } catch (IllegalStateException stopping) {
            LOG.info("rules are watched no more: {}", stopping.getMessage());
        }
    }

    private String stamp() {
        try {
            return Files.getLastModifiedTime(file).toMillis() + " " + Files.size(file);
        } catch (IOException gone) {
            return "gone";
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
