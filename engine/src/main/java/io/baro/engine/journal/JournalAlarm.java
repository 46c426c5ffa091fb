package io.baro.engine.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the operator of a disk that fails: at once, then once a minute, and when it is over. Runs on: journal thread. */
final class JournalAlarm {
    private static final Logger LOG = LoggerFactory.getLogger(JournalAlarm.class);
    private static final long AGAIN_NANOS = TimeUnit.MINUTES.toNanos(1);

    private long since;
    private long told;
    private boolean ringing;

    void failed(Path file, IOException trouble, long nowNanos) {
        if (!ringing) {
            ringing = true;
            since = nowNanos;
        } else if (nowNanos - told < AGAIN_NANOS) {
            return;
        }
        told = nowNanos;
        LOG.error(
                "journal: cannot write {} ({}) since {} s; calls are routed, no callback is promised",
                file,
                DiskTrouble.of(trouble),
                TimeUnit.NANOSECONDS.toSeconds(nowNanos - since));
    }

    /** Commands that came after the backlog was full are in no journal: only a restart makes state and journal one again. */
    void overflowed(Path directory, long limitBytes) {
        LOG.error(
                "journal: {} MiB wait for the disk of {}, what comes now is not kept; free the disk and restart Baro,"
                        + " until then no callback is promised",
                limitBytes >> 20,
                directory);
    }

    void recovered(Path file, long nowNanos) {
        if (ringing) {
            ringing = false;
            LOG.warn(
                    "journal: writes again, to {}, after {} s", file, TimeUnit.NANOSECONDS.toSeconds(nowNanos - since));
        }
    }
}
