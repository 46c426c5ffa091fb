package io.baro.engine.callcenter;

import io.baro.engine.message.DialStatus;
import io.baro.engine.state.State;

/**
 * One attempt to connect one call to one agent, and what is known of it. Each agent owns one, used again for his next: he never
 * holds two. Changes only by the offer flow. Runs on: routing thread.
 */
public final class Offer {
    /** See {@link OfferIds}; 0: no offer is open. */
    public long id;

    /** The call, or null once the call went on without this agent. */
    public Call call;

    /** The call it was made for, for the records, even when the call has gone. */
    public long callId;

    /** The call's queue, for the records, even when the call has gone. */
    public CallQueue queue;

    /** The PBX made a leg to the agent: only its hang-up frees him. */
    public boolean legSeen;

    /** Both legs met in one bridge. */
    public boolean connected;

    /** When it was made, epoch milliseconds. */
    public long openedMillis;

    /** When both legs met, epoch milliseconds. */
    public long connectedMillis;

    /** The outcome was told to the read models. */
    public boolean told;

    /** It rings together with others for the same call, or did. */
    public boolean together;

    /** Another of them was answered: whatever is heard of this one's end, that is why it ended. */
    public boolean elsewhere;

    /** The agent who rings next for the same call, or null: see {@link Call#agent}. */
    public Agent alongside;

    /** The last status heard from DialEnd. */
    public DialStatus dialStatus = DialStatus.NONE;

    /** Whether an offer is open. */
    public boolean isOpen() {
        return id != 0;
    }

    /** Opens it for a call. */
    public void open(long offerId, Call offered, long nowMillis) {
        id = offerId;
        openedMillis = nowMillis;
        connectedMillis = 0;
        call = offered;
        callId = offered.id();
        queue = offered.queue;
        legSeen = false;
        connected = false;
        told = false;
        together = false;
        elsewhere = false;
        alongside = null;
        dialStatus = DialStatus.NONE;
    }

    /** Closes it; the agent may hold another. */
    public void close() {
        id = 0;
        call = null;
        callId = 0;
        queue = null;
    }

    void visit(State state, CallCenter center) {
        id = state.next(id);
        call = center.call(state.next(call == null ? Call.NO_CALL : call.id()));
        callId = state.next(callId);
        queue = center.queue(state.next(queue == null ? Call.NO_QUEUE : queue.id()));
        legSeen = state.next(legSeen);
        connected = state.next(connected);
        openedMillis = state.next(openedMillis);
        connectedMillis = state.next(connectedMillis);
        told = state.next(told);
        together = state.next(together);
        elsewhere = state.next(elsewhere);
        alongside = center.agent(state.next(alongside == null ? Call.NO_AGENT : alongside.id()));
        dialStatus = DialStatus.get((short) state.next(dialStatus.value()));
    }
}
