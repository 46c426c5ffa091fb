package io.baro.acd.app;

import io.baro.acd.hours.QueueCalendar;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives the calendar the time. How everything stands is told before the first call. Runs on its own daemon thread. */
final class CalendarClock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CalendarClock.class);
    /** The demonstration's hours are seconds: a twentieth of a second is half a minute there, and costs a comparison. */
    private static final long PERIOD_MILLIS = 50;

    private final QueueCalendar calendar;
    private final LongSupplier epochMillis;
    private final Runnable look;
    private final Thread thread =
            Thread.ofPlatform().name("baro-calendar").daemon().unstarted(this::run);

    /** @param look at the clock of the commands as often */
    CalendarClock(QueueCalendar calendar, LongSupplier epochMillis, Runnable look) {
        this.calendar = calendar;
        this.epochMillis = epochMillis;
        this.look = look;
        calendar.advanceTo(epochMillis.getAsLong());
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(PERIOD_MILLIS);
                look.run();
                calendar.advanceTo(epochMillis.getAsLong());
            }
        } catch (InterruptedException closed) {
            // The end that close() asks for.
        } catch (IllegalStateException stopping) {
            LOG.info("the calendar ends: {}", stopping.getMessage());
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
