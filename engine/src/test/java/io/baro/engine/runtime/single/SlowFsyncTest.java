package io.baro.engine.runtime.single;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.engine.callcenter.CallIds;
import io.baro.engine.callcenter.Limits;
import io.baro.engine.journal.FileJournal;
import io.baro.engine.journal.SlowForces;
import io.baro.engine.message.ConfirmReservationDecoder;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.message.OfferCallDecoder;
import io.baro.engine.port.DecisionListener;
import io.baro.engine.port.Ingress;
import io.baro.engine.routing.CommandWriter;
import io.baro.engine.routing.Router;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk whose fsync takes 100 ms: who is assigned does not wait for it, who is promised a callback does. */
class SlowFsyncTest {
    private static final long FORCE_MILLIS = 100;
    private static final long NOW = 1_800_000_000_000L;
    private static final int CALLS = 20;
    private static final long DEADLINE_SECONDS = 120;

    @TempDir
    Path folder;

    private final CommandWriter pen = new CommandWriter();

    @Test
    void fsyncOf100MillisecondsDelaysTheConfirmationAndNoAssignment() throws IOException, InterruptedException {
        FileJournal journal = SlowForces.open(folder.resolve("journal"), FORCE_MILLIS);
        Heard heard = new Heard(journal);
        Router router = new Router(new Limits(100, 40, 2, 1, 100, 100));
        try (SingleNodeRuntime node =
                new SingleNodeRuntime(RuntimeSettings.standard(), router, journal, () -> NOW, heard, bug -> {
                    throw new AssertionError(bug);
                })) {
            offer(node, pen.settings(20_000, 5_000, 10_000, 15_000));
            offer(node, pen.queue(0, 0));
            offer(node, pen.resyncCompleted(0));
            for (int i = 0; i < CALLS; i++) {
                offer(node, pen.agent(i, 0));
                offer(node, pen.callWaiting(call(2 * i), 2 * i + 1, -1, 0, 0));
                offer(node, pen.callbackAccepted(call(2 * i), 2 * i + 1));
                offer(node, pen.loggedIn(i));
                offer(node, pen.callWaiting(call(2 * i + 1), 2 * i + 2, -1, 0, 0));
            }
            assertTrue(heard.all.await(DEADLINE_SECONDS, TimeUnit.SECONDS), "not all decisions came");
        }
        assertEquals(0, heard.confirmedTooEarly.get(), "confirmed before it was durable");
        assertTrue(heard.assignedBeforeDurable.get() > 0, "each assignment waited for the disk");
    }

    private static void offer(SingleNodeRuntime node, CommandWriter command) {
        assertEquals(Ingress.Offer.ACCEPTED, node.offer(command.buffer(), 0, command.length(), 0));
    }

    private static long call(int sequence) {
        return CallIds.of(0, NOW / 1_000, sequence);
    }

    /** Compares each decision with what is durable when it is heard. */
    private static final class Heard implements DecisionListener {
        private final FileJournal journal;
        private final MessageHeaderDecoder header = new MessageHeaderDecoder();
        private final CountDownLatch all = new CountDownLatch(2 * CALLS);
        private final AtomicInteger confirmedTooEarly = new AtomicInteger();
        private final AtomicInteger assignedBeforeDurable = new AtomicInteger();

        Heard(FileJournal journal) {
            this.journal = journal;
        }

        @Override
        public void onDecision(
                long sequence, long timeMillis, long ingressNanos, DirectBuffer buffer, int offset, int length) {
            boolean durable = journal.durableSequence() >= sequence;
            int template = header.wrap(buffer, offset).templateId();
            if (template == OfferCallDecoder.TEMPLATE_ID) {
                assignedBeforeDurable.addAndGet(durable ? 0 : 1);
                all.countDown();
            } else if (template == ConfirmReservationDecoder.TEMPLATE_ID) {
                confirmedTooEarly.addAndGet(durable ? 0 : 1);
                all.countDown();
            }
        }

        @Override
        public void onBatchEnd() {}
    }
}
