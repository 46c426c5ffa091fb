package io.baro.engine.callcenter;

import io.baro.engine.state.State;
import java.util.ArrayList;
import org.agrona.collections.Int2ObjectHashMap;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * The tables: live calls, queues, agents, PBXs, reservations. Finds and pools; never decides. Everything that can happen while
 * calls are routed is allocated here beforehand. Runs on: routing thread.
 */
public final class CallCenter {
    private static final float LOAD_FACTOR = 0.5f;
    /** A call id has as many for its PBX. */
    private static final int PBX_BITS = 7;

    private final Limits limits;
    private final Agent[] agents;
    private final CallQueue[] queues;
    private final Pbx[] pbxs;
    private final Accounting[] accounts;
    private final SkillProfiles profiles;
    private final Int2ObjectHashMap<CallQueue> queueByKind = new Int2ObjectHashMap<>();
    private final Long2ObjectHashMap<Call> calls;
    private final ArrayList<Call> pool;
    private final ReservationBook reservations;
    private final DivertedCalls diverted = new DivertedCalls();
    private Call first;
    private Call last;

    /** Empty tables of these sizes. */
    public CallCenter(Limits limits) {
        this.limits = limits;
        agents = new Agent[limits.agents()];
        queues = new CallQueue[limits.queues()];
        pbxs = new Pbx[limits.pbxs()];
        accounts = new Accounting[limits.pbxs()];
        for (int i = 0; i < limits.pbxs(); i++) {
            pbxs[i] = new Pbx(i);
            accounts[i] = new Accounting();
        }
        profiles = new SkillProfiles(queues, pbxs);
        calls = new Long2ObjectHashMap<>(limits.calls() * 2, LOAD_FACTOR);
        pool = new ArrayList<>(limits.calls());
        for (int i = 0; i < limits.calls(); i++) {
            pool.add(new Call());
        }
        reservations = new ReservationBook(limits.reservations());
    }

    /** The live call with that id, or null. */
    public Call call(long callId) {
        return calls.get(callId);
    }

    /** Live calls, the talking included. */
    public int callCount() {
        return calls.size();
    }

    /** The live call admitted first, or null; {@link Call#next()} leads on. */
    public Call firstCall() {
        return first;
    }

    /** Starts a call, or returns null at the limit. */
    public Call admit(long callId, long callerKey, int callerAge, long nowMillis) {
        if (pool.isEmpty()) {
            return null;
        }
        Call call = pool.removeLast();
        call.begin(callId, callerKey, callerAge, nowMillis);
        calls.put(callId, call);
        call.previous = last;
        call.next = null;
        if (last == null) {
            first = call;
        } else {
            last.next = call;
        }
        last = call;
        return call;
    }

    /** Ends a call; the object goes back to the pool, so nobody may keep it. */
    public void end(Call call) {
        if (call.inLine.inLine() || call.timer.inLine() || call.change.inLine()) {
            throw new IllegalStateException("ends while it stands in a line: " + call.id());
        }
        calls.remove(call.id());
        if (call.previous == null) {
            first = call.next;
        } else {
            call.previous.next = call.next;
        }
        if (call.next == null) {
            last = call.previous;
        } else {
            call.next.previous = call.previous;
        }
        call.previous = null;
        call.next = null;
        call.queue = null;
        call.agent = null;
        call.keptFor = null;
        call.state = CallState.ENDED;
        pool.add(call);
    }

    /** The agent with that index, or null. */
    public Agent agent(int agentId) {
        return agentId >= 0 && agentId < agents.length ? agents[agentId] : null;
    }

    /** The queue with that index, or null. */
    public CallQueue queue(int queueId) {
        return queueId >= 0 && queueId < queues.length ? queues[queueId] : null;
    }

    /** The PBX with that index, or null. */
    public Pbx pbx(int pbxId) {
        return pbxId >= 0 && pbxId < pbxs.length ? pbxs[pbxId] : null;
    }

    /** The accounting identity of a PBX. */
    public Accounting accounting(int pbxId) {
        return accounts[pbxId];
    }

    /** The sizes it was made with. */
    public Limits limits() {
        return limits;
    }

    /** Calls that were sent to the fallback queue. */
    public DivertedCalls diverted() {
        return diverted;
    }

    /** Open callback reservations. */
    public ReservationBook reservations() {
        return reservations;
    }

