package io.baro.engine.runtime.single;

import io.baro.engine.port.DecisionListener;
import io.baro.engine.routing.DecisionText;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.agrona.DirectBuffer;

/** What a runtime tells the outside, to be awaited by a test: never longer than a generous deadline. */
final class Outside implements DecisionListener {
    private static final long DEADLINE_SECONDS = 120;

    private final LinkedBlockingQueue<String> decisions = new LinkedBlockingQueue<>();
    private final List<String> awaited = new ArrayList<>();

    @Override
    public void onDecision(
            long sequence, long timeMillis, long ingressNanos, DirectBuffer buffer, int offset, int length) {
        decisions.add(DecisionText.textOf(buffer, offset));
    }

    @Override
    public void onBatchEnd() {}

    /** Takes decisions until one begins so, and returns all that were taken since the last call. */
    List<String> until(String begin) throws InterruptedException {
        List<String> taken = new ArrayList<>();
        while (true) {
            String decision = decisions.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
            if (decision == null) {
                throw new AssertionError("no " + begin + " came after " + awaited);
            }
            taken.add(decision);
            awaited.add(decision);
            if (decision.startsWith(begin)) {
                return taken;
            }
        }
    }

    /** What came and was not awaited. */
    List<String> rest() {
        List<String> taken = new ArrayList<>();
        decisions.drainTo(taken);
        return taken;
    }
}
