package io.baro.engine.callcenter;

import io.baro.engine.line.Place;
import io.baro.engine.message.AgentState;
import io.baro.engine.message.DeviceState;
import io.baro.engine.message.NotReadyReason;

/**
 * A person who takes calls: his state, since when he is idle, and the one offer he may hold. Changes only by the flows of the
 * router. Runs on: routing thread.
 */
public final class Agent {
    private final int id;
    private final SkillProfile profile;

    /** His place among the ready of his profile, longest idle first. */
    public final Place<Agent> inReady = new Place<>(this);

    /** The deadline that his state gives: offer, wrap-up or pause. */
    public final Place<TimerOwner> timer = new Place<>(TimerOwner.of(this));

    /** The one offer he may hold. */
    public final Offer offer = new Offer();

    /** What he does now. */
    public AgentState state = AgentState.LOGGED_OUT;

    /** Why he is NOT_READY, else NONE. */
    public NotReadyReason reason = NotReadyReason.NONE;

    /** What his phone said last: a veto, never proof that he is free. */
    public DeviceState device = DeviceState.UNKNOWN;

    /** Since when he has had no call, epoch milliseconds; kept through offers that were not his doing. */
    public long idleSinceMillis;

    /** He asked for a pause while he held an offer: it takes effect when that ends. */
    public boolean pauseWanted;

    /** He logged out while he held an offer: it takes effect when that ends. */
    public boolean logoutWanted;

    Agent(int id, SkillProfile profile) {
        this.id = id;
        this.profile = profile;
    }

    /** Dense index. */
    public int id() {
        return id;
    }

    /** His PBX and skills, shared with those who have the same. */
    public SkillProfile profile() {
        return profile;
    }

    /** Whether he may be given a call now. */
    public boolean isReady() {
        return state == AgentState.READY;
    }

    /** Whether he counts as staff of his queues: logged in and not gone on a pause of his own. */
    public boolean isStaffed() {
        return state != AgentState.LOGGED_OUT && state != AgentState.NOT_READY;
    }
}
