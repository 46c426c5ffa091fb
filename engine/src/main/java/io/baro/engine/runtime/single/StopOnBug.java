package io.baro.engine.runtime.single;

import com.lmax.disruptor.ExceptionHandler;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * A bug of ours stops loudly: what comes after it could only make the state worse. Tells it once. Runs on: the thread that routes, or
 * the journal's.
 */
final class StopOnBug implements ExceptionHandler<CommandSlot> {
    private final AtomicBoolean broken = new AtomicBoolean();
    private final Consumer<Throwable> onBug;

    StopOnBug(Consumer<Throwable> onBug) {
        this.onBug = onBug;
    }

    /** Whether there was one: nothing more is taken or routed. From any thread. */
    boolean isBroken() {
        return broken.get();
    }

    /** The first is told, the others follow from it. */
    void tell(Throwable bug) {
        if (broken.compareAndSet(false, true)) {
            onBug.accept(bug);
        }
    }

    @Override
    public void handleEventException(Throwable bug, long sequence, CommandSlot slot) {
        tell(bug);
        throw new IllegalStateException("stopped at command " + sequence, bug);
    }

    @Override
    public void handleOnStartException(Throwable bug) {
        tell(bug);
    }

    @Override
    public void handleOnShutdownException(Throwable bug) {
        tell(bug);
    }
}
