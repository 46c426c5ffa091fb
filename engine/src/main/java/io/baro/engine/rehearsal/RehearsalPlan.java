package io.baro.engine.rehearsal;

import io.baro.engine.callcenter.Limits;
import java.util.List;
import org.agrona.DirectBuffer;

/**
 * Owns what a rehearsed day starts from. Immutable.
 *
 * @param configuration commands in their order; logins among them are left out, since the {@link People} come by themselves
 * @param timetable commands that come at times of their own, in any order
 * @param dayStartMillis 00:00 of the day, epoch
 */
public record RehearsalPlan(
        Limits limits, List<DirectBuffer> configuration, List<ScheduledCommand> timetable, long dayStartMillis) {
    public RehearsalPlan {
        configuration = List.copyOf(configuration);
        timetable = List.copyOf(timetable);
    }
}
