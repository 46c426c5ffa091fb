package io.baro.acd.asterisk;

import io.baro.acd.ami.AmiBlock;
import io.baro.acd.ami.AmiEnding;
import io.baro.acd.ami.AmiSession;
import io.baro.acd.ami.AmiSessionSettings;
import io.baro.acd.ami.Backoff;
import io.baro.acd.ami.WireCounters;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * The two sessions of a link, events and actions, which live and end together: without one the other is of no use. Owns connecting
 * again, for ever, with growing and random delays. Never interprets a block. Runs on: event loop.
 */
final class SessionPair implements AmiSession.Listener {

    /** Hears the life of the pair and its blocks. */
    interface Listener {
        /** Both are logged in. */
        void onUp();

        /** A block of the event session; false: no more for now. */
        boolean onEventBlock(AmiBlock block, long readNanos);

        /** A block of the action session; false: no more for now. */
        boolean onActionBlock(AmiBlock block, long readNanos);

        /** Both are gone, or could not be made; the next attempt is on its way unless {@link #close} was called. */
        void onDown(AmiEnding ending, boolean wasUp);
    }

    private final AmiSessionSettings eventSettings;
    private final AmiSessionSettings actionSettings;
    private final EventLoop loop;
    private final Backoff backoff;
    private final WireCounters wire;
    private final Listener listener;
    private AmiSession events;
    private AmiSession actions;
    private Future<?> nextAttempt;
    private boolean up;
    private boolean closed;

    SessionPair(
            AmiSessionSettings eventSettings,
            AmiSessionSettings actionSettings,
            EventLoop loop,
            Backoff backoff,
            WireCounters wire,
            Listener listener) {
        this.eventSettings = eventSettings;
        this.actionSettings = actionSettings;
        this.loop = loop;
        this.backoff = backoff;
        this.wire = wire;
        this.listener = listener;
    }

    /** Makes an attempt now. */
    void connect() {
        if (closed) {
            return;
        }
        events = new AmiSession(eventSettings, loop, this, wire);
        actions = new AmiSession(actionSettings, loop, this, wire);
        events.open();
        actions.open();
    }

    /** Ends both sessions for good. */
    void close() {
        closed = true;
        if (nextAttempt != null) {
            nextAttempt.cancel(false);
        }
        fail(AmiEnding.CLOSED);
    }

    /** Ends both sessions; the next attempt follows. */
    void fail(AmiEnding ending) {
        AmiSession oldEvents = events;
        AmiSession oldActions = actions;
        if (oldEvents == null) {
            return;
        }
        boolean wasUp = up;
        up = false;
        events = null;
        actions = null;
        oldEvents.close();
        oldActions.close();
        if (!closed) {
            nextAttempt = loop.schedule(this::connect, backoff.nextMillis(), TimeUnit.MILLISECONDS);
        }
        listener.onDown(ending, wasUp);
    }

    /** The link works: the next attempt may be quick again. */
    void worked() {
        backoff.reset();
    }

    boolean isUp() {
        return up;
    }

    /** The action session; only while {@link #isUp}. */
    AmiSession actions() {
        return actions;
    }

    void pause() {
        if (events != null) {
            events.pause();
            actions.pause();
        }
    }

    /** Delivers what was kept and reads on, the answers first: they free what waits for them. */
    void resume() {
        AmiSession readEvents = events;
        boolean readOn = actions != null && actions.resume();
        if (readOn && readEvents == events) {
            readEvents.resume();
        }
    }

    @Override
    public void onUp(AmiSession session) {
        if (!up && events != null && events.isUp() && actions.isUp()) {
            up = true;
            listener.onUp();
        }
    }

    @Override
    public boolean onBlock(AmiSession session, AmiBlock block) {
        if (session == events) {
            return listener.onEventBlock(block, session.readNanos());
        }
        return session == actions && listener.onActionBlock(block, session.readNanos());
    }

    @Override
    public void onEnd(AmiSession session, AmiEnding ending) {
        if (session == events || session == actions) {
            fail(ending);
        }
    }
}
