package io.baro.engine.callcenter;

/**
 * The agents who ring for one call, or the one who talks with it: linked from {@link Call#agent} over {@link Offer#alongside}, in the
 * order in which they were taken. Joins and parts them on both sides, never chooses. Stateless; runs on: routing thread.
 */
public final class Ring {
    private Ring() {}

    /** The agent rings for the call too, or talks with it: last of those who do. */
    public static void join(Call call, Agent agent) {
        if (call.agent == null) {
            call.agent = agent;
            return;
        }
        Agent last = call.agent;
        while (last.offer.alongside != null) {
            last = last.offer.alongside;
        }
        last.offer.alongside = agent;
    }

    /** Parts the call from one agent, on both sides; the others ring on. */
    public static void part(Call call, Agent agent) {
        if (call.agent == agent) {
            call.agent = agent.offer.alongside;
        } else {
            Agent before = call.agent;
            while (before.offer.alongside != agent) {
                before = before.offer.alongside;
            }
            before.offer.alongside = agent.offer.alongside;
        }
        agent.offer.alongside = null;
        agent.offer.call = null;
    }

    /** Parts the call from all; they stay linked, from the first who is returned, for the one who sees to the ends of their offers. */
    public static Agent partAll(Call call) {
        Agent first = call.agent;
        for (Agent each = first; each != null; each = each.offer.alongside) {
            each.offer.call = null;
        }
        call.agent = null;
        return first;
    }

    /** Parts the call from all but one, of whom nothing more is known than that they are not the one. */
    public static void partOthers(Call call, Agent one) {
        Agent each = call.agent;
        while (each != null) {
            Agent next = each.offer.alongside;
            if (each != one) {
                part(call, each);
            }
            each = next;
        }
    }

    /** Keeps one agent alone and parts the call from the others; they stay linked as after {@link #partAll}. */
    public static Agent keep(Call call, Agent one) {
        part(call, one);
        Agent others = partAll(call);
        one.offer.call = call;
        call.agent = one;
        return others;
    }
}
