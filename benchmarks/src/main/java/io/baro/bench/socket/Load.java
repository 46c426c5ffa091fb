package io.baro.bench.socket;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Tells the recorded call of many callers at once at planned times, whatever comes of it, and takes the time from the plan of a caller's
 * arrival to the action that moves him. An event that cannot be sent in time is sent late and counted from its plan: nothing is left out. Runs on:
 * the rig's thread.
 */
final class Load implements PlayedPbx.Moves {
    static final int LINES = 1024;
    private static final long GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(700);

    /** A backlog of less than that is the host's doing; more and it grows. */
    private static final long SUSTAINED_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private static final long HIGHEST_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final byte[] ANYBODY = Agents.endpoint(0).getBytes(StandardCharsets.US_ASCII);
    private static final int FEWEST = 20;
    private static final int LAST_PART = 4;

    /** Written at once, as Asterisk writes what it has. */
    private static final int BATCH_BYTES = 64 * 1024;

    /** How often the others are answered, who are not measured and must not take their PBX for dead. */
    private static final long OTHERS_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final PlayedPbx pbx;
    private final CallScript script = new CallScript();
    private final Line[] lines = new Line[LINES];
    private final Arrivals arrivals = new Arrivals(LINES);
    private Histogram latency = new Histogram(HIGHEST_NANOS, 3);
    private Histogram lateLatency = new Histogram(HIGHEST_NANOS, 3);
    private Histogram service = new Histogram(HIGHEST_NANOS, 3);
    private int cursor;
    private long told;
    private long bytes;
    private int awaited;
    private long lastPartNanos;

    /** Answers those who are not measured. */
    interface Others {
        void answer() throws IOException;
    }

    /**
     * What came of a run.
     *
     * @param latency from the planned time of a caller's arrival to the action, nanoseconds
     * @param service from when the arrival was written
     * @param sent events
     * @param lost callers who were not moved
     * @param sustained nothing lost, and no backlog at the end
     */
    record Result(Histogram latency, Histogram service, long sent, long lost, boolean sustained) {
        /** Enough came back to speak of a median, and nothing is missing. */
        boolean isWhole() {
            return lost == 0 && latency.getTotalCount() >= FEWEST;
        }

        double micros(double percentile) {
            return latency.getValueAtPercentile(percentile) / 1e3;
        }
    }

    Load(PlayedPbx pbx) {
        this.pbx = pbx;
        pbx.moves(this);
        for (int i = 0; i < LINES; i++) {
            lines[i] = new Line(i);
        }
    }

    Result run(long rate, long millis, Others others) throws IOException {
        latency = new Histogram(HIGHEST_NANOS, 3);
        lateLatency = new Histogram(HIGHEST_NANOS, 3);
        service = new Histogram(HIGHEST_NANOS, 3);
        PbxSession session = pbx.events();
        if (session == null) {
            throw new IOException("the server has let go of its PBX");
        }
        double interval = TimeUnit.SECONDS.toNanos(1) / (double) rate;
        long planned = rate * millis / 1000;
        long began = System.nanoTime();
        long end = began + TimeUnit.MILLISECONDS.toNanos(millis);
        lastPartNanos = end - TimeUnit.MILLISECONDS.toNanos(millis) / LAST_PART;
        long sent = 0;
        long now = began;
        long nextOthers = began;
        while ((sent < planned || awaited > 0) && now < end + GRACE_NANOS) {
            long due = Math.min(planned, (long) ((now - began) / interval) + 1);
            sent = sendUntil(session, due, sent, began, interval);
            session.flush();
            pbx.poll();
            if (sent >= due) {
                giveWay();
            }
            now = System.nanoTime();
            if (now > nextOthers) {
                others.answer();
                nextOthers = now + OTHERS_NANOS;
            }
        }
        long lost = awaited;
        boolean keptUp = lateLatency.getTotalCount() > 0 && lateLatency.getValueAtPercentile(50) < SUSTAINED_NANOS;
        return new Result(latency, service, sent, lost, lost == 0 && sent == planned && keptUp);
    }

    /** On one core the server runs while nothing is due; a thread that slept would wake too late for the plan. */
    // The plan holds whatever the scheduler does: what is late is counted as late.
    @SuppressWarnings("ThreadPriorityCheck")
    private static void giveWay() {
        Thread.yield();
    }

    private long sendUntil(PbxSession session, long due, long alreadySent, long began, double interval) {
        long sent = alreadySent;
        while (sent < due && session.out().position() < BATCH_BYTES) {
            Line line = nextLine();
            if (line == null) {
                return sent;
            }
            tell(line, session, began + (long) (sent * interval));
            sent++;
        }
        return sent;
    }

    /** The next one that does not wait to be moved; at the beginning they come one after the other, so that calls do not march in step. */
    private Line nextLine() {
        int active = (int) Math.min(LINES, 1 + told / script.size());
        for (int tried = 0; tried < active; tried++) {
            cursor = cursor + 1 < active ? cursor + 1 : 0;
            if (!lines[cursor].awaits) {
                return lines[cursor];
            }
        }
        return null;
    }

    private void tell(Line line, PbxSession session, long plannedNanos) {
        int before = session.out().position();
        script.write(line.next, line, session.out());
        bytes += session.out().position() - before;
        told++;
        if (line.next == script.arrival()) {
            line.awaits = true;
            line.plannedNanos = plannedNanos;
            line.sentNanos = System.nanoTime();
            awaited++;
            arrivals.add(line, bytes);
        }
        line.next++;
        if (line.next == script.size()) {
            line.begin();
        }
    }

    @Override
    public void onMove(ActionBlock action) {
        long now = System.nanoTime();
        if (action.find("count")) {
            // The floor reads nothing: it says how much came, and all who arrived in that are moved.
            long count = action.decimal(action.valueFrom(), action.valueTo());
            while (arrivals.firstEnd() <= count) {
                Line line = arrivals.take();
                moved(line, now);
                line.moved(told, ANYBODY, 0);
            }
        } else if (action.find("channel")) {
            moveOne(action, now);
        }
    }

    private void moveOne(ActionBlock action, long now) {
        int channel = action.hex(action.valueTo() - Field.CALLER_CHANNEL.width(), action.valueTo());
        Line line = lines[channel & LINES - 1];
        if (!line.isCall(channel) || !line.awaits || !action.find("exten") || action.bytes[action.valueFrom()] != 'o') {
            return;
        }
        int offer = action.valueFrom() + 2;
        int offerEnd = offer;
        while (action.bytes[offerEnd] != '_') {
            offerEnd++;
        }
        moved(line, now);
        line.moved(action.decimal(offer, offerEnd), action.bytes, action.valueTo() - Field.AGENT.width());
    }

    private void moved(Line line, long now) {
        awaited--;
        latency.recordValue(Math.clamp(now - line.plannedNanos, 0, HIGHEST_NANOS));
        service.recordValue(Math.clamp(now - line.sentNanos, 0, HIGHEST_NANOS));
        if (line.plannedNanos > lastPartNanos) {
            lateLatency.recordValue(Math.clamp(now - line.plannedNanos, 0, HIGHEST_NANOS));
        }
    }
}
