package io.baro.engine.runtime.single;

import com.lmax.disruptor.EventHandler;
import io.baro.engine.journal.Journal;

/** Journals each command, one group commit at the end of a batch. Beside routing, which never waits for it. Runs on: journal thread. */
final class JournalStage implements EventHandler<CommandSlot> {
    private final Journal journal;
    private final long base;

    /** @param base sequence of the ring's first command: the journal is older than the process */
    JournalStage(Journal journal, long base) {
        this.journal = journal;
        this.base = base;
    }

    @Override
    public void onEvent(CommandSlot slot, long sequence, boolean endOfBatch) {
        journal.append(base + sequence, slot.timeMillis, slot.buffer, 0, slot.length);
        if (endOfBatch) {
            journal.flush();
        }
    }
}
