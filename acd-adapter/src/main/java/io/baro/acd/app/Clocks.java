package io.baro.acd.app;

import java.util.function.LongSupplier;

/**
 * The clocks that a server goes by: those of the machine, or of a demo whose time goes faster. Read by any thread.
 *
 * @param epochMillis the date; it may be set, forward and back
 * @param nanoTime how much time has passed, which nobody sets; only differences mean something
 * @param isFast whether they go faster than the wall's
 */
record Clocks(LongSupplier epochMillis, LongSupplier nanoTime, boolean isFast) {
    static Clocks ofMachine() {
        return new Clocks(System::currentTimeMillis, System::nanoTime, false);
    }
}
