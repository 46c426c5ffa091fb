package io.baro.acd.records;

import io.baro.engine.callcenter.Limits;
import java.nio.file.Path;
import java.util.List;

/**
 * What the records are made of: a journal, the snapshots beside it and the sizes of its router. Immutable.
 *
 * @param journal its directory
 * @param snapshots of the running Baro; the records keep theirs below it, so that both are put aside together
 */
public record RecordPlaces(Path journal, Path snapshots, Limits limits) {
    private static final String OWN = "records";

    Path own() {
        return snapshots.resolve(OWN);
    }

    Path daily() {
        return own().resolve("daily");
    }

    RouterStarts starts() {
        return new RouterStarts(limits, journal, List.of(snapshots, own(), daily()));
    }
}
