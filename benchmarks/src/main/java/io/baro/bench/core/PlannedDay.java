package io.baro.bench.core;

import io.baro.engine.rehearsal.CallScript;
import io.baro.engine.rehearsal.DrawnPeople;
import io.baro.engine.rehearsal.FloorPlan;
import io.baro.engine.traffic.DayProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The callers of one day of the model centre, drawn by the traffic model of the simulated day and kept, so that a year of such days does not
 * measure how callers are drawn. Immutable.
 *
 * @param calls in the order in which they come; times count from midnight
 */
record PlannedDay(List<CallScript> calls) {

    static PlannedDay of(ModelCentre centre, long seed) {
        FloorPlan floor = centre.floor();
        DrawnPeople people = new DrawnPeople(
                floor, DayProfile.modelCentre().withSpikes(List.of()), seed, 0, centre.entryKind(), Set.of());
        List<CallScript> calls = new ArrayList<>();
        for (CallScript call = people.nextArrival(); call != null; call = people.nextArrival()) {
            calls.add(call);
        }
        return new PlannedDay(List.copyOf(calls));
    }
}
