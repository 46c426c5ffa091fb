package io.baro.engine.runtime.single;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;

/** Makes and names the threads of the stages; they never keep the process alive. One thread. */
final class StageThreads implements ThreadFactory {
    private final long joinMillis;
    private final List<Thread> threads = new ArrayList<>();

    /** @param joinMillis how long an end is waited for, each */
    StageThreads(long joinMillis) {
        this.joinMillis = joinMillis;
    }

    @Override
    public Thread newThread(Runnable stage) {
        Thread thread = Thread.ofPlatform()
                .name("baro-stage-" + threads.size())
                .daemon(true)
                .unstarted(stage);
        threads.add(thread);
        return thread;
    }

    /** Waits until they have ended: what they own may be touched then. */
    void join() throws InterruptedException {
        for (Thread thread : threads) {
            thread.join(joinMillis);
        }
    }

    boolean areAlive() {
        return threads.stream().anyMatch(Thread::isAlive);
    }
}
