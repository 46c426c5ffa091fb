package io.baro.acd.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a caller types when he wants to be called back, at which number and at which hour, is heard by a real PBX and obeyed. */
@Tag("asterisk")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CallbackWishTest {
    private static final String CUSTOMER = "01000000040";

    /** Of one who presses 1 every second: as many digits as a number may have, and the two of an hour. */
    private static final String NUMBER = "1".repeat(15);

    private static final String HOUR = "11";

    /** Nobody is called in the 15 s after his wish, whatever he typed. */
    private static final Duration LONGER_THAN_THE_PAUSE = Duration.ofSeconds(20);

    private static final BaroProcess.Desk DESK =
            new BaroProcess.Desk("{ attempts: 1, ring: 20s, numbers: { allowed: [\"1\"] } }", "");

    @RegisterExtension
    final RealCentre centre = new RealCentre();

    @BeforeEach
    void ask() throws IOException {
        centre.pbx().askForNumberAndHour();
    }

    @Test
    void numberThatIsTypedIsCalledInTheHourThatIsTyped() throws IOException, InterruptedException {
        BaroProcess baro = wishedAt(LocalTime.of(11, 5));
        centre.observer().await("the number that was typed is called", CallbackWishTest::ringsThatNumber);
        baro.awaitMetric("baro_reservations_closed_total\\{centre=\"seoul\",outcome=\"kept\"} 1\\.0");
    }

    @Test
    void nobodyIsCalledBeforeTheHourThatIsTyped() throws IOException, InterruptedException {
        BaroProcess baro = wishedAt(LocalTime.of(14, 0));
        assertTrue(
                centre.observer().isMissingFor(LONGER_THAN_THE_PAUSE, event -> event.is("DialBegin")),
                "neither the agent's phone nor the customer's");
        baro.awaitMetric("baro_reservations_open\\{centre=\"seoul\",state=\"resting\"} 1\\.0");
    }

    /** A caller has typed both, at that time of the day; then an agent is there, and the phone that he typed. */
    private BaroProcess wishedAt(LocalTime now) throws IOException, InterruptedException {
        centre.baroCalling(DESK, CallbackTest.NOBODY_READY, CallbackTest.OFFERED_TO_EVERYBODY)
                .close();
        BaroProcess baro = centre.baroAgainAt(now);
        SippRun caller = centre.callerWhoPressesOne(CUSTOMER);
        AmiEvent wish = centre.observer().await("the wish", event -> event.isUserEvent("AcdCallbackYes"));
        assertEquals(NUMBER, wish.get("To"));
        assertEquals(HOUR, wish.get("Hour"));
        caller.awaitSuccess();
        baro.awaitMetric("baro_reservations_open\\{centre=\"seoul\",state=\"resting\"} 1\\.0");
        centre.phones("agent-listens", 1, 0);
        centre.customers("agent", 1_500);
        centre.featureCode("a1001", "*81");
        return baro;
    }

    private static boolean ringsThatNumber(AmiEvent event) {
        return event.is("DialBegin") && event.get("DialString").startsWith(NUMBER + "@");
    }
}
