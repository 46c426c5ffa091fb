package io.baro.acd.app;

import io.baro.acd.config.ConfigCommands;
import io.baro.acd.config.Configuration;
import io.baro.acd.config.IdRegister;
import io.baro.acd.config.ServerPlan;
import io.baro.engine.journal.FileJournal;
import io.baro.engine.journal.Journal;
import io.baro.engine.journal.JournalReader;
import io.baro.engine.journal.JournalSettings;
import io.baro.engine.journal.MemoryJournal;
import io.baro.engine.journal.SnapshotFiles;
import io.baro.engine.port.Ingress;
import io.baro.engine.routing.Router;
import io.baro.engine.runtime.single.Recovery;
import io.baro.engine.runtime.single.SnapshotSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an earlier life of this installation left: the journal that goes on, the router as it was, and whose the ids are. Never routes.
 * Made on the main thread.
 *
 * @param configuration with each agent at the place of his id
 * @param snapshots when the state is to be kept; empty: it is not
 * @param ids where the ids of agents are kept with it
 * @param known agents that the router knows; 0: it knows nothing
 */
record KeptState(
        Configuration configuration,
        Journal journal,
        Router router,
        Optional<SnapshotSettings> snapshots,
        Optional<IdRegister> ids,
        int known) {
    private static final Logger LOG = LoggerFactory.getLogger(KeptState.class);
    private static final int COMMANDS_IN_MEMORY = 65_536;
    private static final double NANOS_PER_SECOND = 1e9;

    /** In state_dir. */
    static final String JOURNAL = "journal";

    static final String SNAPSHOTS = "snapshots";

    /**
     * Opens what baro.yaml names and makes the state again.
     *
     * @throws IOException with a line for the operator
     */
    static KeptState open(Configuration configuration) throws IOException {
        if (configuration.server().journal() == ServerPlan.JournalKind.MEMORY) {
            return new KeptState(
                    configuration,
                    new MemoryJournal(COMMANDS_IN_MEMORY, Ingress.MAX_COMMAND_BYTES),
                    new Router(Server.limits(configuration)),
                    Optional.empty(),
                    Optional.empty(),
                    0);
        }
        return fromDisk(configuration);
    }

    /**
     * The configuration with the ids of an earlier life, if there are any that will be used: so customers.csv is read with them at once.
     * Only looks, and takes no lock; {@link #open} decides.
     */
    static Configuration numberedBefore(Configuration configuration) {
        if (configuration.server().journal() == ServerPlan.JournalKind.MEMORY) {
            return configuration;
        }
        try {
            IdRegister ids = IdRegister.open(configuration.server().stateDir());
            return ids.fits(configuration) ? ids.numbered(configuration) : configuration;
        } catch (IOException unusable) {
            // Said by open, which will not start with it.
            return configuration;
        }
    }

    /** Whether there is a state from an earlier life. */
    boolean isRecovered() {
        return known > 0;
    }

    /** The journal's lock comes first: a second Baro touches nothing of what the first one uses. */
    private static KeptState fromDisk(Configuration configuration) throws IOException {
        Path stateDir = configuration.server().stateDir();
        AtomicReference<SnapshotFiles> files = new AtomicReference<>();
        FileJournal journal = journal(configuration.server(), files);
        try {
            PutAside aside = new PutAside(stateDir);
            IdRegister ids = IdRegister.open(stateDir);
            if (aside.isCutShort() || (journal.durableSequence() >= 0 && !ids.fits(configuration))) {
                journal.close();
                LOG.warn(
                        "PBXs, skills, queues, ladders or limits changed: a new state begins, the old one is in {}",
                        aside.move());
                journal = journal(configuration.server(), files);
                ids = IdRegister.open(stateDir);
            }
            files.set(new SnapshotFiles(stateDir.resolve(SNAPSHOTS)));
            Configuration numbered = ids.numbered(configuration);
            int known = ids.agentCount();
            Recovery.Recovered state = recovered(numbered, files.get());
            ids.keep(numbered, numbered.agents());
            if (!aside.noted().isEmpty()) {
                carryOver(aside, numbered, known, state, journal);
                known = numbered.agents().size();
            }
            return new KeptState(
                    numbered,
                    journal,
                    state.router(),
                    Optional.of(SnapshotSettings.standard(files.get())),
                    Optional.of(ids),
                    journal.durableSequence() >= 0 ? known : 0);
        } catch (IOException e) {
            journal.close();
            throw e;
        }
    }

    private static FileJournal journal(ServerPlan plan, AtomicReference<SnapshotFiles> files) throws IOException {
        JournalSettings settings = JournalSettings.standard()
                .keeping(plan.journalKeep().age().toMillis(), plan.journalKeep().bytes());
        return FileJournal.open(
                plan.stateDir().resolve(JOURNAL),
                settings,
                () -> files.get() == null ? 0 : files.get().lowestNeeded());
    }

    private static Recovery.Recovered recovered(Configuration configuration, SnapshotFiles files) throws IOException {
        Path directory = configuration.server().stateDir().resolve(JOURNAL);
        long began = System.nanoTime();
        Recovery.Recovered state =
                new Recovery(Server.limits(configuration), files, JournalReader.open(directory)::read).run();
        if (state.nextSequence() > 0) {
            LOG.info(
                    "state made again in {} s: {} commands after the snapshot of command {}, {} callbacks promised",
                    (System.nanoTime() - began) / NANOS_PER_SECOND,
                    state.commands(),
                    state.snapshotSequence(),
                    state.router().center().reservations().size());
        }
        return state;
    }

    /**
     * The new state begins, and knows what the old one promised, before anybody is linked: until all of it is durable the note stays, and a
     * start does it again.
     */
    private static void carryOver(
            PutAside aside, Configuration numbered, int known, Recovery.Recovered state, FileJournal journal)
            throws IOException {
        FirstCommands first = new FirstCommands(journal, state.router(), state.nextSequence());
        ConfigCommands config = new ConfigCommands(first);
        if (state.nextSequence() == 0) {
            config.sendAll(numbered);
        } else {
            config.sendAgain(numbered, known);
        }
        for (Path directory : aside.noted()) {
            new CarryOver(numbered, first).carry(directory);
        }
        first.flush();
        aside.done();
    }
}
