package io.baro.engine.routing;

import io.baro.engine.callcenter.Agent;
import io.baro.engine.callcenter.Call;
import io.baro.engine.callcenter.CallCenter;
import io.baro.engine.callcenter.CallQueue;
import io.baro.engine.callcenter.Pbx;
import io.baro.engine.callcenter.TimerOwner;
import io.baro.engine.line.Place;

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

    /** The finaliser of MurmurHash3 (Appleby 2011) alone. */
    static long finish(long value) {
        long mixed = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }

    static long of(CallCenter center, long seed) {
        long hash = mix(seed, center.diverted().hash());
        for (Call call = center.firstCall(); call != null; call = call.next()) {
            hash = ofCall(hash, call);
        }
        for (int i = 0; i < center.limits().agents(); i++) {
            Agent agent = center.agent(i);
            hash = agent == null ? hash : ofAgent(hash, agent);
        }
        for (int i = 0; i < center.limits().queues(); i++) {
            CallQueue queue = center.queue(i);
            hash = queue == null ? hash : ofQueue(hash, queue);
        }
        for (int i = 0; i < center.limits().pbxs(); i++) {
            Pbx pbx = center.pbx(i);
            hash = mix(mix(hash, pbx.isReady() ? 1 : 0), center.accounting(i).offeredCount());
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
        hash = mix(mix(hash, call.step), call.keptFor == null ? -1 : call.keptFor.id());
        hash = mix(mix(hash, call.rulesVersion), call.moves);
        hash = mix(mix(hash, deadline(call.timer)), deadline(call.change));
        hash = mix(hash, call.agent == null ? -1 : call.agent.id());
        for (Agent each = call.agent; each != null && each.offer.alongside != null; each = each.offer.alongside) {
            hash = mix(hash, each.offer.alongside.id());
        }
        return hash;
    }

    private static long ofQueue(long seed, CallQueue queue) {
        long hash = mix(mix(seed, queue.estimate().hash()), queue.open ? 1 : 0);
        hash = mix(hash, queue.promised());
        for (int slot = 0; slot < CallQueue.RULE_SLOTS; slot++) {
            hash = mix(hash, queue.switches(slot));
        }
        return hash;
    }

    private static long deadline(Place<TimerOwner> timer) {
        return timer.inLine() ? timer.key() : -1;
    }

    private static long ofAgent(long seed, Agent agent) {
        long hash = mix(mix(seed, agent.id()), agent.state.value());
        hash = mix(mix(hash, agent.reason.value()), agent.idleSinceMillis);
        hash = mix(mix(hash, agent.misses), agent.lastOffer);
        hash = mix(mix(hash, agent.day.calls), agent.draw);
        hash = mix(mix(hash, agent.offer.id), agent.offer.dialStatus.value());
        hash = mix(hash, (agent.offer.legSeen ? 1 : 0) | (agent.offer.connected ? 2 : 0) | (agent.offer.told ? 4 : 0));
        hash = agent.offer.together ? mix(hash, agent.offer.elsewhere ? 2 : 1) : hash;
        return mix(hash, deadline(agent.timer));
    }
}
