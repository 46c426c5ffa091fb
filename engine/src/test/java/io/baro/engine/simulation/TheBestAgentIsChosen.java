package io.baro.engine.simulation;

import io.baro.engine.callcenter.Agent;
import io.baro.engine.callcenter.CallCenter;
import io.baro.engine.callcenter.Step;
import io.baro.engine.message.ChosenBy;
import io.baro.engine.message.Strategy;

/** Routing 7: a call that chooses gets the best agent by its queue's strategy, by the keys that can be seen from outside. */
final class TheBestAgentIsChosen implements Promise {
    @Override
    public String violation(Offered offered) {
        if (offered.offer().chosenBy() != ChosenBy.CALL) {
            return null;
        }
        CallCenter center = offered.router().center();
        for (int a = 0; a < center.limits().agents(); a++) {
            Agent other = center.agent(a);
            if (other != null
                    && other.isReady()
                    && other.isThere()
                    && isCandidate(other, offered)
                    && Eligibility.matches(step(offered), other)
                    && isBetter(other, offered)) {
                return "agent " + a + " is better by " + offered.offer().strategy() + " than "
                        + offered.agent().id();
            }
        }
        return null;
    }

    /** Who rings together with the best is chosen among those of the call's own PBX. */
    private static boolean isCandidate(Agent other, Offered offered) {
        return offered.offer().ringIndex() == 0
                || other.profile().pbxId() == offered.call().pbxId();
    }

    private static boolean isBetter(Agent other, Offered offered) {
        Agent chosen = offered.agent();
        return switch (offered.offer().strategy()) {
            case LONGEST_IDLE -> other.idleSinceMillis < chosen.idleSinceMillis;
            case LEAST_OCCUPIED -> other.occupancy < chosen.occupancy;
            case MOST_SKILLED -> score(offered, other) > score(offered, chosen);
            case LEAST_SKILLED -> score(offered, other) < score(offered, chosen);
            case LINEAR -> other.id() < chosen.id();
            case WEIGHTED_RANDOM -> other.draw < chosen.draw;
            // The offer itself has changed the chosen one's place in the rotation; the count of a day may have begun
            // anew.
            case ROUND_ROBIN, FEWEST_CALLS, NULL_VAL -> false;
        };
    }

    private static Step step(Offered offered) {
        return offered.call().queue.step(offered.offer().step());
    }

    private static long score(Offered offered, Agent agent) {
        Step step = step(offered);
        for (int i = 0; i < step.benchCount(); i++) {
            if (step.bench(i).profile() == agent.profile()) {
                return step.bench(i).score();
            }
        }
        return offered.offer().strategy() == Strategy.MOST_SKILLED ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
}
