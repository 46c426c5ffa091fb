package io.baro.acd.asterisk;

import io.baro.acd.ami.AmiSessionSettings;
import io.baro.acd.ami.AmiTransport;
import io.baro.acd.ami.Backoff;
import io.baro.acd.customer.CallerKeys;
import io.baro.acd.customer.CustomerDirectory;
import io.baro.acd.customer.NumberSeal;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.port.Ingress;
import io.netty.channel.EventLoop;
import io.netty.handler.ssl.SslContext;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.agrona.DirectBuffer;

/**
 * The link to one PBX, as the rest of the program sees it. Owns the crossings between threads; all work is done by
 * {@link LinkLoop} on the event loop. Runs on: {@link #deliver} and {@link #wake} on the routing thread, everything else on any.
 */
public final class PbxLink {
    private final EventLoop loop;
    private final LinkCounters counters = new LinkCounters();
    private final DecisionRing decisions = new DecisionRing();
    private final AtomicBoolean awake = new AtomicBoolean();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final PbxDirectory directory;
    private final LinkLoop work;
    private final Runnable drain = this::drain;

    /** @throws IllegalArgumentException if the certificate authority cannot be read */
    public PbxLink(
            PbxLinkSettings settings,
            PbxDirectory directory,
            CallerKeys keys,
            CustomerDirectory customers,
            NumberSeal seal,
            CallbackTerms terms,
            Ingress ingress,
            LongSupplier epochMillis,
            EventLoop loop) {
        this.loop = loop;
        this.directory = directory;
        Callers callers = new Callers(keys, customers, seal, epochMillis);
        LinkParts parts = new LinkParts(
                settings, directory, callers, terms, ingress, counters, ChannelDirectory.DEFAULT_CAPACITY);
        Backoff backoff = new Backoff(new SplittableRandom());
        Optional<SslContext> tls = settings.tlsCa().map(AmiTransport::tls);
        work = new LinkLoop(parts, events(settings, tls), actions(settings, tls), decisions, backoff, loop);
    }

    private static AmiSessionSettings events(PbxLinkSettings of, Optional<SslContext> tls) {
        return new AmiSessionSettings(
                of.host(), of.port(), of.eventsUser(), of.eventsSecret(), true, tls, of.connectTimeout());
    }

    private static AmiSessionSettings actions(PbxLinkSettings of, Optional<SslContext> tls) {
        return new AmiSessionSettings(
                of.host(), of.port(), of.actionsUser(), of.actionsSecret(), false, tls, of.connectTimeout());
    }

    /** Connects, and keeps connecting for ever. */
    public void start() {
        loop.execute(work::start);
    }

    /** Knows these agents of its PBX from now on. From any thread. */
    public void replaceAgents(List<PbxDirectory.AgentEntry> agents) {
        directory.replaceAgents(agents);
    }

    /** Closes both sessions; complete when they are closed. No command follows. */
    public CompletableFuture<Void> close() {
        CompletableFuture<Void> closed = new CompletableFuture<>();
        loop.execute(() -> {
            work.close();
            closed.complete(null);
        });
        return closed;
    }

    public LinkState state() {
        return work.state();
    }

    public LinkCounters counters() {
        return counters;
    }

    /**
     * Takes a decision on its way to this PBX: an SBE header and its message. Facts for read models are accepted and left alone.
     *
     * @return false if there is no room; the decision was counted and is not carried out
     */
    public boolean deliver(DirectBuffer decision, int offset, int length) {
        header.wrap(decision, offset);
        if (!DecisionTranslator.isInstruction(header.templateId())) {
            return true;
        }
        if (decisions.write(decision, offset, length)) {
            return true;
        }
        counters.increment(LinkCounters.Count.DECISION_RING_FULL);
        return false;
    }

    /** The batch is complete: carry it out. Wakes the event loop at most once until it has looked. */
    public void wake() {
        if (!decisions.isEmpty() && awake.compareAndSet(false, true)) {
            loop.execute(drain);
        }
    }

    private void drain() {
        awake.set(false);
        work.onDecisions();
    }

    @Override
    public String toString() {
        return work.toString();
    }
}
