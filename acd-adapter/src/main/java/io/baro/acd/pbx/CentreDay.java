package io.baro.acd.pbx;

import io.baro.engine.traffic.AgentHabits;
import io.baro.engine.traffic.Arrivals;
import io.baro.engine.traffic.CallPlanner;
import io.baro.engine.traffic.CallerPopulation;
import io.baro.engine.traffic.DayProfile;
import io.baro.engine.traffic.PlannedCall;
import java.util.HashMap;
import java.util.Map;

/**
 * Owns the traffic of one centre's day on its PBX: who calls when, who calls again, which agent works. Never routes. Only the loop's
 * thread touches it.
 */
final class CentreDay implements CallObserver {
    private final EmbeddedPbx pbx;
    private final String dnis;
    private final CallerPopulation callers;
    private final CallPlanner planner;
    private final Arrivals arrivals;
    private final AgentHabits habits;
    private final TallyKeeper tally;
    private final Map<Caller, PlannedCall> plans = new HashMap<>();
    private final Deadline nextArrival = new Deadline(this::arrive);
    private long dayStartMillis;
    private int sequence;
    private boolean arrivalsOver;

    CentreDay(EmbeddedPbx pbx, DayProfile profile, long seed, CallerPopulation callers, DayPlan plan) {
        this.pbx = pbx;
        this.dnis = plan.dnis();
        this.callers = callers;
        this.planner = new CallPlanner(seed, profile);
        this.arrivals = new Arrivals(seed, profile);
        this.habits = new AgentHabits(seed);
        this.tally = plan.tally();
    }

    void begin(long dayStart, boolean agentsDialCodes) {
        dayStartMillis = dayStart;
        pbx.observers().add(this);
        int agent = 0;
        for (AgentPhone phone : pbx.phones()) {
            AgentDuty duty = new AgentDuty(pbx, phone, agent++, habits, this);
            phone.follow(duty);
            if (agentsDialCodes) {
                duty.begin(dayStart, pbx.clock().nowMillis() - dayStart);
            }
        }
        scheduleArrival();
    }

    /** Nobody will call any more (a redial that is due later is not dialled) and nobody is on the line. */
    boolean isOver() {
        return arrivalsOver && plans.isEmpty();
    }

    PlannedCall planOf(Caller caller) {
        return plans.get(caller);
    }

    @Override
    public void onConnected(Caller caller, AgentPhone phone) {
        tally.connected();
    }

    @Override
    public void onEnded(Caller caller) {
        tally.ended(caller);
        PlannedCall call = plans.remove(caller);
        if (call == null || caller.wasReserved()) {
            return;
        }
        long after = caller.wasConnected() || caller.wasFailedOver()
                ? planner.redialAfterTalkMillis(call)
                : planner.redialAfterAbandonMillis(call);
        if (after != CallPlanner.NEVER) {
            pbx.clock().schedule(new Deadline(() -> redial(call)), after);
        }
    }

    private void redial(PlannedCall before) {
        if (!arrivalsOver) {
            dial(planner.again(sequence++, before));
        }
    }

    private void arrive() {
        dial(planner.firstAttempt(sequence++));
        scheduleArrival();
    }

    private void scheduleArrival() {
        long now = pbx.clock().nowMillis();
        long at = arrivals.next();
        while (at != Arrivals.NO_MORE && dayStartMillis + at < now) {
            at = arrivals.next();
        }
        if (at == Arrivals.NO_MORE) {
            arrivalsOver = true;
        } else {
            pbx.clock().schedule(nextArrival, dayStartMillis + at - now);
        }
    }

    private void dial(PlannedCall call) {
        tally.dialled();
        Caller caller = new Caller(
                pbx,
                new CallerPlan(
                        call.withheld() ? "" : callers.number(call.caller()),
                        dnis,
                        call.menuMillis(),
                        call.menuDigit(),
                        call.patienceMillis(),
                        call.takesCallback() ? call.callbackMillis() : CallerPlan.FOREVER,
                        call.takesCallback() ? '1' : CallerPlan.NOTHING,
                        call.talkMillis()));
        plans.put(caller, call);
        pbx.dial(caller);
    }
}
