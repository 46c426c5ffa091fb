package io.baro.engine.routing;

import io.baro.engine.callcenter.Agent;
import io.baro.engine.callcenter.Call;
import io.baro.engine.callcenter.CallCenter;
import io.baro.engine.callcenter.CallQueue;
import io.baro.engine.callcenter.Pbx;

/**
 * Folds the router's whole state into one number, the same on every machine for the same commands. Changes nothing. Runs on:
 * routing thread, outside the hot path.
 */
final class StateHash {
    private StateHash() {}

    /** Mixes one more value in: the 64-bit finaliser of MurmurHash3 over their combination. */
    static long mix(long hash, long value) {
        long mixed = (hash ^ value) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }

    static long of(CallCenter center, long seed) {
        long hash = seed;
        for (Call call = center.firstCall(); call != null; call = call.next()) {
            hash = ofCall(hash, call);
        }
        for (int i = 0; i < center.limits().agents(); i++) {
            Agent agent = center.agent(i);
            hash = agent == null ? hash : ofAgent(hash, agent);
        }
        for (int i = 0; i < center.limits().queues(); i++) {
            CallQueue queue = center.queue(i);
            hash = queue == null ? hash : mix(mix(hash, queue.meanServiceMillis()), queue.spikes);
        }
        for (int i = 0; i < center.limits().pbxs(); i++) {
            Pbx pbx = center.pbx(i);
            hash = mix(mix(hash, pbx.ready ? 1 : 0), center.accounting(i).offeredCount());
        }
        for (int i = 0; i < center.reservations().size(); i++) {
            hash = mix(
                    mix(hash, center.reservations().at(i).id()),
                    center.reservations().at(i).rank());
        }
        return hash;
    }

    private static long ofCall(long seed, Call call) {
        long hash = mix(mix(seed, call.id()), call.state.code());
        hash = mix(mix(hash, call.rank()), call.rulesFired);
        hash = mix(hash, call.queue == null ? -1 : call.queue.id());
        return mix(hash, call.agent == null ? -1 : call.agent.id());
    }

    private static long ofAgent(long seed, Agent agent) {
        long hash = mix(mix(seed, agent.id()), agent.state.value());
        hash = mix(mix(hash, agent.reason.value()), agent.idleSinceMillis);
        return mix(hash, agent.offer.id);
    }
}
