package io.baro.engine.naive;

import io.baro.engine.callcenter.CallIds;
import io.baro.engine.callcenter.OfferIds;
import io.baro.engine.message.AgentState;
import io.baro.engine.message.ChosenBy;
import io.baro.engine.message.DeviceState;
import io.baro.engine.message.Strategy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Routing 4-9 and 25: who may take whom, worked out anew for every question, and who is the best of them. */
final class NaivePairing {
    /** Routing 1. */
    static final Comparator<NaiveCall> BY_RANK = Comparator.<NaiveCall>comparingLong(NaiveCall::rank)
            .thenComparingLong(call -> call.joined)
            .thenComparingLong(call -> call.id);

    private static final int NOBODY = -1;

    private final NaiveCentre centre;
    private final NaiveDecisions decisions;
    private final NaiveAgentStates states;

    /** What an offer tells of its choice. */
    record Why(ChosenBy by, int step, int candidates, long runnerUp, long margin, int ringIndex, boolean moreFollow) {
        Why(ChosenBy by, int step, int candidates, long runnerUp, long margin) {
            this(by, step, candidates, runnerUp, margin, 0, false);
        }

        Why at(int index, boolean more) {
            return new Why(by, step, candidates, runnerUp, margin, index, more);
        }
    }

    NaivePairing(NaiveCentre centre, NaiveDecisions decisions, NaiveAgentStates states) {
        this.centre = centre;
        this.decisions = decisions;
        this.states = states;
    }

    /** Routing 5, and 32: nobody, while offers are stopped. */
    boolean mayTake(NaiveAgent agent, NaiveCall call) {
        if (!centre.offering
                || !agent.isReady()
                || !call.waits()
                || !centre.isReady(call.pbx)
                || !centre.isReady(agent.pbx)) {
            return false;
        }
        return call.keptFor != null ? call.keptFor == agent : givesTo(call, agent) >= 0;
    }

    /** Routing 5: the lowest step, up to the call's own, that gives it this ready agent; -1: none. */
    private int givesTo(NaiveCall call, NaiveAgent agent) {
        return IntStream.rangeClosed(0, call.step)
                .filter(step -> gives(call.queue, step, agent))
                .findFirst()
                .orElse(-1);
    }

    /** Routing 7: the best agent who may take it, if there is one. */
    boolean choosesAgent(NaiveCall call) {
        List<NaiveAgent> possible =
                centre.agents.stream().filter(agent -> mayTake(agent, call)).toList();
        if (possible.isEmpty()) {
            return false;
        }
        if (call.keptFor != null) {
            offer(call, possible.getFirst(), new Why(ChosenBy.PREFERENCE, call.step, 1, NOBODY, 0));
        } else {
            rings(call, possible);
        }
        return true;
    }

    /** Routing 26: to the best, and to the next best of the call's own PBX at the same time. */
    private void rings(NaiveCall call, List<NaiveAgent> possible) {
        int step =
                possible.stream().mapToInt(agent -> givesTo(call, agent)).min().orElseThrow();
        NaiveStep giving = call.queue.steps.get(step);
        List<NaiveAgent> candidates = bestFirst(call, giving, agent -> centre.isReady(agent.pbx));
        boolean alone = candidates.getFirst().pbx != call.pbx || CallIds.isCallback(call.id);
        int most = alone ? 1 : call.queue.ringAtOnce;
        for (int index = 0; !candidates.isEmpty(); index++) {
            NaiveAgent agent = candidates.getFirst();
            Why why = why(call, step, candidates);
            reserve(call, agent, index);
            step = index + 1 < most ? lowestGivingOwn(call) : -1;
            boolean more = step >= 0;
            agent.together = index > 0 || more;
            decisions.offerCall(call, agent, why.at(index, more));
            decisions.dialIfCallback(call, agent);
            candidates = more ? bestFirst(call, call.queue.steps.get(step), ofOwn(call)) : List.of();
        }
    }

    private int lowestGivingOwn(NaiveCall call) {
        return IntStream.rangeClosed(0, call.step)
                .filter(step -> {
                    NaiveStep on = call.queue.steps.get(step);
                    return readyFor(on) > on.keepReady()
                            && !bestFirst(call, on, ofOwn(call)).isEmpty();
                })
                .findFirst()
                .orElse(-1);
    }

