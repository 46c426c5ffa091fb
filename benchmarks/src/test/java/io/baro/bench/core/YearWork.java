package io.baro.bench.core;

import java.util.function.Supplier;

/** What a command of the model centre's own day costs in steps, on the mean; made by {@link CountingLoader}. One thread. */
public final class YearWork implements Supplier<Double> {

    private static final int MORNING_CALLS = 5_000;

    @Override
    public Double get() {
        ModelCentre centre = ModelCentre.load();
        YearFloor floor = new YearFloor(centre);
        long commands = floor.commands();
        long before = Work.steps();
        floor.live(PlannedDay.of(centre, 7).calls().subList(0, MORNING_CALLS));
        return (double) (Work.steps() - before) / (floor.commands() - commands);
    }
}
