package io.baro.acd.app;

import io.baro.acd.api.Problem;
import io.baro.acd.api.RuleDesk;
import io.baro.acd.config.Configuration;
import io.baro.acd.config.FileWatch;
import io.baro.acd.config.Problems;
import io.baro.acd.config.RuleFile;
import io.baro.acd.config.RulePlan;
import io.baro.acd.config.RulesWatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rules as people change them over HTTP: the same file, read the same way, as an editor would save it. Never decides what is right. Whatever touches
 * the file or the watch of it runs on the watch's thread.
 */
final class RuleFileDesk implements RuleDesk {
    private static final Pattern ACTIVATE = Pattern.compile("(?m)^activate:.*$\\R?");
    private static final Pattern VERSION = Pattern.compile("(?m)^version:.*$\\R?");

    private final Configuration configuration;
    private final Path file;
    private final RulesWatch rules;
    private final FileWatch watch;
    private final RuleRehearsal rehearsal;

    RuleFileDesk(Configuration configuration, RulesWatch rules, FileWatch watch, RuleRehearsal rehearsal) {
        this.configuration = configuration;
        this.rules = rules;
        this.watch = watch;
        this.rehearsal = rehearsal;
        file = configuration.dir().resolve(RuleFile.NAME);
    }

    @Override
    public Rules rules() {
        return onWatch(() -> {
            List<Version> versions = new ArrayList<>();
            for (RulePlan plan : rules.kept().reversed()) {
                versions.add(new Version(plan.version(), plan.version() == rules.version(), plan.names()));
            }
            return new Rules(rules.version(), text(), versions);
        });
    }

    @Override
    public List<Problem.Line> check(String text) {
        Problems problems = new Problems();
        read(text, problems);
        return Problem.Line.of(problems);
    }

    @Override
    public void apply(String text, OptionalInt baseVersion) {
        onWatch(() -> {
            if (baseVersion.isPresent() && baseVersion.getAsInt() != rules.version()) {
                throw Problem.of(
                        Problem.CONFLICT,
                        "Other rules are in force",
                        "version " + rules.version() + " is in force by now; read it and edit that");
            }
            take(text);
            return null;
        });
    }

    @Override
    public void rollBack(int version) {
        onWatch(() -> {
            if (rules.kept().stream().noneMatch(plan -> plan.version() == version)) {
                throw Problem.notFound("rules of version " + version + " are not kept");
            }
            take(activating(version, text()));
            return null;
        });
    }

    @Override
    public SideBySide simulate(String text) {
        Problems problems = new Problems();
        Optional<RulePlan> plan = read(text, problems);
        if (problems.hasErrors()) {
            throw Problem.ofRules(Problem.Line.of(problems));
        }
        return rehearsal.sideBySide(plan.orElseThrow());
    }

    /** The text with that version in force, whatever rules stand in it. */
    static String activating(int version, String text) {
        String without = ACTIVATE.matcher(text).replaceAll("");
        String line = "activate: " + version + "\n";
        Matcher place = VERSION.matcher(without);
        return place.find()
                ? without.substring(0, place.end()) + line + without.substring(place.end())
                : line + without;
    }

    /** Checked first, so that the file is changed only for what will be taken. */
    private void take(String text) {
        Problems problems = new Problems();
        Optional<RulePlan> plan = read(text, problems);
        plan.ifPresent(now -> rules.check(now, problems));
        if (problems.hasErrors()) {
            throw Problem.ofRules(Problem.Line.of(problems));
        }
        write(text);
        rules.reload(problems);
    }

    private Optional<RulePlan> read(String text, Problems problems) {
        try {
            Path candidate = Files.createTempFile("baro-rules", ".yaml");
            try {
                Files.writeString(candidate, text);
                return RuleFile.read(candidate, configuration.names(), problems);
            } finally {
                Files.delete(candidate);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text() {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw unwritable("read", e);
        }
    }

    /** Beside it and then in its place, so that nobody ever reads half of it. */
    private void write(String text) {
        try {
            Path fresh = Files.createTempFile(configuration.dir(), "rules", ".new");
            Files.writeString(fresh, text, StandardCharsets.UTF_8);
            if (Files.exists(file)) {
                Files.setPosixFilePermissions(fresh, Files.getPosixFilePermissions(file));
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw unwritable("written", e);
        }
    }

    private static Problem unwritable(String what, IOException e) {
        return Problem.of(
                Problem.UNAVAILABLE,
                "rules.yaml cannot be " + what,
                e.getClass().getSimpleName() + "; let the user that Baro runs as own the configuration directory");
    }

    private <T> T onWatch(Supplier<T> what) {
        try {
            return watch.call(what);
        } catch (IllegalStateException ended) {
            throw Problem.of(Problem.UNAVAILABLE, "Not now", "Baro is stopping, or its files are not watched");
        }
    }
}
