package io.baro.acd.pbx;

import io.baro.engine.traffic.AgentHabits;
import io.baro.engine.traffic.PlannedCall;
import io.baro.engine.traffic.WorkDay;
import java.util.ArrayList;
import java.util.List;

/**
 * Owns one agent's day at his phone: dials the feature codes for login, breaks and logout when he is free, and takes or misses his
 * offers. Only the loop's thread touches it.
 */
final class AgentDuty implements PhoneScript {
    /** He finishes his talk first, then dials. */
    private static final long RETRY_MILLIS = 5_000;

    /** A talk that is not of the driven day. */
    private static final long OWN_TALK_MILLIS = 60_000;

    private record Change(long atMillis, String code) {}

    private final EmbeddedPbx pbx;
    private final AgentPhone phone;
    private final int agent;
    private final AgentHabits habits;
    private final CentreDay centre;
    private final List<Change> changes = new ArrayList<>();
    private final Deadline due = new Deadline(this::dial);
    private int next;
    private int offers;

    AgentDuty(EmbeddedPbx pbx, AgentPhone phone, int agent, AgentHabits habits, CentreDay centre) {
        this.pbx = pbx;
        this.phone = phone;
        this.agent = agent;
        this.habits = habits;
        this.centre = centre;
    }

    /** Plans the day; what is past at {@code nowMillis} of the day is made up for by one code. */
    void begin(long dayStartMillis, long nowMillis) {
        WorkDay day = habits.workDay(agent);
        changes.add(new Change(dayStartMillis + day.loginMillis(), "*81"));
        for (WorkDay.Break pause : day.breaks()) {
            changes.add(new Change(dayStartMillis + pause.fromMillis(), "*83" + pause.reason()));
            changes.add(new Change(dayStartMillis + pause.toMillis(), "*84"));
        }
        changes.add(new Change(dayStartMillis + day.logoutMillis(), "*82"));
        if (day.loginMillis() < nowMillis && nowMillis < day.logoutMillis()) {
            changes.set(0, new Change(dayStartMillis + nowMillis, "*81"));
            changes.subList(1, changes.size()).removeIf(change -> change.atMillis() < dayStartMillis + nowMillis);
        } else {
            changes.removeIf(change -> change.atMillis() < dayStartMillis + nowMillis);
        }
        scheduleNext();
    }

    @Override
    public PhoneBehaviour onInvite(AgentPhone invited, Caller caller) {
        int offer = offers++;
        AgentHabits.Reaction reaction = habits.reaction(agent, offer);
        PlannedCall call = centre.planOf(caller);
        return new PhoneBehaviour(
                switch (reaction) {
                    case ANSWER -> PhoneBehaviour.Reaction.ANSWER;
                    case NO_ANSWER -> PhoneBehaviour.Reaction.NO_ANSWER;
                    case BUSY -> PhoneBehaviour.Reaction.BUSY;
                    case REJECT -> PhoneBehaviour.Reaction.REJECT;
                },
                habits.pickUpMillis(agent, offer),
                talkMillis(caller, call),
                call != null && call.hangsUpFirst());
    }

    /** A caller of another centre is not of this centre's day, but he has a plan. */
    private static long talkMillis(Caller caller, PlannedCall call) {
        if (call != null) {
            return call.talkMillis();
        }
        return caller == null || caller.plan().talkMillis() == PhoneBehaviour.UNTIL_TOLD
                ? OWN_TALK_MILLIS
                : caller.plan().talkMillis();
    }

    private void dial() {
        if (!phone.isFree()) {
            pbx.clock().schedule(due, RETRY_MILLIS);
            return;
        }
        new FeatureCall(pbx, phone).dial(changes.get(next++).code());
        scheduleNext();
    }

    private void scheduleNext() {
        if (next < changes.size()) {
            pbx.clock().schedule(due, changes.get(next).atMillis() - pbx.clock().nowMillis());
        }
    }
}
