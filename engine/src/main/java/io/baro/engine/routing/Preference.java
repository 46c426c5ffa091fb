package io.baro.engine.routing;

import io.baro.engine.callcenter.Agent;
import io.baro.engine.callcenter.Call;
import io.baro.engine.callcenter.CallCenter;
import io.baro.engine.callcenter.QueueSettings;

/** For which agent a caller is kept, and until when. Changes nothing. Runs on: routing thread. */
final class Preference {
    private final CallCenter center;
    private final ContactHistory contacts;

    Preference(Router.Parts parts) {
        center = parts.center();
        contacts = parts.contacts();
    }

    /** The agent whom the caller should have rather than the next one: his own, or who served him last; null: nobody. */
    Agent of(Call call, long nowMillis) {
        QueueSettings settings = call.queue.settings();
        long waited = nowMillis - call.joinedMillis;
        Agent own = settings.dedicatedMillis() > waited ? there(call.dedicatedAgentId) : null;
        if (own != null) {
            return own;
        }
        return settings.lastAgentMillis() > waited ? there(contacts.lastAgent(call.callerKey())) : null;
    }

    /** Until when the call is kept for the agent that {@link #of} found. */
    long until(Call call) {
        if (call.keptFor == null) {
            return 0;
        }
        QueueSettings settings = call.queue.settings();
        boolean isOwn = settings.dedicatedMillis() > 0 && call.keptFor.id() == call.dedicatedAgentId;
        return call.joinedMillis + (isOwn ? settings.dedicatedMillis() : settings.lastAgentMillis());
    }

    private Agent there(int agentId) {
        Agent agent = center.agent(agentId);
        return agent != null && agent.isThere() ? agent : null;
    }
}
