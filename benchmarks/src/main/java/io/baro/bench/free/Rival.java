package io.baro.bench.free;

import java.io.IOException;

/**
 * What may serve the callers of a round. Between its rounds it must not be connected to the PBX, so that it costs the others nothing. Runs
 * on: the rig's thread.
 */
interface Rival extends AutoCloseable {
    String name();

    /** Where its callers call from: by that the PBX knows who serves them. */
    String callersAddress();

    /** Whether it is faster when it has run for a while, so that a round without counting comes first. */
    default boolean warmsUp() {
        return true;
    }

    /** Serves from now on; returns when it can. */
    void connect() throws IOException;

    void disconnect() throws IOException;

    @Override
    default void close() throws IOException {}

    /** app_queue, as fast as it can be set; it is part of the PBX. */
    final class AppQueue implements Rival {
        @Override
        public String name() {
            return "app_queue";
        }

        @Override
        public String callersAddress() {
            return "127.0.0.3";
        }

        @Override
        public boolean warmsUp() {
            return false;
        }

        @Override
        public void connect() {}

        @Override
        public void disconnect() {}
    }

    /** {@link FloorScript}, made anew for each round: what it does not lose by that is its compiled code. */
    final class Floor implements Rival {
        private final int agents;
        private FloorScript script;

        Floor(int agents) {
            this.agents = agents;
        }

        @Override
        public String name() {
            return "floor";
        }

        @Override
        public String callersAddress() {
            return "127.0.0.4";
        }

        @Override
        public void connect() throws IOException {
            script = new FloorScript(RealPbx.AMI_PORT, agents);
        }

        @Override
        public void disconnect() throws IOException {
            script.close();
        }
    }
}
