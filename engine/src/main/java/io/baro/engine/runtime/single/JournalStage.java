package io.baro.engine.runtime.single;

import com.lmax.disruptor.EventHandler;
import io.baro.engine.journal.Journal;

/** Journals each command, one group commit at the end of a batch. Beside routing, which never waits for it. Runs on: journal thread. */
final class JournalStage implements EventHandler<CommandSlot> {
    private final Journal journal;

    JournalStage(Journal journal) {
        this.journal = journal;
    }

    @Override
    public void onEvent(CommandSlot slot, long sequence, boolean endOfBatch) {
        journal.append(sequence, slot.timeMillis, slot.buffer, 0, slot.length);
        if (endOfBatch) {
            journal.flush();
        }
    }
}
