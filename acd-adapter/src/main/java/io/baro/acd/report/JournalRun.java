package io.baro.acd.report;

import io.baro.engine.callcenter.Limits;
import io.baro.engine.journal.JournalException;
import io.baro.engine.journal.JournalReader;
import io.baro.engine.port.DecisionSink;
import io.baro.engine.rehearsal.Onlooker;
import io.baro.engine.routing.Router;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs the production router over a journal once more. What it decides is what was decided then, since the journal holds everything that
 * a decision depended on. One thread.
 */
public final class JournalRun {
    private final Router router;
    private final List<Onlooker> onlookers;
    private final DecisionSink sink;
    private long commands;

    /** A run for these to see; limits must be those of the recorded Baro. */
    public JournalRun(Limits limits, List<? extends Onlooker> onlookers) {
        router = new Router(limits);
        this.onlookers = List.copyOf(onlookers);
        sink = (timeMillis, buffer, offset, length) -> {
            for (Onlooker onlooker : this.onlookers) {
                onlooker.onDecision(timeMillis, buffer, offset, length);
            }
        };
    }

    /** Reads the directory to its last whole command and returns how many there were. */
    public long read(Path journal) throws JournalException {
        JournalReader.open(journal).read(0, (sequence, timeMillis, buffer, offset, length) -> {
            commands++;
            for (Onlooker onlooker : onlookers) {
                onlooker.onCommand(timeMillis, buffer, offset, length);
            }
            router.apply(timeMillis, buffer, offset, sink);
            for (Onlooker onlooker : onlookers) {
                onlooker.afterCommand(timeMillis);
            }
        });
        return commands;
    }

    /** The state at the end in one number. */
    public long stateHash() {
        return router.stateHash();
    }
}
