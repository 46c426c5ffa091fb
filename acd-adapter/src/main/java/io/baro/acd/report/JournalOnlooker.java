package io.baro.acd.report;

import io.baro.engine.journal.FileJournal;
import io.baro.engine.journal.JournalException;
import io.baro.engine.journal.JournalSettings;
import io.baro.engine.rehearsal.Onlooker;
import java.nio.file.Path;
import org.agrona.DirectBuffer;

/** Keeps the commands of a rehearsed day in a journal, as a running Baro would. Never decides. One thread. */
public final class JournalOnlooker implements Onlooker, AutoCloseable {
    private final FileJournal journal;
    private long sequence;

    /** Begins a journal in a new directory. */
    public JournalOnlooker(Path directory) throws JournalException {
        journal = FileJournal.open(directory, JournalSettings.standard(), () -> 0);
    }

    @Override
    public void onCommand(long timeMillis, DirectBuffer buffer, int offset, int length) {
        journal.append(sequence++, timeMillis, buffer, offset, length);
    }

    @Override
    public void close() {
        journal.close();
    }
}
