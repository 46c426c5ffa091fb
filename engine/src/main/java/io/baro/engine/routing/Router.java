package io.baro.engine.routing;

import io.baro.engine.callcenter.Agent;
import io.baro.engine.callcenter.Call;
import io.baro.engine.callcenter.CallCenter;
import io.baro.engine.callcenter.CallIds;
import io.baro.engine.callcenter.CallState;
import io.baro.engine.callcenter.Limits;
import io.baro.engine.callcenter.TimerOwner;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.port.DecisionSink;
import io.baro.engine.state.State;
import io.baro.engine.state.StateReader;
import io.baro.engine.state.StateWriter;
import org.agrona.DirectBuffer;

/**
 * The state machine that decides which agent takes which call: same commands in, same decisions out, same state hash. Time is an
 * argument; it reads no clock, starts no thread and touches no file. Commands go to {@link Commands}, which has one method each.
 * Runs on: routing thread, the only one that may call it.
 */
public final class Router {
    /** A silent call is asked about again after this, as long as the PBX does not answer. */
    private static final long ASK_AGAIN_MILLIS = 60_000;

    private final Parts parts;
    private final Matcher matcher;
    private final AgentFlow agents;
    private final LineFlow lines;
    private final OfferFlow offers;
    private final PbxFlow pbxs;
    private final CallbackDesk desk;
    private final Commands commands;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private long nowMillis;

    /** What the flows share: the tables and the writers. */
    record Parts(
            CallCenter center,
            Timers timers,
            Decisions decisions,
            Facts facts,
            AgentStates states,
            Settings settings,
            RuleBook rules,
            RuleFacts ruleFacts,
            ContactHistory contacts) {

        static Parts of(Limits limits) {
            Facts facts = new Facts();
            ContactHistory contacts = new ContactHistory(limits.callers());
            return new Parts(
                    new CallCenter(limits),
                    new Timers(2 * limits.calls() + limits.agents() + limits.reservations()),
                    new Decisions(),
                    facts,
                    new AgentStates(facts),
                    new Settings(),
                    new RuleBook(),
                    new RuleFacts(contacts),
                    contacts);
        }
    }

    /** What the command decoders act through. */
    record Flows(
            AgentFlow agents,
            CallFlow calls,
            OperatorFlow operator,
            OfferFlow offers,
            PbxFlow pbxs,
            ReservationFlow reservations,
            CallbackDesk desk,
            CustomerSide customers) {}

    /** An empty centre: configuration comes as commands. */
    public Router(Limits limits) {
        parts = Parts.of(limits);
        matcher = new Matcher(parts);
        CallEnds ends = new CallEnds(parts);
        lines = new LineFlow(parts, matcher, ends);
        agents = new AgentFlow(parts, matcher, lines);
        desk = new CallbackDesk(parts, lines);
        CustomerSide customers = new CustomerSide(parts, desk);
        CallFlow calls = new CallFlow(parts, lines, ends, agents, desk, customers);
        offers = new OfferFlow(parts, lines, agents, desk, customers);
        pbxs = new PbxFlow(parts, matcher, lines, calls, offers, customers);
        ReservationFlow reservations = new ReservationFlow(parts, lines, ends, desk);
        OperatorFlow operator = new OperatorFlow(parts, lines, ends);
        commands = new Commands(parts, new Flows(agents, calls, operator, offers, pbxs, reservations, desk, customers));
    }

    /**
     * Applies one command. Timers that are due fire first. Stamps may come out of order from several producers: time never goes
     * back, it stands still.
     *
     * @param timeMillis of the command, epoch milliseconds
     * @param buffer holds an SBE message header and its message
     */
    public void apply(long timeMillis, DirectBuffer buffer, int offset, DecisionSink sink) {
        advanceTo(timeMillis, sink);
        header.wrap(buffer, offset);
        commands.apply(header, buffer, offset + MessageHeaderDecoder.ENCODED_LENGTH, nowMillis);
    }

    /** Fires all timers that are due at {@code timeMillis}, in order of deadline, then id. */
    public void advanceTo(long timeMillis, DecisionSink sink) {
        nowMillis = Math.max(nowMillis, timeMillis);
        parts.decisions().begin(sink, nowMillis);
        parts.facts().begin(sink, nowMillis);
        parts.states().begin(nowMillis);
        for (TimerOwner owner = parts.timers().takeDue(nowMillis);
                owner != null;
                owner = parts.timers().takeDue(nowMillis)) {
            switch (owner) {
                case TimerOwner.OfAgent due -> deadlineOf(due.agent());
                case TimerOwner.OfCall due -> deadlineOf(due.call());
                case TimerOwner.OfChange due -> lines.due(due.call(), nowMillis);
                case TimerOwner.OfReservation due -> desk.deadline(due.reservation(), nowMillis);
            }
        }
    }

