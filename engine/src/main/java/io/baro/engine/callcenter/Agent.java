package io.baro.engine.callcenter;

import io.baro.engine.line.Line;
import io.baro.engine.line.Place;
import io.baro.engine.message.AgentState;
import io.baro.engine.message.DeviceState;
import io.baro.engine.message.NotReadyReason;
import io.baro.engine.state.State;
import java.util.ArrayList;
import java.util.List;

/**
 * A person who takes calls: his state, the keys that strategies sort him by, the one offer he may hold, the calls kept for him.
 * Changes only by the flows of the router. Runs on: routing thread.
 */
public final class Agent {
    private static final int FIRST_KEPT = 4;
    /** Occupancy is told in ten-thousandths: fine enough to tell a minute of an hour. */
    private static final long WHOLE_DAY = 10_000;

    private final int id;
    private final List<Place<Agent>> inReady = new ArrayList<>();
    private SkillProfile profile;
    private int weight;

    /** The deadline that his state gives: offer, wrap-up or pause. */
    public final Place<TimerOwner> timer = new Place<>(TimerOwner.of(this));

    /** The one offer he may hold. */
    public final Offer offer = new Offer();

    /** Calls that wait for him alone, smallest rank first. */
    public final Line<Call> kept = new Line<>(FIRST_KEPT);

    /** What he did today. */
    public final WorkedDay day = new WorkedDay();

    /** What he does now. */
    public AgentState state = AgentState.LOGGED_OUT;

    /** Why he is NOT_READY, else NONE. */
    public NotReadyReason reason = NotReadyReason.NONE;

    /** The operator's own number of the reason of his pause, else 0. */
    public int pauseCode;

    /** What his phone said last: a veto, never proof that he is free. */
    public DeviceState device = DeviceState.UNKNOWN;

    /** Since when he has had no call, epoch milliseconds; kept through offers that were not his doing. */
    public long idleSinceMillis;

    /** Which offer of all was made to him last; 0: none yet. */
    public long lastOffer;

    /** His lot, drawn when he became READY. */
    public long draw;

    /** His occupancy in ten-thousandths when he became READY. */
    public long occupancy;

    /** Calls answered today when he became READY. */
    public int calls;

    /** When his last wrap-up ends, epoch milliseconds; not later than now if it has. */
    public long wrapUpEndsMillis;

    /** Offers in a row that he did not answer. */
    public int misses;

    /** He asked for a pause while he held an offer: it takes effect when that ends. */
    public boolean pauseWanted;

    /** The reason number of that pause. */
    public int pauseCodeWanted;

    /** He logged out while he held an offer: it takes effect when that ends. */
    public boolean logoutWanted;

    Agent(int id, SkillProfile profile, int weight) {
        this.id = id;
        this.profile = profile;
        this.weight = weight;
        for (int i = 0; i < AgentOrder.COUNT; i++) {
            inReady.add(new Place<>(this));
        }
    }

    /** Dense index. */
    public int id() {
        return id;
    }

    /** His PBX and skills, shared with those who have the same. */
    public SkillProfile profile() {
        return profile;
    }

    /** His share of calls where lots are drawn, 1-100. */
    public int weight() {
        return weight;
    }

    /** Whether he may be given a call now. */
    public boolean isReady() {
        return state == AgentState.READY;
    }

    /** Whether he counts as staff of his queues: logged in and not gone on a pause of his own. */
    public boolean isStaffed() {
        return state != AgentState.LOGGED_OUT && state != AgentState.NOT_READY;
    }

    /** Whether a call may be kept for him: staffed, on a PBX that is ready. */
    public boolean isThere() {
        return isStaffed() && profile.pbx().isReady();
    }

    /** Sets the keys that depend on time; he is about to be READY. */
    public void fixKeys(long nowMillis) {
        calls = day.calls;
        occupancy = WHOLE_DAY * day.busyMillis(nowMillis) / Math.max(1, day.loggedInMillis(nowMillis));
    }

    /** Takes him to another profile; he stands in no line. */
    void become(SkillProfile other, int newWeight) {
        profile = other;
        weight = newWeight;
    }

    Place<Agent> inReady(int order) {
        return inReady.get(order);
    }

    long key(int order) {
        if (order == AgentOrder.IDLE.code()) {
            return idleSinceMillis;
        } else if (order == AgentOrder.CALLS.code()) {
            return calls;
        } else if (order == AgentOrder.OCCUPANCY.code()) {
            return occupancy;
        } else if (order == AgentOrder.ROTATION.code()) {
            return lastOffer;
        }
        return order == AgentOrder.DRAW.code() ? draw : id;
    }

    long tie(int order) {
        return order == AgentOrder.CALLS.code() || order == AgentOrder.OCCUPANCY.code() ? idleSinceMillis : 0;
    }

    /** Where he stands in line follows from the rest; the calls kept for him join when they are visited. */
    void visit(State visited, CallCenter center) {
        profile = center.profile(visited.next(profile == null ? 0 : profile.index()));
        weight = visited.next(weight);
        offer.visit(visited, center);
        day.visit(visited);
        state = AgentState.get((short) visited.next(state.value()));
        reason = NotReadyReason.get((short) visited.next(reason.value()));
        pauseCode = visited.next(pauseCode);
        device = DeviceState.get((short) visited.next(device.value()));
        idleSinceMillis = visited.next(idleSinceMillis);
        lastOffer = visited.next(lastOffer);
        draw = visited.next(draw);
        occupancy = visited.next(occupancy);
        calls = visited.next(calls);
        wrapUpEndsMillis = visited.next(wrapUpEndsMillis);
        misses = visited.next(misses);
        pauseWanted = visited.next(pauseWanted);
        pauseCodeWanted = visited.next(pauseCodeWanted);
        logoutWanted = visited.next(logoutWanted);
        if (isReady() && !inReady(AgentOrder.IDLE.code()).inLine()) {
            profile.enter(this);
        }
    }
}
