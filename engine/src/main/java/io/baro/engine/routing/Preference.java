package io.baro.engine.routing;

import io.baro.engine.callcenter.Agent;
import io.baro.engine.callcenter.Call;
import io.baro.engine.callcenter.CallCenter;
import io.baro.engine.callcenter.QueueSettings;

/** For which agent a caller is kept, and until when. Offers nothing. Runs on: routing thread. */
final class Preference {
    private final CallCenter center;
    private final ContactHistory contacts;

    Preference(Router.Parts parts) {
        center = parts.center();
        contacts = parts.contacts();
    }

    /** Keeps the call for the agent whom the caller should have rather than the next one: his own, or who served him last. */
    void keep(Call call, long nowMillis) {
        QueueSettings settings = call.queue.settings();
        long waited = nowMillis - call.joinedMillis;
        Agent own = settings.dedicatedMillis() > waited ? there(call.dedicatedAgentId) : null;
        if (own != null) {
            call.keptFor = own;
            call.keptUntilMillis = call.joinedMillis + settings.dedicatedMillis();
            return;
        }
        call.keptFor = settings.lastAgentMillis() > waited ? there(contacts.lastAgent(call.callerKey())) : null;
        call.keptUntilMillis = call.keptFor == null ? 0 : call.joinedMillis + settings.lastAgentMillis();
    }

    private Agent there(int agentId) {
        Agent agent = center.agent(agentId);
        return agent != null && agent.isThere() ? agent : null;
    }
}
