package io.baro.acd.care;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.baro.acd.config.SoilingIngress;
import io.baro.engine.callcenter.CallIds;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** The list of care calls asks in nobody's name, whatever stood in the buffer before. */
class CareActorTest {
    private static final int SEALED_BYTES = 64;

    @Test
    void neitherWhoIsAskedForNorWhoIsWithdrawnHasAnActor() {
        SoilingIngress router = new SoilingIngress();
        CareCommands commands = new CareCommands(router);
        long id = CallIds.of(0, 1_600_000_000, 1);
        UnsafeBuffer sealed = new UnsafeBuffer(new byte[SEALED_BYTES]);
        sealed.setMemory(0, SEALED_BYTES, (byte) 'n');
        CareCall call = new CareCall(id, 7, sealed, new CareCall.Terms(0, 1, 2, 3));
        commands.ask(call);
        commands.withdraw(id);
        commands.ask(call);
        String asked = "CareCallAsked reservationId=" + id
                + " callerKey=kept queueId=0 fromMillis=1 untilMillis=2 boostMillis=-3 number=sealed";
        assertEquals(List.of(asked, "ReservationWithdrawn reservationId=" + id, asked), router.lines());
    }
}
