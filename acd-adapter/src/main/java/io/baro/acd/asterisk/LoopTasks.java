package io.baro.acd.asterisk;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Runs tasks of one link later. Netty keeps what a task throws to itself, and ends a periodic one silently; here a fault of ours is heard.
 * Safe for any thread; the tasks run on the event loop.
 */
final class LoopTasks {
    private final EventLoop loop;
    private final Consumer<Throwable> onFault;

    /** @param onFault hears what a task throws, on the event loop */
    LoopTasks(EventLoop loop, Consumer<Throwable> onFault) {
        this.loop = loop;
        this.onFault = onFault;
    }

    void after(long micros, Runnable task) {
        Future<?> ignored = loop.schedule(() -> guarded(task), micros, TimeUnit.MICROSECONDS);
    }

    /** Runs the task now and then a period after its last run, so that a pause of ours brings no burst; cancelled by the caller. */
    Future<?> every(long millis, Runnable task) {
        return loop.scheduleWithFixedDelay(() -> guarded(task), 0, millis, TimeUnit.MILLISECONDS);
    }

    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | AssertionError fault) {
            onFault.accept(fault);
        }
    }
}
