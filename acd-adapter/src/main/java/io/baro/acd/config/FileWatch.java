package io.baro.acd.config;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks once a second whether one of the files changed; a bad change changes nothing. Runs on its own daemon thread, one file
 * after the other.
 */
public final class FileWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FileWatch.class);
    /** A poll costs one stat call a file and works on every file system and every editor's way of saving. */
    private static final long PERIOD_MILLIS = 1_000;

    private final List<WatchedFile> files;
    private final Runnable afterLook;
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

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(PERIOD_MILLIS);
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