    private static Predicate<NaiveAgent> ofOwn(NaiveCall call) {
        return agent -> agent.pbx == call.pbx;
    }

    private static Why why(NaiveCall call, int step, List<NaiveAgent> candidates) {
        if (candidates.size() == 1) {
            return new Why(ChosenBy.CALL, step, 1, NOBODY, 0);
        }
        NaiveStep giving = call.queue.steps.get(step);
        NaiveAgent second = candidates.get(1);
        long margin = margin(keys(candidates.getFirst(), call, giving), keys(second, call, giving));
        return new Why(ChosenBy.CALL, step, candidates.size(), second.id, margin);
    }

    /** READY agents who match a step, and more, the best first. */
    private List<NaiveAgent> bestFirst(NaiveCall call, NaiveStep giving, Predicate<NaiveAgent> more) {
        return centre.agents.stream()
                .filter(agent -> agent.isReady() && giving.matches(agent) && more.test(agent))
                .sorted((one, other) -> Arrays.compare(keys(one, call, giving), keys(other, call, giving)))
                .toList();
    }

    /** Routing 8, of an agent who is READY now. */
    void choosesCall(NaiveAgent agent) {
        List<NaiveCall> best = wouldTake(agent);
        if (!best.isEmpty()) {
            takes(agent, best);
        }
        refill(agent);
    }

    /** Routing 42: an agent whose wrap-up is over in so many milliseconds. */
    void looksAhead(NaiveAgent agent, long left) {
        boolean away = !centre.offering || !centre.isReady(agent.pbx) || agent.device == DeviceState.UNAVAILABLE;
        AgentState state = agent.state;
        agent.state = AgentState.READY;
        List<NaiveCall> best = away ? List.of() : wouldTake(agent);
        boolean ahead = !best.isEmpty()
                && best.getFirst().isPromise()
                && best.getFirst().queue.customerFirst
                && best.getFirst().queue.ahead >= left;
        Why why = ahead ? why(agent, best) : null;
        agent.state = state;
        if (ahead) {
            offer(best.getFirst(), agent, why);
        }
    }

    /** The first calls of all steps that give him, and of those kept for him; the best first. */
    private List<NaiveCall> wouldTake(NaiveAgent agent) {
        List<NaiveCall> best = new ArrayList<>();
        for (NaiveQueue queue : centre.queues) {
            for (int step = 0; step < queue.steps.size(); step++) {
                int on = step;
                first(queue, step).stream()
                        .filter(call -> mayTake(agent, call) && gives(queue, on, agent))
                        .filter(call -> !best.contains(call))
                        .forEach(best::add);
            }
        }
        centre.calls.stream()
                .filter(call -> call.keptFor == agent && mayTake(agent, call))
                .min(BY_RANK)
                .ifPresent(best::add);
        best.sort(BY_RANK);
        return best;
    }

    /** Routing 9. */
    void everyoneChooses() {
        NaiveCall first = firstThatMayHaveAnAgent();
        while (first != null) {
            choosesAgent(first);
            first = firstThatMayHaveAnAgent();
        }
    }

    /** The keys of "Strategies", the agent id last. */
    private static long[] keys(NaiveAgent agent, NaiveCall call, NaiveStep giving) {
        long score = score(agent, call, giving);
        return switch (call.queue.strategy) {
            case LONGEST_IDLE -> new long[] {agent.idleSince, agent.id};
            case FEWEST_CALLS -> new long[] {agent.answeredKey, agent.idleSince, agent.id};
            case LEAST_OCCUPIED -> new long[] {agent.occupancyKey, agent.idleSince, agent.id};
            case MOST_SKILLED -> new long[] {-score, agent.idleSince, agent.id};
            case LEAST_SKILLED -> new long[] {score, agent.idleSince, agent.id};
            case ROUND_ROBIN -> new long[] {agent.lastOfferNumber, agent.id};
            case LINEAR -> new long[] {agent.id};
            case WEIGHTED_RANDOM -> new long[] {agent.draw, agent.id};
            case NULL_VAL -> throw new IllegalStateException("no strategy");
        };
    }

    private static long score(NaiveAgent agent, NaiveCall call, NaiveStep giving) {
        long needed = giving.skills().keySet().stream()
                .mapToLong(skill -> agent.skills.getOrDefault(skill, 0))
                .sum();
        long preferred = call.queue.preferred.entrySet().stream()
                .mapToLong(skill -> (long) skill.getValue() * agent.skills.getOrDefault(skill.getKey(), 0))
                .sum();
        return needed + preferred;
    }

