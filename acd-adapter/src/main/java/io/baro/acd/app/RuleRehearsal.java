package io.baro.acd.app;

import io.baro.acd.api.Problem;
import io.baro.acd.api.RuleDesk;
import io.baro.acd.config.Configuration;
import io.baro.acd.config.RulePlan;
import io.baro.acd.config.ServerPlan;
import io.baro.acd.report.Figures;
import io.baro.acd.report.ReplayedDays;
import io.baro.engine.journal.JournalException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * What other rules would have made of what the journal holds, for who asks over HTTP: {@code baro replay} in the running process, one at a time and not
 * of a long journal, since the cores are the router's. Runs on: the request's thread.
 */
final class RuleRehearsal {
    /** Some 1.5 million commands, a day of the model centre: 10 to 20 s of one core, 1 GB while it lasts. */
    private static final long MOST_BYTES = 256L << 20;

    private final Configuration configuration;
    private final Semaphore one = new Semaphore(1);

    RuleRehearsal(Configuration configuration) {
        this.configuration = configuration;
    }

    RuleDesk.SideBySide sideBySide(RulePlan rules) {
        if (configuration.server().journal() != ServerPlan.JournalKind.FILE) {
            throw Problem.of(Problem.CONFLICT, "There is no journal", "write journal: file into baro.yaml");
        }
        Path journal = configuration.server().stateDir().resolve(KeptState.JOURNAL);
        if (bytes(journal) > MOST_BYTES) {
            throw Problem.of(
                    Problem.CONFLICT,
                    "The journal is long",
                    "it would take the router's cores too long; run baro replay on a copy, on another machine");
        }
        if (!one.tryAcquire()) {
            throw Problem.of(Problem.TOO_MANY, "Another one runs", "wait until it is done");
        }
        try {
            return replay(journal, rules);
        } catch (JournalException e) {
            throw Problem.of(Problem.CONFLICT, "The journal cannot be read", e.getMessage());
        } finally {
            one.release();
        }
    }

    private RuleDesk.SideBySide replay(Path journal, RulePlan rules) throws JournalException {
        DayConfiguration own = new DayConfiguration(configuration);
        DayConfiguration other = new DayConfiguration(new Configuration(
                configuration.dir(), configuration.server(), configuration.queues(), rules, configuration.agents()));
        ReplayedDays days = new ReplayedDays(
                journal,
                new ReplayedDays.Installation(
                        Server.limits(configuration),
                        configuration.server().zone(),
                        configuration.server().answerWithin().toMillis(),
                        own.names()),
                other.ruleCommands(),
                other.names());
        if (days.commands() == 0) {
            throw Problem.of(Problem.CONFLICT, "The journal is empty", "ask again when there were calls");
        }
        Figures before = days.recorded().whole();
        Figures after = days.otherwise().whole();
        List<RuleDesk.Row> rows = new ArrayList<>();
        row(rows, "calls", before, after, Figures::offered);
        row(rows, "answered", before, after, Figures::answered);
        row(rows, "service_level", before, after, Figures::serviceLevel);
        row(rows, "abandonment", before, after, Figures::abandonment);
        row(rows, "shed", before, after, Figures::shed);
        row(rows, "wait_mean_ms", before, after, Figures::meanWaitMillis);
        row(rows, "wait_p50_ms", before, after, figures -> figures.waitMillis(50));
        row(rows, "wait_p90_ms", before, after, figures -> figures.waitMillis(90));
        row(rows, "wait_p99_ms", before, after, figures -> figures.waitMillis(99));
        row(rows, "occupancy", before, after, Figures::occupancy);
        return new RuleDesk.SideBySide(
                Instant.ofEpochMilli(days.beganMillis()), Instant.ofEpochMilli(days.endedMillis()), rows);
    }

    /** A figure that there is none of (nobody was answered) is 0. */
    private static void row(
            List<RuleDesk.Row> rows, String what, Figures before, Figures after, ToDoubleFunction<Figures> figure) {
        double was = figure.applyAsDouble(before);
        double is = figure.applyAsDouble(after);
        rows.add(new RuleDesk.Row(what, Double.isNaN(was) ? 0 : was, Double.isNaN(is) ? 0 : is));
    }

    private static long bytes(Path journal) {
        try (Stream<Path> files = Files.list(journal)) {
            long sum = 0;
            for (Path file : files.toList()) {
                sum += Files.size(file);
            }
            return sum;
        } catch (IOException e) {
            throw Problem.of(
                    Problem.CONFLICT, "The journal cannot be read", e.getClass().getSimpleName());
        }
    }
}
