package io.baro.acd.asterisk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.baro.acd.config.SoilingIngress;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A telephone asks in nobody's name, whatever stood in the buffer before. */
class TelephoneActorTest {
    @Test
    void whatAnAgentDialsHasNoActor() {
        SoilingIngress router = new SoilingIngress();
        Commands commands = new Commands(new CommandOutlet(router, new LinkCounters(), () -> {}));
        commands.pbxLost(0);
        commands.agentLoggedIn(1);
        commands.agentPaused(1, 3);
        commands.agentReadied(1);
        commands.agentLoggedOut(1);
        assertEquals(
                List.of(
                        "PbxLost pbxId=0",
                        "AgentLoggedIn agentId=1",
                        "AgentPaused agentId=1 reasonCode=3",
                        "AgentReadied agentId=1",
                        "AgentLoggedOut agentId=1"),
                router.lines());
    }
}
