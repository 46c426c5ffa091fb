package io.baro.acd.pbx;

import io.baro.engine.traffic.CallerPopulation;
import io.baro.engine.traffic.DayProfile;
import io.baro.engine.traffic.RandomStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Owns a seeded day over any number of PBXs of one loop: it shares the profile among them by their phones, starts the callers and
 * agents, and counts. Never routes. Callable from any thread.
 */
public final class DayDriver {
    /** The number that callers of a driven day dial. */
    public static final String DNIS = "15771000";

    private static final long DAY_MILLIS = 86_400_000;

    private final PbxLoop loop;
    private final List<CentreDay> centres = new ArrayList<>();
    private final List<CallerPopulation> populations = new ArrayList<>();
    private final TallyKeeper keeper = new TallyKeeper();
    private final long dayStartMillis;

    /**
     * A day that began (00:00) at {@code dayStartEpochMillis}; what is before the loop's present is left out.
     *
     * @param profile of all PBXs together; its agents are not asked for, the phones of the PBXs are
     */
    public DayDriver(PbxLoop loop, List<EmbeddedPbx> pbxs, DayProfile profile, long seed, long dayStartEpochMillis) {
        this.loop = loop;
        this.dayStartMillis = dayStartEpochMillis;
        long phones = pbxs.stream().mapToLong(pbx -> pbx.phones().size()).sum();
        DayPlan plan = new DayPlan(DNIS, keeper);
        int firstCaller = 0;
        for (int i = 0; i < pbxs.size(); i++) {
            EmbeddedPbx pbx = pbxs.get(i);
            DayProfile share = profile.share(pbx.phones().size(), phones);
            long centreSeed = RandomStream.seedFor(seed, i);
            CallerPopulation callers = new CallerPopulation(
                    centreSeed, firstCaller, share.callers(), Math.floorDiv(dayStartEpochMillis, DAY_MILLIS));
            firstCaller += share.callers();
            populations.add(callers);
            centres.add(new CentreDay(pbx, share, centreSeed, callers, plan));
        }
    }

    /**
     * Lets the day begin.
     *
     * @param agentsDialCodes agents log in, pause and log out by feature codes; false: they are logged in by configuration
     */
    public void begin(boolean agentsDialCodes) {
        loop.call(() -> {
            centres.forEach(centre -> centre.begin(dayStartMillis, agentsDialCodes));
            return null;
        });
    }

    /** Who may call, centre by centre: for a customer file. */
    public List<CallerPopulation> populations() {
        return List.copyOf(populations);
    }

    /** The count so far. */
    public DayTally tally() {
        return loop.call(keeper::read);
    }

    /** Nobody will call any more and nobody is on the line. */
    public boolean isOver() {
        return loop.call(() -> centres.stream().allMatch(CentreDay::isOver));
    }
}
