package io.baro.engine.rehearsal;

import io.baro.engine.traffic.AgentHabits;
import io.baro.engine.traffic.Arrivals;
import io.baro.engine.traffic.CallPlanner;
import io.baro.engine.traffic.CallerPopulation;
import io.baro.engine.traffic.CustomerHabits;
import io.baro.engine.traffic.DayProfile;
import io.baro.engine.traffic.PlannedCall;
import io.baro.engine.traffic.RandomStream;
import io.baro.engine.traffic.WorkDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Owns the callers and agents of a seeded day, centre by centre, as the embedded PBXs of the demonstration have them: the same model,
 * the same seeds. Each centre has the share of the calls that it has of the agents. One thread.
 */
public final class DrawnPeople implements People {
    /** The menu asks twice, 5 s each. */
    private static final long MENU_SILENCE_MILLIS = 10_000;

    private static final long DAY_MILLIS = 86_400_000;
    private static final int NOBODY = -1;

    /** One centre's streams of chance. */
    private static final class Centre {
        private final int pbxId;
        private final CallerPopulation callers;
        private final int firstCaller;
        private final CallPlanner planner;
        private final Arrivals arrivals;
        private final AgentHabits habits;
        private int sequence;
        private long nextMillis;

        Centre(int pbxId, DayProfile share, long seed, int firstCaller, long epochDay) {
            this.pbxId = pbxId;
            this.firstCaller = firstCaller;
            callers = new CallerPopulation(seed, firstCaller, share.callers(), epochDay);
            planner = new CallPlanner(seed, share);
            arrivals = new Arrivals(seed, share);
            habits = new AgentHabits(seed);
            nextMillis = arrivals.next();
        }
    }

    private final FloorPlan plan;
    private final Wishes wishes;
    private final long seed;
    private final long dayStartMillis;
    private final int entryKind;
    private final List<Centre> centres = new ArrayList<>();
    private final List<PlannedCall> plans = new ArrayList<>();
    private final int[] indexInCentre;
    private final int[] offers;
    private final CustomerHabits customers;
    private final int[] absences;
    private boolean arrivalsOver;

    /**
     * A day from 00:00 at {@code dayStartMillis}.
     *
     * @param profile of all centres together
     * @param entryKind kind of queue of those who let the menu run out or are sent past it
     * @param unasked kinds of queues that no menu leads to
     */
    public DrawnPeople(
            FloorPlan plan, DayProfile profile, long seed, long dayStartMillis, int entryKind, Set<Integer> unasked) {
        this.plan = plan;
        this.seed = seed;
        customers = new CustomerHabits(seed);
        this.dayStartMillis = dayStartMillis;
        this.entryKind = entryKind;
        wishes = Wishes.of(plan, entryKind, unasked);
        int[] agentsOf = new int[plan.pbxs()];
        indexInCentre = new int[plan.agents().size()];
        offers = new int[indexInCentre.length];
        absences = new int[indexInCentre.length];
        for (FloorPlan.Agent agent : plan.agents()) {
            if (agent != null) {
                indexInCentre[agent.id()] = agentsOf[agent.pbxId()]++;
            }
        }
        openCentres(profile, agentsOf);
    }

    @Override
    public CallScript nextArrival() {
        Centre first = null;
        for (Centre centre : centres) {
            if (centre.nextMillis != Arrivals.NO_MORE && (first == null || centre.nextMillis < first.nextMillis)) {
                first = centre;
            }
        }
        if (first == null) {
            arrivalsOver = true;
            return null;
        }
        long atMillis = dayStartMillis + first.nextMillis;
        first.nextMillis = first.arrivals.next();
        return script(first, first.planner.firstAttempt(first.sequence++), atMillis);
    }

