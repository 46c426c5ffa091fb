package io.baro.acd.report;

import io.baro.engine.callcenter.Limits;
import io.baro.engine.journal.JournalException;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.message.RuleDefinedDecoder;
import io.baro.engine.message.RulesActivatedDecoder;
import io.baro.engine.message.RulesBegunDecoder;
import io.baro.engine.message.RulesCommittedDecoder;
import io.baro.engine.rehearsal.FloorPlan;
import io.baro.engine.rehearsal.Rehearsal;
import io.baro.engine.rehearsal.RehearsalPlan;
import io.baro.engine.rehearsal.ScheduledCommand;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.agrona.DirectBuffer;

/**
 * Owns one journal as three days: as it was, as it is lived again under its own rules (which shows what living again is worth), and
 * under other rules. All three are the production router's. One thread.
 */
public final class ReplayedDays {
    /** One of the days: its figures, and what became of each call. */
    private record Watch(DayBook book, CallFates fates) {}

    private final Limits limits;
    private final ZoneId zone;
    private final long objectiveMillis;
    private final RecordedDay recorded;
    private final Watch asItWas;
    private final Watch again;
    private final Watch otherwise;
    private final long commands;
    private final long forgotten;

    /** Settings of the recorded installation. */
    public record Installation(Limits limits, ZoneId zone, long objectiveMillis, ReportNames names) {}

    /**
     * Reads the journal and lives the day twice.
     *
     * @param otherRules the commands of the other rules
     * @param otherNames the installation's names with those of the other rules
     */
    public ReplayedDays(Path journal, Installation installation, List<DirectBuffer> otherRules, ReportNames otherNames)
            throws JournalException {
        limits = installation.limits();
        zone = installation.zone();
        objectiveMillis = installation.objectiveMillis();
        DayExtractor extractor = new DayExtractor();
        new JournalRun(limits, List.of(extractor)).read(journal);
        recorded = extractor.day();
        asItWas = watch(installation.names());
        JournalRun run = new JournalRun(limits, List.of(observer(asItWas), asItWas.fates));
        commands = run.read(journal);
        forgotten = run.forgotten();
        again = watch(installation.names());
        otherwise = watch(otherNames);
        if (commands > 0) {
            live(recorded.configuration(), recorded.timetable(), again);
            List<DirectBuffer> others = new ArrayList<>(recorded.configuration());
            others.removeIf(command -> isAboutRules(command, 0));
            others.addAll(otherRules);
            List<ScheduledCommand> hours = recorded.timetable().stream()
                    .filter(due -> !isAboutRules(due.command(), 0))
                    .toList();
            live(others, hours, otherwise);
        }
    }

    /** Commands in the journal. */
    public long commands() {
        return commands;
    }

    /** When the journal begins, epoch milliseconds. */
    public long beganMillis() {
        return recorded.beganMillis();
    }

    /** When its last command came, epoch milliseconds. */
    public long endedMillis() {
        return recorded.endedMillis();
    }

    /** The recorded day. */
    public DayBook recorded() {
        return asItWas.book;
    }

    /** The day under the other rules. */
    public DayBook otherwise() {
        return otherwise.book;
    }

    /** What living the day again under its own rules is worth, in words. */
    public List<String> verification() {
        CallFates.Difference difference = asItWas.fates.against(again.fates);
        List<String> lines = new ArrayList<>();
        if (forgotten > 0) {
            lines.add(String.format(
                    "the first %,d commands are kept no more: what they made is missing in all three days", forgotten));
        }
        lines.add(
                difference.alike() == difference.calls()
                        ? String.format(
                                "under its own rules the day is the same again: %,d of %,d calls to the millisecond",
                                difference.alike(), difference.calls())
                        : String.format(
                                "under its own rules %,d of %,d calls are the same again; others are not, since:",
                                difference.alike(), difference.calls()));
        for (Map.Entry<String, Integer> left : recorded.notLived().entrySet()) {
            lines.add(String.format("  not lived again: %s, %,d", left.getKey(), left.getValue()));
        }
        if (difference.alike() != difference.calls() && recorded.notLived().isEmpty()) {
            lines.add("  the PBX's own delays and turns differ from the rehearsed ones by milliseconds");
        }
        return lines;
    }

    /** How the other day differs, for machines. */
    Map<String, Object> changes() {
        CallFates.Difference difference = asItWas.fates.against(otherwise.fates);
        Map<String, Object> changes = new LinkedHashMap<>();
        changes.put("calls", difference.calls());
        changes.put("other_agent", difference.otherAgent());
        changes.put("other_outcome", difference.otherOutcome());
        changes.put("other_order", difference.otherOrder());
        return changes;
    }

    /** How the other day differs, in words. */
    public String difference() {
        CallFates.Difference difference = asItWas.fates.against(otherwise.fates);
        return String.format(
                "of %,d calls %,d had another agent, %,d another outcome, %,d another place in the order of their"
                        + " queue",
                difference.calls(), difference.otherAgent(), difference.otherOutcome(), difference.otherOrder());
    }

    private void live(List<DirectBuffer> configuration, List<ScheduledCommand> timetable, Watch watch) {
        FloorPlan floor = FloorPlan.of(configuration);
        new Rehearsal(
                        new RehearsalPlan(limits, configuration, timetable, recorded.beganMillis()),
                        floor,
                        new RecordedPeople(recorded),
                        List.of(observer(watch), watch.fates))
                .run();
    }

    private Watch watch(ReportNames names) {
        long midnight = Instant.ofEpochMilli(Math.max(0, recorded.beganMillis()))
                .atZone(zone)
                .toLocalDate()
                .atStartOfDay(zone)
                .toInstant()
                .toEpochMilli();
        return new Watch(new DayBook(names, recorded.floor(), midnight, objectiveMillis), new CallFates());
    }

    private DayObserver observer(Watch watch) {
        return new DayObserver(watch.book, recorded.floor().agents().size());
    }

    private static boolean isAboutRules(DirectBuffer command, int offset) {
        int template = new MessageHeaderDecoder().wrap(command, offset).templateId();
        return template == RulesBegunDecoder.TEMPLATE_ID
                || template == RuleDefinedDecoder.TEMPLATE_ID
                || template == RulesCommittedDecoder.TEMPLATE_ID
                || template == RulesActivatedDecoder.TEMPLATE_ID;
    }
}
