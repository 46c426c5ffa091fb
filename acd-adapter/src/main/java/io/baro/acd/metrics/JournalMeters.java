package io.baro.acd.metrics;

import io.baro.engine.journal.FileJournal;
import io.micrometer.core.instrument.Tags;

/** Puts how the journal fares on the page. Runs once, on the main thread. */
public final class JournalMeters {
    private JournalMeters() {}

    public static void register(MetricsPage page, FileJournal journal) {
        page.gauge(
                        "baro.journal.failing",
                        "1: commands cannot be kept, no callback is promised",
                        Tags.empty(),
                        journal,
                        j -> j.isFailing() ? 1 : 0)
                .gauge(
                        "baro.journal.durable.sequence",
                        "Last command that survives a crash",
                        Tags.empty(),
                        journal,
                        j -> j.durableSequence())
                .gauge(
                        "baro.journal.waiting.bytes",
                        "Commands in memory that wait for a disk that fails",
                        Tags.empty(),
                        journal,
                        j -> j.waitingBytes())
                .counter(
                        "baro.journal.failures",
                        "Writes and forces that the disk refused",
                        Tags.empty(),
                        journal,
                        j -> j.failures())
                .counter(
                        "baro.journal.lost.commands",
                        "Commands that are in no journal, since too many waited already",
                        Tags.empty(),
                        journal,
                        j -> j.lostCommands());
    }
}
