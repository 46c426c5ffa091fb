package io.baro.acd.asterisk;

import io.baro.acd.ami.ActionId;
import io.baro.acd.ami.AmiBlock;
import io.baro.acd.ami.AmiEnding;
import io.baro.acd.ami.AmiEventKind;
import io.baro.acd.ami.AmiSessionSettings;
import io.baro.acd.ami.Backoff;
import io.baro.acd.ami.LongTail;
import io.baro.engine.message.DialCallbackDecoder;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import org.agrona.concurrent.MessageHandler;
import org.asteriskjava.manager.event.ManagerEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The event-loop side of a link: what happens when sessions come and go, when a beat is due, when the router has no room, when decisions
 * arrive. Owns {@link LinkState}; interprets neither events nor decisions itself. Runs on: event loop.
 */
final class LinkLoop
        implements SessionPair.Listener, EventTranslator.LinkEvents, DecisionTranslator.Actions, Resync.Listener {
    private static final Logger LOG = LoggerFactory.getLogger(LinkLoop.class);

    /** How soon a command that found no room is offered again; the router takes a thousand in that time. */
    private static final long RETRY_MICROS = 500;

    /** An incomplete list is asked for again after this. */
    private static final long RESYNC_AGAIN_MICROS = 1_000_000;

    private final LinkParts parts;
    private final LinkCounters counters;
    private final DecisionRing decisions;
    private final LoopTasks tasks;
    private final EventTranslator events;
    private final DecisionTranslator decisionTranslator = new DecisionTranslator(this);
    private final MessageHandler carryOut =
            (type, buffer, index, length) -> decisionTranslator.onDecision(buffer, index);
    private final Redirects.Move heldMove = new Redirects.Move();
    private final Resync resync;
    private final SessionPair sessions;
    private final LongTail longTail;
    private final Runnable retry = this::retry;
    private ActionId actionId = new ActionId();
    private Future<?> beats;
    private boolean resyncAgain;
    private volatile LinkState state = LinkState.NEW;

    LinkLoop(
            LinkParts parts,
            AmiSessionSettings eventSettings,
            AmiSessionSettings actionSettings,
            DecisionRing decisions,
            Backoff backoff,
            EventLoop loop) {
        this.parts = parts;
        this.decisions = decisions;
        tasks = new LoopTasks(loop, this::onFault);
        counters = parts.counters;
        events = parts.eventTranslator(this);
        resync = parts.resync(events, this);
        sessions = new SessionPair(eventSettings, actionSettings, loop, backoff, counters.wire(), this);
        longTail = new LongTail(this::onRareEvent, counters.wire());
        parts.onStall(this::onStall);
    }

    LinkState state() {
        return state;
    }

    void start() {
        enter(LinkState.CONNECTING);
        sessions.connect();
    }

    void close() {
        sessions.close();
        longTail.close();
        enter(LinkState.CLOSED);
    }

    private void enter(LinkState next) {
        if (next != state && state != LinkState.CLOSED) {
            state = next;
            LOG.info("pbx {}: {}", parts.settings, next);
        }
    }

    @Override
    public void onUp() {
        counters.increment(LinkCounters.Count.CONNECTS);
        actionId = new ActionId();
        parts.heartbeat.reset();
        parts.forgetActions();
        enter(LinkState.RESYNCING);
        beats = tasks.every(parts.settings.heartbeat().toMillis(), this::beat);
        if (parts.outlet.isStalled()) {
            sessions.pause();
        }
        resync();
    }

    @Override
    public void onDown(AmiEnding ending, boolean wasUp) {
        if (wasUp) {
            counters.increment(LinkCounters.Count.DISCONNECTS);
            beats.cancel(false);
            resync.abort();
            resyncAgain = false;
            parts.forgetActions();
            parts.commands.causedBy(System.nanoTime());
            parts.commands.pbxLost(parts.settings.pbxId());
        }
        if (ending == AmiEnding.LOGIN_REFUSED) {
            counters.increment(LinkCounters.Count.LOGINS_REFUSED);
        }
        enter(stateAfter(ending));
        onDecisions();
    }

    private static LinkState stateAfter(AmiEnding ending) {
        return switch (ending) {
            case LOGIN_REFUSED -> LinkState.LOGIN_REFUSED;
            case TLS_FAILED -> LinkState.TLS_FAILED;
            case UNREACHABLE, NOT_AMI, LOGIN_TIMED_OUT -> LinkState.PBX_ABSENT;
            case LOST -> LinkState.LOST;
            case CLOSED -> LinkState.CLOSED;
        };
    }

    private void beat() {
        // While the router takes nothing we are not alive to the dialplan, and no echo can be read.
        if (!sessions.isUp() || parts.outlet.isStalled() || parts.outlet.isClosed()) {
            return;
        }
        if (parts.heartbeat.isDead()) {
            sessions.fail(AmiEnding.LOST);
            return;
        }
        parts.heartbeat.beat(System.nanoTime(), actionId, sessions.actions().batch());
        sessions.actions().flush();
    }

    @Override
    public boolean onEventBlock(AmiBlock block, long readNanos) {
        events.onBlock(block, readNanos);
        return !parts.outlet.isStalled();
    }

    @Override
    public boolean onActionBlock(AmiBlock block, long readNanos) {
        counters.wire().saw(block.kind());
        parts.commands.causedBy(readNanos);
        if (!actionId.read(block)) {
            counters.increment(
                    block.kind() == AmiEventKind.RESPONSE
                            ? LinkCounters.Count.ACTIONS_FAILED
                            : LinkCounters.Count.FORGED);
        } else if (block.kind() == AmiEventKind.RESPONSE) {
            onResponse(block, readNanos);
        } else if (Resync.isItem(block.kind())) {
            resync.onItem(block, actionId);
        }
        // Answers make room for decisions that waited, and both may have made actions.
        if (sessions.isUp()) {
            onDecisions();
        }
        return !parts.outlet.isStalled();
    }

    private void onResponse(AmiBlock block, long readNanos) {
        byte kind = actionId.kind();
        if (kind == ActionKind.REDIRECT) {
            parts.redirects.onResponse(
                    block, actionId, heldMove, sessions.actions().batch());
        } else if (kind == ActionKind.ORIGINATE) {
            parts.callbackDials.onResponse(block, actionId);
        } else if (kind == ActionKind.PING) {
            if (parts.heartbeat.onPong(block, readNanos)) {
                parts.heartbeat.set(
                        System.nanoTime(), actionId, sessions.actions().batch());
            }
        } else if (Resync.asks(kind)) {
            resync.onResponse(sessions.actions(), block, actionId);
        }
    }

    /** Carries out what waits in the ring, as far as Asterisk and the router have room; one flush for all. */
    void onDecisions() {
        parts.commands.causedBy(System.nanoTime());
        boolean more = true;
        while (more) {
            more = parts.redirects.hasRoom() && !parts.outlet.isStalled() && decisions.readOne(carryOut);
        }
        if (sessions.isUp()) {
            sessions.actions().flush();
        }
    }

    @Override
    public void move(Redirects.Move move) {
        if (sessions.isUp()) {
            parts.redirects.move(move, actionId, sessions.actions().batch());
        } else {
            // The router knows that the PBX is lost; what it asked before is void.
            counters.increment(LinkCounters.Count.UNDELIVERABLE);
        }
    }

    @Override
    public void dial(DialCallbackDecoder decision) {
        if (sessions.isUp()) {
            parts.callbackDials.dial(decision, actionId, sessions.actions().batch());
        } else {
            counters.increment(LinkCounters.Count.UNDELIVERABLE);
        }
    }

    @Override
    public void resync() {
        if (sessions.isUp() && resync.isRunning()) {
            resyncAgain = true;
        } else if (sessions.isUp()) {
            enter(LinkState.RESYNCING);
            resync.begin(sessions.actions(), actionId);
            sessions.actions().flush();
        }
    }

    @Override
    public void onResynced() {
        if (resyncAgain) {
            resyncAgain = false;
            resync();
            return;
        }
        sessions.worked();
        enter(LinkState.READY);
    }

    @Override
    public void onIncomplete() {
        LOG.warn("pbx {}: list of channels or devices incomplete or refused; asking again", parts.settings);
        tasks.after(RESYNC_AGAIN_MICROS, this::resync);
    }

    @Override
    public void onHeartbeatEcho(AmiBlock block) {
        parts.heartbeat.onEcho(block, System.nanoTime());
    }

    @Override
    public void onShutdown() {
        sessions.fail(AmiEnding.LOST);
    }

    @Override
    public void onBooted() {
        resync();
    }

    @Override
    public void onLongTail(AmiBlock block) {
        // Five a call, at 6 µs and 13 KB each (performance.md): only for who listens.
        if (LOG.isDebugEnabled()) {
            longTail.offer(block);
        }
    }

    // Names only: values of events hold telephone numbers. Runs on the slow lane.
    private void onRareEvent(ManagerEvent event) {
        LOG.debug("pbx {}: {}", parts.settings, event.getClass().getSimpleName());
    }

    private void onFault(Throwable fault) {
        LOG.error("pbx {}: fault in the link, sessions are closed", parts.settings, fault);
        sessions.fail(AmiEnding.LOST);
    }

    private void onStall() {
        sessions.pause();
        tasks.after(RETRY_MICROS, retry);
    }

    private void retry() {
        if (!parts.outlet.retry()) {
            tasks.after(RETRY_MICROS, retry);
            return;
        }
        onDecisions();
        sessions.resume();
    }

    @Override
    public String toString() {
        return parts.settings + " " + state;
    }
}