    /** When {@link #advanceTo} has something to do, epoch milliseconds; {@link Long#MAX_VALUE}: never. */
    public long nextDeadline() {
        return parts.timers().next();
    }

    /** The whole state in one number: equal for equal commands, on any machine. Not for the hot path. */
    public long stateHash() {
        StateHash hash = new StateHash();
        visit(hash);
        return hash.value();
    }

    /**
     * Writes the whole state, see {@link Snapshot}: equal bytes for equal commands. Takes milliseconds, in which nothing is routed.
     *
     * @param position of the last command applied, for whoever applies those that follow
     */
    public void snapshot(long position, StateWriter into) {
        Snapshot.begin(position, parts.center().limits(), into);
        visit(into);
        Snapshot.end(into);
    }

    /** A router that decides for ever as the one that wrote the snapshot. */
    public static Router restored(Limits limits, DirectBuffer bytes, int offset, int length) throws SnapshotException {
        StateReader state = Snapshot.open(limits, bytes, offset, length);
        Router router = new Router(limits);
        try {
            router.visit(state);
        } catch (RuntimeException e) {
            throw Snapshot.otherFields(e);
        }
        if (!state.isAtEnd()) {
            throw Snapshot.otherFields(new IllegalStateException("more was written"));
        }
        return router;
    }

    /** Whether the last command about it says that the journal can keep a promise. */
    public boolean isPromising() {
        return parts.settings().promising;
    }

    /** Whether the last command about it says that offers may be made. */
    public boolean isOffering() {
        return parts.settings().offering;
    }

    /** Time of the last command, epoch milliseconds; 0 before the first. */
    public long timeMillis() {
        return nowMillis;
    }

    /**
     * Tells the facts of what stands now, as if each had just come to be: for read models that begin with a recovered router. Changes
     * nothing.
     */
    public void tell(DecisionSink sink) {
        parts.facts().begin(sink, nowMillis);
        for (int i = 0; i < parts.center().limits().agents(); i++) {
            if (parts.center().agent(i) != null) {
                parts.facts().agentChanged(parts.center().agent(i));
            }
        }
        for (Call call = parts.center().firstCall(); call != null; call = call.next()) {
            if (!call.isCallback()) {
                parts.facts().callStands(call);
            }
        }
        for (int i = 0; i < parts.center().reservations().size(); i++) {
            parts.facts().reservationStands(parts.center().reservations().at(i));
        }
    }

    /** The tables, for invariants and read models on the routing thread; to be read only. */
    public CallCenter center() {
        return parts.center();
    }

    /** Largest head start that rules which are kept can give, milliseconds: the overtaking bound. */
    public long maxBoostMillis() {
        return parts.rules().maxBoostMillis();
    }

    /** Callers whose contact history had to be given up for newer ones. */
    public long forgottenCallers() {
        return parts.contacts().forgotten();
    }

    private void deadlineOf(Agent agent) {
        if (agent.offer.isOpen()) {
            pbxs.askForResync(parts.center().pbx(CallIds.pbxOf(agent.offer.callId)), nowMillis);
            parts.timers().arm(agent, nowMillis + ASK_AGAIN_MILLIS);
        } else {
            agents.deadline(agent, nowMillis);
        }
    }

    private void deadlineOf(Call call) {
        if (call.state == CallState.OFFERED) {
            offers.comeBack(call, nowMillis);
            return;
        }
        pbxs.askForResync(parts.center().pbx(call.pbxId()), nowMillis);
        parts.timers().arm(call, nowMillis + ASK_AGAIN_MILLIS);
    }

    private void visit(State state) {
        nowMillis = state.next(nowMillis);
        parts.center().visit(state);
        parts.timers().visit(state, parts.center());
        state.endOf(State.Part.TIMERS);
        parts.states().visit(state);
        parts.settings().visit(state);
        parts.rules().visit(state);
        state.endOf(State.Part.RULES);
        parts.contacts().visit(state);
        state.endOf(State.Part.CONTACTS);
        matcher.visit(state);
        state.endOf(State.Part.ALL);
    }
}
