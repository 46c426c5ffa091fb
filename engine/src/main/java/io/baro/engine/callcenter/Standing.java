package io.baro.engine.callcenter;

import io.baro.engine.line.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * A call's places in lines: on every step up to its own, or with the agent it is kept for. Never decides where it stands. Runs on: routing
 * thread.
 */
final class Standing {
    private final Call call;
    private final List<Place<Call>> places = new ArrayList<>(CallQueue.MAX_STEPS);

    Standing(Call call) {
        this.call = call;
        for (int i = 0; i < CallQueue.MAX_STEPS; i++) {
            places.add(new Place<>(call));
        }
    }

    /** Its place on the first step, or with an agent. */
    Place<Call> first() {
        return places.getFirst();
    }

    void join() {
        if (call.keptFor != null) {
            call.keptFor.kept.join(first(), call.rank(), call.joinedMillis, call.id());
        }
        for (int i = 0; call.keptFor == null && i <= call.step; i++) {
            call.queue.step(i).join(places.get(i), call);
        }
    }

    void leave() {
        if (call.keptFor != null) {
            call.keptFor.kept.leave(first());
        }
        for (int i = 0; call.keptFor == null && i <= call.step; i++) {
            call.queue.step(i).leave(places.get(i));
        }
    }
}
