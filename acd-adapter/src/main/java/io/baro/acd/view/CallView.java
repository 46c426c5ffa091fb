package io.baro.acd.view;

import java.time.Instant;
import java.util.List;

/**
 * A call as people see it; the fields are those of the API's document. Immutable; any thread.
 *
 * @param id its token: tells it from others and tells nothing else
 * @param queue null: it stands in none yet
 * @param state entering, waiting, offered, talking or closed
 * @param since when it joined its line, or came
 * @param waitedMs until it was answered, or now
 * @param rules names of those that fired
 * @param ahead how many were before it when it joined; null: it has not
 * @param ewtMs what was estimated then; null: nothing could be
 * @param agent number of who has it, or rings for it first; null: nobody
 * @param callback whether the customer is called
 * @param outcome of a closed one, else null
 */
public record CallView(
        String id,
        String centre,
        String queue,
        String state,
        Instant since,
        long waitedMs,
        long boostMs,
        List<String> rules,
        Integer ahead,
        Long ewtMs,
        String agent,
        boolean callback,
        String outcome) {

    static final String ENTERING = "entering";
    static final String WAITING = "waiting";
    static final String OFFERED = "offered";
    static final String TALKING = "talking";
    static final String CLOSED = "closed";

    boolean isWaiting() {
        return state.equals(WAITING) || state.equals(OFFERED);
    }

    CallView offeredTo(String number) {
        return in(OFFERED, number);
    }

    CallView backInLine() {
        return in(WAITING, null);
    }

    CallView talkingTo(String number, long waited) {
        return new CallView(
                id, centre, queue, TALKING, since, waited, boostMs, rules, ahead, ewtMs, number, callback, null);
    }

    CallView movedTo(String otherQueue) {
        return new CallView(
                id, centre, otherQueue, state, since, waitedMs, boostMs, rules, ahead, ewtMs, agent, callback, null);
    }

    CallView boosted(long boost) {
        return new CallView(
                id, centre, queue, state, since, waitedMs, boost, rules, ahead, ewtMs, agent, callback, null);
    }

    CallView closed(String how, long waited) {
        return new CallView(
                id, centre, queue, CLOSED, since, waited, boostMs, rules, ahead, ewtMs, agent, callback, how);
    }

    /** As it is at that time: who waits has waited until then. */
    CallView at(Instant now) {
        if (!isWaiting()) {
            return this;
        }
        long waited = Math.max(0, now.toEpochMilli() - since.toEpochMilli());
        return new CallView(
                id, centre, queue, state, since, waited, boostMs, rules, ahead, ewtMs, agent, callback, outcome);
    }

    private CallView in(String otherState, String number) {
        return new CallView(
                id, centre, queue, otherState, since, waitedMs, boostMs, rules, ahead, ewtMs, number, callback, null);
    }
}
