package io.baro.acd.report;

import io.baro.engine.message.AgentChangedDecoder;
import io.baro.engine.message.AgentState;
import io.baro.engine.message.NotReadyReason;
import io.baro.engine.rehearsal.DutyChange;
import java.util.HashMap;
import java.util.Map;

/** Tells apart why agents become ready: at the end of a break, of an absence after misses, of a wrap-up. Decides nothing. One thread. */
final class AgentExtractor {
    private record Since(AgentState state, boolean missed, long atMillis) {}

    private final RecordedDay day;
    private final Map<Integer, Since> states = new HashMap<>();

    AgentExtractor(RecordedDay day) {
        this.day = day;
    }

    void duty(long timeMillis, int agentId, DutyChange.Kind kind, int reason) {
        day.agent(agentId).duty(timeMillis, kind, reason);
    }

    void readied(long timeMillis, int agentId) {
        Since since = states.getOrDefault(agentId, new Since(AgentState.LOGGED_OUT, false, timeMillis));
        if (since.missed) {
            day.agent(agentId).cameBackAfter(timeMillis - since.atMillis);
        } else if (since.state == AgentState.WRAP_UP) {
            day.agent(agentId).endedWrapUpAfter(timeMillis - since.atMillis);
        } else {
            duty(timeMillis, agentId, DutyChange.Kind.READY, 0);
        }
    }

    void changed(long timeMillis, AgentChangedDecoder fact) {
        NotReadyReason reason = fact.reason();
        boolean missed = fact.state() == AgentState.NOT_READY
                && (reason == NotReadyReason.NO_ANSWER
                        || reason == NotReadyReason.BUSY
                        || reason == NotReadyReason.UNREACHABLE);
        if (missed) {
            day.agent(fact.agentId()).absent();
        } else if (fact.state() == AgentState.WRAP_UP) {
            day.agent(fact.agentId()).wrapsUp();
        }
        states.put(fact.agentId(), new Since(fact.state(), missed, timeMillis));
    }
}
