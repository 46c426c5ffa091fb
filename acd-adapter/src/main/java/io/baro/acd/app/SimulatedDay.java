package io.baro.acd.app;

import io.baro.acd.report.CallbackFigures;
import io.baro.acd.report.DayBook;
import io.baro.acd.report.DayObserver;
import io.baro.engine.message.CallOutcome;
import io.baro.engine.rehearsal.DrawnPeople;
import io.baro.engine.rehearsal.EwtReferee;
import io.baro.engine.rehearsal.FloorPlan;
import io.baro.engine.rehearsal.Ledger;
import io.baro.engine.rehearsal.Onlooker;
import io.baro.engine.rehearsal.Promises;
import io.baro.engine.rehearsal.Rehearsal;
import io.baro.engine.rehearsal.RehearsalPlan;
import io.baro.engine.traffic.DayProfile;
import io.baro.engine.traffic.Spike;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One simulated day with everybody who watches it. Never routes: the production router does. Runs on: main thread. */
final class SimulatedDay {
    private static final long MINUTE_MILLIS = 60_000;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int PER_CENT = 100;
    /** The model centre's agents, for whom its calls are enough work. */
    private static final int MODEL_AGENTS = 1_562;

    private final DayConfiguration day;
    private final DayBook book;
    private final Promises promises;
    private final Ledger ledger;
    private final CallbackFigures callbacks = new CallbackFigures();
    private final EwtReferee referee;
    private final Rehearsal rehearsal;
    private double seconds;

    /**
     * A day that is not lived yet.
     *
     * @param sharePercent of the calls that the model centre would have for so many agents
     * @param others who watch as well
     */
    SimulatedDay(DayConfiguration day, LocalDate date, long seed, int sharePercent, List<Onlooker> others) {
        this.day = day;
        FloorPlan floor = day.floor();
        long midnight = date.atStartOfDay(day.configuration().server().zone())
                .toInstant()
                .toEpochMilli();
        long objective = day.configuration().server().answerWithin().toMillis();
        int agents = day.configuration().agents().size();
        DayProfile profile =
                DayProfile.modelCentre().share((long) agents * sharePercent, (long) MODEL_AGENTS * PER_CENT);
        Spike spike = profile.spikes().getFirst();
        book = new DayBook(day.names(), floor, midnight, objective);
        promises = new Promises(day.floor());
        ledger = new Ledger(floor.pbxs(), objective);
        referee = new EwtReferee(
                floor, midnight + spike.fromMinute() * MINUTE_MILLIS, midnight + spike.toMinute() * MINUTE_MILLIS);
        List<Onlooker> onlookers = new ArrayList<>(List.of(
                promises,
                ledger,
                callbacks,
                referee,
                new DayObserver(book, floor.agents().size())));
        onlookers.addAll(others);
        rehearsal = new Rehearsal(
                new RehearsalPlan(
                        Server.limits(day.configuration()), day.commands(), day.timetable(midnight), midnight),
                floor,
                new DrawnPeople(floor, profile, seed, midnight, day.entryKind(), day.unasked()),
                onlookers);
    }

    void run() {
        long begun = System.nanoTime();
        rehearsal.run();
        seconds = (System.nanoTime() - begun) / NANOS_PER_SECOND;
    }

    DayBook book() {
        return book;
    }

    EwtReferee referee() {
        return referee;
    }

    /** Whether everything that Baro promises held all day. */
    boolean isRight() {
        return promises.overtakesBeyondBound() == 0 && promises.idleWhileWaiting() == 0 && ledger.identityHolds();
    }

    /** The first promise that was broken, in words; empty: none. */
    String firstBreach() {
        return promises.firstBreach();
    }

    double seconds() {
        return seconds;
    }

    long commands() {
        return rehearsal.commands();
    }

    /** The day in one line. */
    String lastLine() {
        return String.format(
                Locale.ROOT,
                "calls=%d answered=%d sl%d=%.4f abandoned=%d shed=%d %s overtakes_beyond_bound=%d idle_while_waiting=%d"
                        + " identity=%s hash=%016x seconds=%.1f",
                ledger.calls(),
                ledger.answered(),
                day.configuration().server().answerWithin().toSeconds(),
                book.whole().serviceLevel(),
                ledger.closed(CallOutcome.ABANDONED),
                book.whole().shed(),
                callbacks.words(),
                promises.overtakesBeyondBound(),
                promises.idleWhileWaiting(),
                ledger.identityHolds() ? "ok" : "broken",
                rehearsal.hash(),
                seconds);
    }

    /** The same for machines. */
    String json() {
        return String.format(
                Locale.ROOT,
                "{\"calls\":%d,\"answered\":%d,\"service_level\":%.4f,\"abandoned\":%d,\"reserved\":%d,\"diverted\":%d,"
                        + "\"refused\":%d,\"failed_over\":%d,\"callbacks\":%s,\"overtakes_beyond_bound\":%d,\"idle_while_waiting\":%d,"
                        + "\"identity\":\"%s\",\"hash\":\"%016x\",\"commands\":%d,\"seconds\":%.1f}",
                ledger.calls(),
                ledger.answered(),
                book.whole().serviceLevel(),
                ledger.closed(CallOutcome.ABANDONED),
                ledger.closed(CallOutcome.RESERVED),
                ledger.closed(CallOutcome.DIVERTED),
                ledger.closed(CallOutcome.REFUSED),
                ledger.closed(CallOutcome.FAILED_OVER),
                callbacks.json(),
                promises.overtakesBeyondBound(),
                promises.idleWhileWaiting(),
                ledger.identityHolds() ? "ok" : "broken",
                rehearsal.hash(),
                rehearsal.commands(),
                seconds);
    }
}
