package io.baro.acd.asterisk;

import io.baro.acd.ami.AmiTransport;
import io.baro.engine.message.MessageHeaderEncoder;
import io.baro.engine.message.OfferCallEncoder;
import io.baro.engine.message.ResyncPbxEncoder;
import io.baro.engine.message.RouteToMenuEncoder;
import io.netty.channel.EventLoopGroup;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.agrona.concurrent.UnsafeBuffer;

/** A link on an event loop of its own, and a pen for decisions. The test's thread plays the routing thread. */
final class LinkHarness implements AutoCloseable {
    static final Duration SLOW_HEARTBEAT = Duration.ofMinutes(5);

    private final EventLoopGroup group = AmiTransport.newGroup(1, Executors.defaultThreadFactory());
    private final UnsafeBuffer pen = new UnsafeBuffer(new byte[512]);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    final CommandLog log = new CommandLog();
    final PbxLink link;

    LinkHarness(PbxLinkSettings settings) {
        link = new PbxLink(
                settings,
                TestCentre.DIRECTORY,
                TestCentre.keys(),
                TestCentre.customers(),
                TestCentre.seal(),
                TestCentre.TERMS,
                log,
                System::currentTimeMillis,
                group.next());
    }

    static LinkHarness ready(ScriptedPbx pbx) throws InterruptedException {
        LinkHarness harness = new LinkHarness(TestCentre.settings(pbx.port(), "act-secret", SLOW_HEARTBEAT));
        harness.link.start();
        harness.awaitState(LinkState.READY);
        return harness;
    }

    void offerCall(long callId, long offerId, int agentId) {
        OfferCallEncoder offer = new OfferCallEncoder().wrapAndApplyHeader(pen, 0, header);
        offer.offerId(offerId)
                .callId(callId)
                .agentId(agentId)
                .queueId(10)
                .ringMillis(20_000)
                .dialFollows((short) 0);
        deliver(offer.encodedLength());
    }

    void routeToMenu(long callId) {
        deliver(new RouteToMenuEncoder()
                .wrapAndApplyHeader(pen, 0, header)
                .callId(callId)
                .encodedLength());
    }

    void resync() {
        deliver(new ResyncPbxEncoder()
                .wrapAndApplyHeader(pen, 0, header)
                .pbxId((short) 3)
                .encodedLength());
    }

    private void deliver(int encodedLength) {
        if (!link.deliver(pen, 0, MessageHeaderEncoder.ENCODED_LENGTH + encodedLength)) {
            throw new AssertionError("no room for a decision");
        }
        link.wake();
    }

    void awaitState(LinkState wanted) throws InterruptedException {
        await("state " + wanted, () -> link.state() == wanted);
    }

    void awaitCount(LinkCounters.Count count, long atLeast) throws InterruptedException {
        await(count + " of " + atLeast, () -> link.counters().get(count) >= atLeast);
    }

    /** Looks again and again: state and counters have no listeners. */
    private void await(String what, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("no " + what + " within 20 s; " + link + "; " + log.lines());
            }
            Thread.onSpinWait();
            TimeUnit.MICROSECONDS.sleep(200);
        }
    }

    @Override
    public void close() {
        link.close().join();
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
