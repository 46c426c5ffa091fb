package io.baro.acd.app;

import io.baro.acd.config.Configuration;
import io.baro.acd.config.ServerPlan;
import io.baro.acd.records.RecordDatabase;
import io.baro.acd.records.RecordKeeper;
import io.baro.acd.records.RecordNames;
import io.baro.acd.records.RecordPlaces;
import io.baro.engine.journal.Journal;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Gives the records the part of the configuration they need. Stateless; any thread. */
final class RecordWiring {
    private RecordWiring() {}

    /** Who keeps the records of a Baro that runs; empty: none are wanted. */
    static Optional<RecordKeeper> keeper(KeptState kept, LongSupplier epochMillis) {
        Configuration configuration = kept.configuration();
        ServerPlan.Records plan = configuration.server().records();
        if (plan.store() == ServerPlan.RecordStore.NONE) {
            return Optional.empty();
        }
        Journal journal = kept.journal();
        return Optional.of(new RecordKeeper(
                database(configuration),
                places(configuration),
                plan.retention(),
                RecordNames.of(configuration),
                journal::durableSequence,
                epochMillis));
    }

    static RecordDatabase database(Configuration configuration) {
        return RecordDatabase.of(
                configuration.server().records(), configuration.server().stateDir());
    }

    static RecordPlaces places(Configuration configuration) {
        Path stateDir = configuration.server().stateDir();
        return new RecordPlaces(
                stateDir.resolve(KeptState.JOURNAL),
                stateDir.resolve(KeptState.SNAPSHOTS),
                Server.limits(configuration));
    }
}
