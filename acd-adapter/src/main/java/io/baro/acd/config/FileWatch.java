package io.baro.acd.config;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks once a second whether one of the files changed; a bad change changes nothing. Runs on its own daemon thread, one file
 * after the other.
 */
public final class FileWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FileWatch.class);
    /** A poll costs one stat call a file and works on every file system and every editor's way of saving. */
    private static final long PERIOD_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final long PATIENCE_SECONDS = 10;

    private final List<WatchedFile> files;
    private final Runnable afterLook;
    private final LinkedBlockingQueue<Runnable> asked = new LinkedBlockingQueue<>();
    private final Thread thread =
            Thread.ofPlatform().name("baro-files").daemon().unstarted(this::run);

    /** @param afterLook runs after each look, on the same thread */
    public FileWatch(List<WatchedFile> files, Runnable afterLook) {
        this.files = List.copyOf(files);
        this.afterLook = afterLook;
    }

    public void start() {
        thread.start();
    }

    /**
     * Has something done on the watch's thread, between its looks, and waits for it: what changes files or what was read of them has one owner.
     *
     * @throws IllegalStateException when the watch has ended, or does not come to it
     */
    public <T> T call(Supplier<T> what) {
        CompletableFuture<T> result = new CompletableFuture<>();
        asked.add(() -> {
            try {
                result.complete(what.get());
            } catch (RuntimeException refused) {
                result.completeExceptionally(refused);
            }
        });
        try {
            return result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("the files are not watched now", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void run() {
        try {
            long nextLook = System.nanoTime() + PERIOD_NANOS;
            while (!Thread.currentThread().isInterrupted()) {
                Runnable next = asked.poll(nextLook - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (next != null) {
                    next.run();
                    continue;
                }
                nextLook = System.nanoTime() + PERIOD_NANOS;
                files.forEach(WatchedFile::look);
                afterLook.run();
            }
        } catch (InterruptedException closed) {
            // The end that close() asks for.
        } catch (IllegalStateException stopping) {
            LOG.info("files are watched no more: {}", stopping.getMessage());
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
