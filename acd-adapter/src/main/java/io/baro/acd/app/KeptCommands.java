package io.baro.acd.app;

import io.baro.acd.config.ServerPlan;
import io.baro.engine.callcenter.Limits;
import io.baro.engine.journal.FileJournal;
import io.baro.engine.journal.Journal;
import io.baro.engine.journal.JournalException;
import io.baro.engine.journal.JournalReader;
import io.baro.engine.journal.JournalSettings;
import io.baro.engine.journal.MemoryJournal;
import io.baro.engine.port.Ingress;
import io.baro.engine.routing.Router;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The journal that baro.yaml names, and the router as its commands made it. Made on the main thread. */
record KeptCommands(Journal journal, Router router) {
    private static final Logger LOG = LoggerFactory.getLogger(KeptCommands.class);
    private static final int COMMANDS_IN_MEMORY = 65_536;
    private static final String DIRECTORY = "journal";

    /**
     * Opens the journal and lets the router live through it.
     *
     * @throws JournalException with a line for the operator
     */
    static KeptCommands open(ServerPlan plan, Limits limits) throws JournalException {
        return switch (plan.journal()) {
            case MEMORY ->
                new KeptCommands(new MemoryJournal(COMMANDS_IN_MEMORY, Ingress.MAX_COMMAND_BYTES), new Router(limits));
            case FILE -> recovered(plan, limits);
        };
    }

    private static KeptCommands recovered(ServerPlan plan, Limits limits) throws JournalException {
        Path directory = plan.stateDir().resolve(DIRECTORY);
        JournalSettings settings = JournalSettings.standard()
                .keeping(plan.journalKeep().age().toMillis(), plan.journalKeep().bytes());
        // Without a snapshot every command is needed: nothing is deleted.
        FileJournal journal = FileJournal.open(directory, settings, () -> 0);
        Router router = new Router(limits);
        try {
            long next = JournalReader.open(directory)
                    .read(
                            0,
                            (sequence, timeMillis, buffer, offset, length) ->
                                    router.apply(timeMillis, buffer, offset, (time, decision, at, size) -> {}));
            LOG.info("journal: {} commands read from {}", next, directory);
        } catch (JournalException e) {
            journal.close();
            throw e;
        }
        return new KeptCommands(journal, router);
    }
}
