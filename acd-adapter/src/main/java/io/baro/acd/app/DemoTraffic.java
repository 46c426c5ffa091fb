package io.baro.acd.app;

import io.baro.acd.pbx.EmbeddedPbx;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Who calls the embedded PBXs, when, and what everybody does then. Made from a seed alone. */
interface DemoTraffic extends AutoCloseable {

    /** Writes the birth dates of those who may call, as {@code customers.csv}. */
    void writeCustomers(Path file) throws IOException;

    /** Lets phones answer and callers call. */
    void begin(List<EmbeddedPbx> pbxs);

    @Override
    void close();
}