    /** The difference in the first key that differs. */
    private static long margin(long[] winner, long[] second) {
        return LongStream.range(0, winner.length)
                .map(key -> second[(int) key] - winner[(int) key])
                .filter(difference -> difference != 0)
                .findFirst()
                .orElse(0);
    }

    private long readyFor(NaiveStep step) {
        return centre.agents.stream()
                .filter(agent -> agent.isReady() && centre.isReady(agent.pbx) && step.matches(agent))
                .count();
    }

    private boolean gives(NaiveQueue queue, int step, NaiveAgent agent) {
        NaiveStep on = queue.steps.get(step);
        return on.matches(agent) && readyFor(on) > on.keepReady();
    }

    /** The first call that stands on a step or a higher one, as a list of one or none. */
    private List<NaiveCall> first(NaiveQueue queue, int step) {
        return centre.standingIn(queue).stream()
                .filter(call -> call.keptFor == null && call.step >= step)
                .sorted(BY_RANK)
                .limit(1)
                .toList();
    }

    private void takes(NaiveAgent agent, List<NaiveCall> best) {
        offer(best.getFirst(), agent, why(agent, best));
    }

    private Why why(NaiveAgent agent, List<NaiveCall> best) {
        NaiveCall winner = best.getFirst();
        ChosenBy by = winner.keptFor == null ? ChosenBy.AGENT : ChosenBy.PREFERENCE;
        int step = winner.keptFor == null ? givesTo(winner, agent) : winner.step;
        if (best.size() == 1) {
            return new Why(by, step, 1, NOBODY, 0);
        }
        NaiveCall second = best.get(1);
        long[] firstKeys = {winner.rank(), winner.joined, winner.id};
        long[] secondKeys = {second.rank(), second.joined, second.id};
        return new Why(by, step, best.size(), second.id, margin(firstKeys, secondKeys));
    }

    /** Routing 8, its second half: in order of queue id, then step, first calls that may have an agent now choose. */
    private void refill(NaiveAgent agent) {
        List<NaiveQueue> byId = new ArrayList<>(centre.queues);
        byId.sort(Comparator.comparingInt(queue -> queue.id));
        for (NaiveQueue queue : byId) {
            for (int step = 0; step < queue.steps.size(); step++) {
                if (queue.steps.get(step).matches(agent)) {
                    choosesWhilePossible(queue, step);
                }
            }
        }
    }

    private void choosesWhilePossible(NaiveQueue queue, int step) {
        boolean chose = true;
        while (chose) {
            List<NaiveCall> first = first(queue, step);
            chose = !first.isEmpty() && choosesAgent(first.getFirst());
        }
    }

    private NaiveCall firstThatMayHaveAnAgent() {
        return centre.calls.stream()
                .filter(call -> centre.agents.stream().anyMatch(agent -> mayTake(agent, call)))
                .min(BY_RANK)
                .orElse(null);
    }

    private void offer(NaiveCall call, NaiveAgent agent, Why why) {
        reserve(call, agent, 0);
        decisions.offerCall(call, agent, why);
        decisions.dialIfCallback(call, agent);
        call.keptFor = null;
    }

    private void reserve(NaiveCall call, NaiveAgent agent, int index) {
        call.state = NaiveCall.State.OFFERED;
        call.agents.add(agent);
        call.silentAt = NaiveCentre.NEVER;
        call.changeAt = NaiveCentre.NEVER;
        if (index == 0) {
            centre.offers++;
            call.offerId = OfferIds.of(centre.offers, agent.id);
        }
        agent.openOffer(OfferIds.of(centre.offers, agent.id), call, centre.now);
        agent.lastOfferNumber = centre.offers;
        states.enter(agent, AgentState.RESERVED);
        if (call.queue.strategy == Strategy.WEIGHTED_RANDOM) {
            states.lotTaken(agent);
        }
        long ring = call.queue.ring < 0 ? centre.ring : call.queue.ring;
        long customer = call.isPromise() && call.queue.customerFirst ? centre.callbackRing : 0;
        agent.deadline = centre.now + customer + ring + centre.grace;
    }
}
