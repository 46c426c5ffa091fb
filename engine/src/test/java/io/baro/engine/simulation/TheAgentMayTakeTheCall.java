package io.baro.engine.simulation;

import io.baro.engine.callcenter.CallCenter;
import io.baro.engine.callcenter.Step;
import io.baro.engine.message.ChosenBy;

/** Routing 5: he matches the step and leaves enough others ready, or the call was kept for him; both PBXs take offers. */
final class TheAgentMayTakeTheCall implements Promise {
    @Override
    public String violation(Offered offered) {
        CallCenter center = offered.router().center();
        Step step = offered.call().queue.step(offered.offer().step());
        String who =
                "agent " + offered.agent().id() + ", call " + offered.call().id() + ": ";
        if (!center.pbx(offered.call().pbxId()).isReady() || !offered.agent().isThere()) {
            return who + "a PBX is not ready";
        }
        if (offered.offer().chosenBy() == ChosenBy.PREFERENCE) {
            return null;
        }
        if (!Eligibility.matches(step, offered.agent())) {
            return who + "he does not match step " + step.index();
        }
        return Eligibility.ready(center, step) < step.conditions().keepReady() ? who + "too few are left ready" : null;
    }
}
