package io.baro.acd.report;

import io.baro.engine.rehearsal.DutyChange;
import io.baro.engine.rehearsal.OfferScript;
import io.baro.engine.rehearsal.People;
import io.baro.engine.traffic.AgentHabits.Reaction;
import java.util.ArrayList;
import java.util.List;

/** Owns what a journal tells of one agent: his day, what his phone did with each offer, how soon he came back. One thread. */
final class RecordedAgent {
    /** What an agent of whom no answer is recorded does. */
    private static final OfferScript USUAL = new OfferScript(Reaction.ANSWER, 2_500);

    private final List<DutyChange> duties = new ArrayList<>();
    private final List<OfferScript> offers = new ArrayList<>();
    private final List<Long> absences = new ArrayList<>();
    private final List<Long> wrapUps = new ArrayList<>();

    void duty(long atMillis, DutyChange.Kind kind, int reason) {
        duties.add(new DutyChange(atMillis, kind, reason));
    }

    /** His phone is rung: what it does with the offer is told later under the number that is returned. */
    int rung() {
        offers.add(USUAL);
        return offers.size() - 1;
    }

    void reacted(int offer, OfferScript script) {
        offers.set(offer, script);
    }

    /** Misses made him not ready; whether he comes back by himself is told later. */
    void absent() {
        absences.add(People.NEVER);
    }

    void cameBackAfter(long millis) {
        absences.set(absences.size() - 1, millis);
    }

    void wrapsUp() {
        wrapUps.add(People.NEVER);
    }

    void endedWrapUpAfter(long millis) {
        wrapUps.set(wrapUps.size() - 1, millis);
    }

    List<DutyChange> duties() {
        return duties;
    }

    /** As he did with his offers of the day in turn; when they are used up, from the first again. */
    OfferScript reaction(int offer) {
        return offers.isEmpty() ? USUAL : offers.get(offer % offers.size());
    }

    long comesBackMillis(int absence, long usualMillis) {
        return absence < absences.size() ? absences.get(absence) : usualMillis;
    }

    long endsWrapUpMillis(int wrapUp) {
        return wrapUp < wrapUps.size() ? wrapUps.get(wrapUp) : People.NEVER;
    }
}
