package io.baro.acd.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The three headline rules, seen from the telephone network. */
@Tag("asterisk")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HeadlineRulesTest {
    /** Born 1940 says customers.csv. */
    private static final String SENIOR = "01000000065";

    private static final String UNKNOWN = "01000000030";
    private static final String REPEAT_CALLER = "01000000003";
    private static final String NOBODY_READY = "1001,a1001,seoul,ko:5,no\n";

    @RegisterExtension
    final RealCentre centre = new RealCentre();

    @Test
    void seniorSkipsTheMenuAndOthersGoThroughIt() throws IOException {
        centre.baro("1001,a1001,seoul,ko:5,yes\n", """
                  - name: senior-straight-to-agent
                    when: caller.age >= 65
                    then: { route: agent, boost: 3m, shed: never }
                """);
        centre.phones("agent", 1, 300);
        SippRun senior = centre.caller(SENIOR);
        centre.callerWhoPressesOne(UNKNOWN);
        centre.observer().await("the senior talks", event -> event.connects(SENIOR));
        AmiEvent inLine = centre.observer().await("the other waits", event -> isWaiting(event, UNKNOWN));
        assertEquals("contribution", inLine.get("Queue"), "the other pressed 1 in the menu");
        centre.observer().await("the other talks", event -> event.connects(UNKNOWN));
        senior.awaitSuccess();
        assertTrue(
                centre.observer().seen(event -> isWaiting(event, SENIOR)).stream()
                        .allMatch(event -> event.get("Queue").equals("general")),
                "the senior's line is that of the number he dialled");
    }

    @Test
    void thirdCallGoesFirst() throws IOException {
        centre.baro(NOBODY_READY, """
                  - name: everybody-straight-to-agent
                    when: caller.contacts(24h) >= 0
                    then: { route: agent }
                  - name: repeat-caller-first
                    when: caller.contacts(24h) >= 3
                    then: { boost: 10m, shed: never }
                """);
        centre.phones("agent", 1, 300);
        callAndGiveUp(REPEAT_CALLER);
        callAndGiveUp(REPEAT_CALLER);
        SippRun earlier = centre.caller(UNKNOWN);
        centre.observer().await("the other waits", event -> isWaiting(event, UNKNOWN));
        SippRun third = centre.caller(REPEAT_CALLER);
        centre.observer().await("the third call waits", event -> isWaiting(event, REPEAT_CALLER));
        centre.featureCode("a1001", "*81");
        AmiEvent first = centre.observer().await("an offer", event -> event.is("DialBegin"));
        assertTrue(first.isOfCaller(REPEAT_CALLER), "the third call overtakes the one before it");
        centre.observer().await("the other talks", event -> event.connects(UNKNOWN));
        third.awaitSuccess();
        earlier.awaitSuccess();
    }

    @Test
    void callersInASpikeReserveACallbackByPressingOne() throws IOException {
        BaroProcess baro = centre.baro(NOBODY_READY, """
                  - name: everybody-straight-to-agent
                    when: caller.contacts(24h) >= 0
                    then: { route: agent }
                  - name: offer-callback-in-a-spike
                    when: queue.waiting >= 3
                    until: queue.waiting < 1
                    then: { offer: callback }
                """);
        centre.callers(List.of("01000000041", "01000000042"));
        centre.observer().awaitCallers("two wait", 2, event -> event.isUserEvent("AcdWaiting"));
        SippRun caller = centre.callerWhoPressesOne(UNKNOWN);
        centre.observer().await("he presses 1", event -> isReservation(event, UNKNOWN));
        centre.observer().await("he hears that it is recorded", event -> isConfirmed(event, UNKNOWN));
        caller.awaitSuccess();
        baro.awaitMetric("baro_calls_reserved_total\\{.*} 1\\.0");
    }

    private void callAndGiveUp(String number) throws IOException {
        SippRun caller = centre.impatientCaller(number, 300);
        centre.observer().await("the call waits", event -> isWaiting(event, number));
        caller.awaitSuccess();
        centre.observer().await("the call is over", event -> event.is("Hangup") && event.isOfCaller(number));
        centre.observer().forget();
    }

    private static boolean isWaiting(AmiEvent event, String number) {
        return event.isUserEvent("AcdWaiting") && event.get("Num").equals(number);
    }

    private static boolean isReservation(AmiEvent event, String number) {
        return event.isUserEvent("AcdCallbackYes") && event.get("Num").equals(number);
    }

    /** The dialplan has played the confirmation and hangs up. */
    private static boolean isConfirmed(AmiEvent event, String number) {
        return event.is("SoftHangupRequest")
                && event.isOfCaller(number)
                && event.get("Context").equals("acd-callback-ok");
    }
}