    @Override
    public CallScript callsAgain(CallScript ended, boolean spoken, long nowMillis) {
        Centre centre = centres.get(ended.pbxId());
        PlannedCall before = plans.get(ended.number());
        long after =
                spoken ? centre.planner.redialAfterTalkMillis(before) : centre.planner.redialAfterAbandonMillis(before);
        if (after == CallPlanner.NEVER || arrivalsOver) {
            return null;
        }
        return script(centre, centre.planner.again(centre.sequence++, before), nowMillis + after);
    }

    @Override
    public OfferScript reaction(int agentId, CallScript call) {
        return reactionToCallback(agentId);
    }

    @Override
    public CustomerScript customer(long reservationId, int attempt) {
        return new CustomerScript(
                customers.reaction(reservationId, attempt), customers.pickUpMillis(reservationId, attempt));
    }

    @Override
    public OfferScript reactionToCallback(int agentId) {
        AgentHabits habits = habitsOf(agentId);
        int offer = offers[agentId]++;
        return new OfferScript(
                habits.reaction(indexInCentre[agentId], offer), habits.pickUpMillis(indexInCentre[agentId], offer));
    }

    @Override
    public List<DutyChange> dutiesOf(int agentId) {
        WorkDay day = habitsOf(agentId).workDay(indexInCentre[agentId]);
        List<DutyChange> changes = new ArrayList<>();
        changes.add(change(day.loginMillis(), DutyChange.Kind.LOGIN, 0));
        for (WorkDay.Break pause : day.breaks()) {
            changes.add(change(pause.fromMillis(), DutyChange.Kind.PAUSE, pause.reason()));
            changes.add(change(pause.toMillis(), DutyChange.Kind.READY, 0));
        }
        changes.add(change(day.logoutMillis(), DutyChange.Kind.LOGOUT, 0));
        return changes;
    }

    @Override
    public long comesBackMillis(int agentId) {
        return habitsOf(agentId).comesBackMillis(indexInCentre[agentId], absences[agentId]++);
    }

    private void openCentres(DayProfile profile, int[] agentsOf) {
        long all = Arrays.stream(agentsOf).asLongStream().sum();
        int firstCaller = 0;
        for (int pbxId = 0; pbxId < agentsOf.length; pbxId++) {
            DayProfile share = profile.share(agentsOf[pbxId], Math.max(1, all));
            centres.add(new Centre(
                    pbxId,
                    share,
                    RandomStream.seedFor(seed, pbxId),
                    firstCaller,
                    Math.floorDiv(dayStartMillis, DAY_MILLIS)));
            firstCaller += share.callers();
        }
    }

    private CallScript script(Centre centre, PlannedCall call, long atMillis) {
        plans.add(call);
        boolean silent = call.menuDigit() == 0;
        int wished = silent ? NOBODY : plan.queueOf(centre.pbxId, wishes.kindOf(call.wish()));
        int entry = plan.queueOf(centre.pbxId, entryKind);
        return new CallScript(
                plans.size() - 1,
                0,
                centre.pbxId,
                atMillis,
                call.withheld() ? 0 : keyOf(centre.firstCaller + call.caller()),
                call.withheld() ? NOBODY : centre.callers.age(call.caller()),
                entry,
                NOBODY,
                NOBODY,
                silent ? MENU_SILENCE_MILLIS : call.menuMillis(),
                wished == NOBODY ? entry : wished,
                call.patienceMillis(),
                call.takesCallback(),
                call.callbackMillis(),
                call.talkMillis(),
                call.hangsUpFirst());
    }

    /** Stands for the keyed hash of his number; never 0, which is a withheld one. */
    private long keyOf(int caller) {
        return RandomStream.seedFor(seed, caller) | 1;
    }

    private AgentHabits habitsOf(int agentId) {
        return centres.get(plan.agents().get(agentId).pbxId()).habits;
    }

    private DutyChange change(long dayMillis, DutyChange.Kind kind, int reason) {
        return new DutyChange(dayStartMillis + dayMillis, kind, reason);
    }
}
