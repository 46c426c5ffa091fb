package io.baro.acd.report;

import io.baro.engine.message.ChosenBy;
import io.baro.engine.message.OfferCallDecoder;
import io.baro.engine.message.Strategy;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Puts an offer and what decided it into words. Stateless. */
final class OfferWords {
    private static final double MILLIS_PER_SECOND = 1_000;

    private OfferWords() {}

    static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.1f s", millis / MILLIS_PER_SECOND);
    }

    static Map<String, Object> parts(OfferCallDecoder offer, ReportNames names) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("agent", names.agent(offer.agentId()));
        parts.put("queue", names.queue(offer.queueId()));
        parts.put("step", (int) offer.step());
        parts.put("chosen_by", offer.chosenBy().name());
        parts.put("strategy", offer.strategy().name());
        parts.put("candidates", offer.candidates());
        parts.put("runner_up", runnerUp(offer, names));
        parts.put("margin", offer.margin());
        parts.put("waited_ms", offer.waitedMillis());
        parts.put("boost_ms", offer.boostMillis());
        parts.put("agent_idle_ms", offer.agentIdleMillis());
        parts.put("still_waiting", offer.stillWaiting());
        if (isTogether(offer)) {
            parts.put("ring_index", (int) offer.ringIndex());
        }
        return parts;
    }

    static String[] lines(int number, OfferCallDecoder offer, ReportNames names) {
        return new String[] {
            String.format(
                    "offer %d%s: agent %s, from step %d of %s, after %s%s",
                    number,
                    isTogether(offer) ? ", ringing together with others" : "",
                    names.agent(offer.agentId()),
                    offer.step(),
                    names.queue(offer.queueId()),
                    seconds(offer.waitedMillis()),
                    yields(offer)),
            chosen(offer),
            candidates(offer, names),
            String.format(
                    "the agent was idle for %s; %d calls still wait in that queue",
                    seconds(offer.agentIdleMillis()), offer.stillWaiting())
        };
    }

    /** Only who is called by the centre stands behind his own arrival. */
    private static String yields(OfferCallDecoder offer) {
        boolean behind = offer.boostMillis() < 0 && offer.boostMillis() != OfferCallDecoder.boostMillisNullValue();
        return behind
                ? ", in a place " + seconds(-offer.boostMillis()) + " behind its arrival, to let callers pass"
                : "";
    }

    private static boolean isTogether(OfferCallDecoder offer) {
        boolean later = offer.ringIndex() > 0 && offer.ringIndex() != OfferCallDecoder.ringIndexNullValue();
        return later || offer.moreFollow() == 1;
    }

    private static String chosen(OfferCallDecoder offer) {
        return switch (offer.chosenBy()) {
            case CALL -> "chosen by the call, which came to a ready agent: " + strategy(offer.strategy());
            case AGENT -> "chosen by the agent, who became ready: smallest rank";
            case PREFERENCE -> "kept for this agent, who is free";
            case NULL_VAL -> "chosen by nobody known";
        };
    }

    private static String candidates(OfferCallDecoder offer, ReportNames names) {
        if (offer.runnerUp() < 0) {
            return "candidates: " + offer.candidates() + ", no other";
        }
        return String.format(
                "candidates: %d; runner-up %s, lost by %s", offer.candidates(), runnerUp(offer, names), margin(offer));
    }

    private static String runnerUp(OfferCallDecoder offer, ReportNames names) {
        if (offer.runnerUp() < 0) {
            return "";
        }
        return offer.chosenBy() == ChosenBy.AGENT
                ? "call " + CallNames.write(offer.runnerUp(), names.centres())
                : "agent " + names.agent((int) offer.runnerUp());
    }

    /** In the unit of the first key that differs, which for a tie is the next one of the strategy's keys. */
    private static String margin(OfferCallDecoder offer) {
        if (offer.chosenBy() == ChosenBy.AGENT) {
            return offer.margin() + " (ms of rank; of joining if alike)";
        }
        return offer.margin() + " (" + unit(offer.strategy()) + ")";
    }

    private static String unit(Strategy strategy) {
        return switch (strategy) {
            case LONGEST_IDLE -> "ms idle; places in agents.csv if alike";
            case FEWEST_CALLS -> "calls; ms idle if alike";
            case LEAST_OCCUPIED -> "ten-thousandths of occupancy; ms idle if alike";
            case MOST_SKILLED, LEAST_SKILLED -> "points of skill; ms idle if alike";
            case ROUND_ROBIN -> "offers since the last to him";
            case LINEAR -> "places in agents.csv";
            case WEIGHTED_RANDOM -> "millionths of his draw";
            case NULL_VAL -> "";
        };
    }

    private static String strategy(Strategy strategy) {
        return strategy.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
