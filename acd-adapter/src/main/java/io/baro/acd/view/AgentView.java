package io.baro.acd.view;

import java.time.Instant;
import java.util.Map;

/**
 * An agent as people see him; the fields are those of the API's document. Immutable; any thread.
 *
 * @param reason why he is not ready; null in every other state
 * @param pauseCode the centre's own number of the reason of a pause; 0: none
 * @param since when he came into this state
 * @param call token of the call that rings or is talked to; null: none
 * @param skills name to level
 */
public record AgentView(
        String number,
        String centre,
        String state,
        String reason,
        int pauseCode,
        Instant since,
        String call,
        Map<String, Integer> skills) {

    AgentView withSkills(Map<String, Integer> others) {
        return new AgentView(number, centre, state, reason, pauseCode, since, call, others);
    }
}
