package io.baro.engine.rehearsal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Owns the lanes of a floor and who is ready for each, counted from facts alone: nothing here is asked of the router's tables. Never
 * routes. One thread.
 */
final class WitnessedFloor {
    private final List<Lane> lanes = new ArrayList<>();
    private final List<int[]> lanesOfQueue = new ArrayList<>();
    private final List<Lane[]> lanesOfAgent = new ArrayList<>();
    private final boolean[] ready;
    private final Map<Integer, List<WitnessedCall>> keptFor = new HashMap<>();
    private final List<Lane> touched = new ArrayList<>();

    WitnessedFloor(FloorPlan plan) {
        for (FloorPlan.Queue queue : plan.queues()) {
            int steps = queue == null ? 0 : plan.ladder(queue.id()).size();
            int[] ids = new int[steps];
            for (int step = 0; step < steps; step++) {
                ids[step] = lanes.size();
                lanes.add(new Lane(plan.ladder(queue.id()).get(step)));
            }
            lanesOfQueue.add(ids);
        }
        for (FloorPlan.Agent agent : plan.agents()) {
            lanesOfAgent.add(agent == null ? new Lane[0] : lanesOf(plan, agent));
        }
        ready = new boolean[plan.agents().size()];
    }

    void agentIs(int agentId, boolean nowReady) {
        if (ready[agentId] == nowReady) {
            return;
        }
        ready[agentId] = nowReady;
        for (Lane lane : lanesOfAgent.get(agentId)) {
            lane.ready += nowReady ? 1 : -1;
            if (nowReady && lane.waiting > 0) {
                touch(lane);
            }
        }
    }

    boolean isReady(int agentId) {
        return ready[agentId];
    }

    Lane[] lanesOf(int agentId) {
        return lanesOfAgent.get(agentId);
    }

    List<WitnessedCall> keptFor(int agentId) {
        return keptFor.getOrDefault(agentId, List.of());
    }

    /** The call stands in the lines of its step and of all below, or with the agent it is kept for. */
    void enter(WitnessedCall call) {
        call.stand = WitnessedCall.Stand.IN_LINE;
        call.place++;
        if (call.isKept()) {
            keptFor.computeIfAbsent(call.keptForAgentId, _ -> new ArrayList<>()).add(call);
            return;
        }
        for (int step = 0; step <= call.step; step++) {
            Lane lane = laneOf(call, step);
            lane.enter(call);
            touch(lane);
        }
    }

    /** The call is not in line any more. */
    void leave(WitnessedCall call, WitnessedCall.Stand stand) {
        if (call.stand == WitnessedCall.Stand.IN_LINE) {
            call.place++;
            if (call.isKept()) {
                keptFor.get(call.keptForAgentId).remove(call);
            } else {
                for (int step = 0; step <= call.step; step++) {
                    laneOf(call, step).leave();
                }
            }
        }
        call.stand = stand;
    }

    /** Lanes in which something came since the last time; each once. */
    List<Lane> takeTouched() {
        List<Lane> taken = List.copyOf(touched);
        touched.clear();
        taken.forEach(lane -> lane.touched = false);
        return taken;
    }

    boolean nothingTouched() {
        return touched.isEmpty();
    }

    private void touch(Lane lane) {
        if (!lane.touched) {
            lane.touched = true;
            touched.add(lane);
        }
    }

    private Lane laneOf(WitnessedCall call, int step) {
        return lanes.get(lanesOfQueue.get(call.queueId)[step]);
    }

    private Lane[] lanesOf(FloorPlan plan, FloorPlan.Agent agent) {
        List<Lane> matched = new ArrayList<>();
        for (Lane lane : lanes) {
            if (plan.ladder(lane.queueId).get(lane.step).matches(agent)) {
                matched.add(lane);
            }
        }
        return matched.toArray(Lane[]::new);
    }
}
