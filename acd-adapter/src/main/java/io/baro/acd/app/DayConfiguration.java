package io.baro.acd.app;

import io.baro.acd.config.AgentPlan;
import io.baro.acd.config.ConfigCommands;
import io.baro.acd.config.Configuration;
import io.baro.acd.config.IdRegister;
import io.baro.acd.config.PbxPlan;
import io.baro.acd.config.Problems;
import io.baro.acd.config.QueuePlan;
import io.baro.acd.config.RuleFile;
import io.baro.acd.config.RulePlan;
import io.baro.acd.hours.QueueCalendar;
import io.baro.acd.report.ReportNames;
import io.baro.engine.port.Ingress;
import io.baro.engine.rehearsal.FloorPlan;
import io.baro.engine.rehearsal.ScheduledCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Owns a configuration as the commands that a router would be told, for days that are not lived: simulated, replayed, explained. Needs
 * no secret, since nobody is called. Immutable.
 */
record DayConfiguration(Configuration configuration) {
    private static final long DAY_MILLIS = 86_400_000;

    /** Loads the directory; prints each problem on a line of its own and gives nothing if there is an error. */
    static Optional<DayConfiguration> load(Path dir, Main.Console console) {
        return LoadedConfiguration.load(
                        dir, LoadedConfiguration.Key.PASSING, withoutSecrets(console.environment()), console.err())
                .map(LoadedConfiguration::configuration)
                .map(DayConfiguration::new);
    }

    /** As {@link #load}, with the ids that agents have for life in a journal, if what stands beside it tells them. */
    static Optional<DayConfiguration> ofJournal(Path dir, Path journal, Main.Console console) {
        try {
            IdRegister ids = IdRegister.open(journal.toAbsolutePath().getParent());
            return load(dir, console).map(day -> day.withIds(ids, journal, console.err()));
        } catch (IOException unusable) {
            console.err().println(unusable.getMessage());
            return Optional.empty();
        }
    }

    /** As {@link #ofJournal}, of the journal that the directory's Baro itself writes. */
    static Optional<DayConfiguration> ofOwnJournal(Path dir, Main.Console console) {
        Optional<DayConfiguration> loaded = load(dir, console);
        if (loaded.isEmpty()) {
            return loaded;
        }
        Path stateDir = loaded.get().configuration().server().stateDir();
        try {
            IdRegister ids = IdRegister.open(stateDir);
            return loaded.map(day -> day.withIds(ids, stateDir.resolve(KeptState.JOURNAL), console.err()));
        } catch (IOException unusable) {
            console.err().println(unusable.getMessage());
            return Optional.empty();
        }
    }

    private DayConfiguration withIds(IdRegister ids, Path journal, PrintWriter err) {
        if (ids.agentCount() == 0) {
            return this;
        }
        if (!ids.fits(configuration)) {
            err.println("warning: " + journal + " was written under other PBXs, skills or queues; names may be wrong");
            return this;
        }
        return new DayConfiguration(ids.numbered(configuration));
    }

    /** The same under the rules of another file; nothing, and a line for each problem, if they are wrong. */
    Optional<DayConfiguration> withRules(Path file, PrintWriter err) {
        Problems problems = new Problems();
        Optional<RulePlan> rules = RuleFile.read(file, configuration.names(), problems);
        problems.warningLines().forEach(line -> err.println("warning: " + line));
        problems.errorLines().forEach(err::println);
        return rules.filter(plan -> !problems.hasErrors())
                .map(plan -> new DayConfiguration(new Configuration(
                        configuration.dir(),
                        configuration.server(),
                        configuration.queues(),
                        plan,
                        configuration.agents())));
    }

    /** Everything that a router is told at its start. */
    List<DirectBuffer> commands() {
        return taken(commands -> commands.sendAll(configuration));
    }

    /** The rules alone. */
    List<DirectBuffer> ruleCommands() {
        return taken(commands -> commands.sendRules(configuration.rules()));
    }

    FloorPlan floor() {
        return FloorPlan.of(commands());
    }

    ReportNames names() {
        return new ReportNames(
                configuration.server().pbxs().stream().map(PbxPlan::name).toList(),
                configuration.queues().queues().stream()
                        .map(QueuePlan.Queue::name)
                        .toList(),
                configuration.agents().stream().map(AgentPlan::number).toList(),
                configuration.queues().skills(),
                configuration.rules().version(),
                configuration.rules().names());
    }

    /** When queues open and close that day. */
    List<ScheduledCommand> timetable(long midnightMillis) {
        List<ScheduledCommand> timetable = new ArrayList<>();
        long[] now = {midnightMillis};
        QueueCalendar calendar = LinkWiring.calendar(
                configuration, taking(command -> timetable.add(new ScheduledCommand(now[0], command))));
        while (now[0] < midnightMillis + DAY_MILLIS) {
            now[0] = calendar.advanceTo(now[0]);
        }
        // Several calendars announce in no order of their own.
        timetable.sort(Comparator.comparingLong(ScheduledCommand::atMillis).thenComparing(ScheduledCommand::command));
        return timetable;
    }

    /** Kinds of queues that callers are only sent to: the teams that take over whose own agent has left. */
    Set<Integer> unasked() {
        return configuration.queues().regions().values().stream()
                .map(configuration.queues()::indexOf)
                .collect(Collectors.toSet());
    }

    /** Kind of the queue for callers who choose none. */
    int entryKind() {
        return configuration.queues().indexOf(configuration.queues().defaultEntry());
    }

    private static List<DirectBuffer> taken(Consumer<ConfigCommands> sender) {
        List<DirectBuffer> commands = new ArrayList<>();
        sender.accept(new ConfigCommands(taking(commands::add)));
        return commands;
    }

    private static Ingress taking(Consumer<DirectBuffer> taker) {
        return (buffer, offset, length, _) -> {
            byte[] bytes = new byte[length];
            buffer.getBytes(offset, bytes);
            taker.accept(new UnsafeBuffer(bytes));
            return Ingress.Offer.ACCEPTED;
        };
    }

    /** What its files ask of the environment is only there so that they load. */
    private static Map<String, String> withoutSecrets(Map<String, String> environment) {
        return new HashMap<>(environment) {
            private static final long serialVersionUID = 1;

            @Override
            public String getOrDefault(Object name, String fallback) {
                return super.getOrDefault(name, "unused");
            }
        };
    }
}
