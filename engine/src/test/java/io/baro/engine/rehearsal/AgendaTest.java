package io.baro.engine.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.baro.engine.callcenter.CallIds;
import io.baro.engine.traffic.RandomStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgendaTest {
    private final Agenda agenda = new Agenda(1_000);
    private final List<String> lived = new ArrayList<>();

    @Test
    void thingsHappenInTheOrderOfTime() {
        RandomStream chance = new RandomStream(1, 1);
        for (int i = 0; i < 5_000; i++) {
            int at = chance.below(900);
            agenda.at(1_000 + at, Agenda.TIMETABLE, () -> lived.add("%03d".formatted(at)));
        }
        liveAll();
        List<String> sorted = new ArrayList<>(lived);
        sorted.sort(null);
        assertEquals(sorted, lived);
        assertEquals(5_000, lived.size());
    }

    @Test
    void inOneMillisecondWhoItIsDecidesAndNotWhoPlannedFirst() {
        plan(Agenda.caller(CallIds.of(1, 5, 9)), "caller 9 of pbx 1");
        plan(Agenda.caller(CallIds.of(0, 6, 10)), "caller 10 of pbx 0");
        plan(Agenda.agent(3), "agent 3");
        plan(Agenda.arrivalAt(1), "arrival at pbx 1");
        plan(Agenda.arrivalAt(0), "arrival at pbx 0");
        plan(Agenda.TIMETABLE, "hours");
        liveAll();
        assertEquals(
                List.of(
                        "hours",
                        "arrival at pbx 0",
                        "arrival at pbx 1",
                        "agent 3",
                        "caller 10 of pbx 0",
                        "caller 9 of pbx 1"),
                lived);
    }

    @Test
    void whatOnePersonDoesInOneMillisecondIsDoneAsPlanned() {
        plan(Agenda.agent(3), "first");
        plan(Agenda.agent(3), "second");
        liveAll();
        assertEquals(List.of("first", "second"), lived);
    }

    @Test
    void whatIsPastHappensNow() {
        agenda.passTo(5_000);
        agenda.at(2_000, Agenda.TIMETABLE, () -> lived.add("late"));
        assertEquals(5_000, agenda.nextMillis());
    }

    private void plan(long actor, String what) {
        agenda.at(2_000, actor, () -> lived.add(what));
    }

    private void liveAll() {
        while (agenda.nextMillis() != Long.MAX_VALUE) {
            agenda.step();
        }
    }
}