    /** The queue of that kind at a PBX, or null. */
    public CallQueue queueOfKind(int kind, int pbxId) {
        return queueByKind.get(kindKey(kind, pbxId));
    }

    /** Defines a queue, open, with step 0; false if its index is out of range or taken. */
    public boolean defineQueue(int queueId, CallQueue.Identity identity, QueueSettings settings) {
        if (queueId < 0 || queueId >= queues.length || queues[queueId] != null) {
            return false;
        }
        CallQueue queue = new CallQueue(queueId, identity, settings, profiles);
        queues[queueId] = queue;
        queueByKind.put(kindKey(identity.kind(), identity.pbxId()), queue);
        profiles.matchAll(queue.addStep(identity.needed(), Step.Conditions.ofOwn(identity.pbxId())));
        return true;
    }

    /** Adds the next step to a queue's ladder; false if it is not the next one, or one too many. */
    public boolean defineStep(CallQueue queue, int index, SkillSet needed, Step.Conditions conditions) {
        if (index != queue.stepCount() || index >= CallQueue.MAX_STEPS) {
            return false;
        }
        profiles.matchAll(queue.addStep(needed, conditions));
        return true;
    }

    /** Defines an agent, logged out; false if his index is out of range or taken. */
    public boolean defineAgent(int agentId, int pbxId, SkillSet skills, int weight) {
        if (agentId < 0 || agentId >= agents.length || agents[agentId] != null) {
            return false;
        }
        agents[agentId] = new Agent(agentId, profiles.of(pbxId, skills), weight);
        return true;
    }

    /** Gives an agent, who stands in no ready line, other skills. */
    public void redefine(Agent agent, SkillSet skills, int weight) {
        if (agent.isStaffed()) {
            agent.profile().staffed(-1);
        }
        agent.become(profiles.of(agent.profile().pbxId(), skills), weight);
        if (agent.isStaffed()) {
            agent.profile().staffed(1);
        }
    }

    /** The profile with that index, which must be there. */
    SkillProfile profile(int index) {
        return profiles.at(index);
    }

    private static int kindKey(int kind, int pbxId) {
        return (kind << PBX_BITS) | pbxId;
    }

    /** All tables in one order: first what is there, so that it can be named, then what is known of it. Begins with empty tables or whole ones. */
    public void visit(State state) {
        for (int i = 0; i < pbxs.length; i++) {
            pbxs[i].visit(state);
            accounts[i].visit(state);
        }
        state.endOf(State.Part.PBXS);
        visitQueues(state);
        state.endOf(State.Part.QUEUES);
        profiles.visit(state);
        state.endOf(State.Part.PROFILES);
        visitAgents(state);
        visitCalls(state);
        state.endOf(State.Part.CALLS);
        reservations.visit(state, this);
        diverted.visit(state);
        state.endOf(State.Part.RESERVATIONS);
    }

    private void visitQueues(State state) {
        for (int i = 0; i < queues.length; i++) {
            if (state.next(queues[i] != null)) {
                CallQueue.Identity identity = CallQueue.Identity.next(state, queues[i]);
                if (queues[i] == null) {
                    queues[i] = new CallQueue(i, identity, QueueSettings.NOTHING_SAID, profiles);
                }
                queues[i].visitLadder(state);
                int kind = kindKey(identity.kind(), identity.pbxId());
                if (state.next(queueByKind.get(kind) == queues[i])) {
                    queueByKind.put(kind, queues[i]);
                }
            }
        }
        for (CallQueue queue : queues) {
            if (queue != null) {
                queue.visit(state, this);
            }
        }
    }

    private void visitAgents(State state) {
        for (int i = 0; i < agents.length; i++) {
            if (state.next(agents[i] != null) && agents[i] == null) {
                agents[i] = new Agent(i, null, 0);
            }
        }
    }

    private void visitCalls(State state) {
        int count = state.next(calls.size());
        Call known = first;
        for (int i = 0; i < count; i++) {
            long callId = state.next(known == null ? Call.NO_CALL : known.id());
            Call call = known == null ? admit(callId, 0, 0, 0) : known;
            known = call.next();
        }
        for (Agent agent : agents) {
            if (agent != null) {
                agent.visit(state, this);
            }
        }
        state.endOf(State.Part.AGENTS);
        for (Call call = first; call != null; call = call.next()) {
            call.visit(state, this);
        }
    }
}
