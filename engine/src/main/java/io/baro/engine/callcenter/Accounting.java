package io.baro.engine.callcenter;

import io.baro.engine.message.CallOutcome;
import io.baro.engine.state.State;

/**
 * The accounting identity of one PBX: {@code offered = answered + abandoned + reserved + diverted + refused + failed over + in
 * progress}. A call is in progress until its outcome is counted; an answered call is counted when it is connected. Runs on:
 * routing thread.
 */
public final class Accounting {
    private final long[] outcomes = new long[CallOutcome.FAILED_OVER.value() + 1];
    private long offered;
    private long inProgress;

    /** One more call was offered to the centre. */
    public void offered() {
        offered++;
        inProgress++;
    }

    /** One call in progress has its outcome now. */
    public void closed(CallOutcome outcome) {
        outcomes[outcome.value()]++;
        inProgress--;
    }

    /** Calls offered so far. */
    public long offeredCount() {
        return offered;
    }

    /** Calls with that outcome so far. */
    public long count(CallOutcome outcome) {
        return outcomes[outcome.value()];
    }

    /** Calls without an outcome now. */
    public long inProgress() {
        return inProgress;
    }

    /** Whether every offered call is in exactly one of the terms. */
    public boolean identityHolds() {
        long sum = inProgress;
        for (long count : outcomes) {
            sum += count;
        }
        return offered == sum && inProgress >= 0;
    }

    void visit(State state) {
        state.next(outcomes, outcomes.length);
        offered = state.next(offered);
        inProgress = state.next(inProgress);
    }
}
