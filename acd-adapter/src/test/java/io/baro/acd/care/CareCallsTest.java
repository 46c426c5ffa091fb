package io.baro.acd.care;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.baro.acd.config.ConfigCommands;
import io.baro.acd.config.Configuration;
import io.baro.acd.config.ConfigurationDirectory;
import io.baro.acd.config.Problems;
import io.baro.engine.callcenter.Limits;
import io.baro.engine.message.CareCallAskedDecoder;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.message.MessageHeaderEncoder;
import io.baro.engine.message.ReservationClosedEncoder;
import io.baro.engine.message.ReservationKind;
import io.baro.engine.message.ReservationOutcome;
import io.baro.engine.message.ReservationWithdrawnDecoder;
import io.baro.engine.port.Ingress;
import io.baro.engine.routing.Router;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the list says and what the router has come together, with the router itself on the other side. */
class CareCallsTest {
    private static final long START = 1_800_000_000_000L;
    private static final long HOUR = 3_600_000;
    private static final CareCall.Terms NOW = new CareCall.Terms(0, START, START + HOUR, 60_000);
    private static final CareCall FIRST = call(0, 1, NOW);
    private static final CareCall SECOND = call(0, 2, NOW);

    private final List<String> told = new ArrayList<>();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private Router router;
    private CareFacts facts;
    private CareCalls calls;
    private long now = START;

    @BeforeEach
    void begin(@TempDir Path dir) {
        new ConfigurationDirectory(dir).replace("baro.yaml", "pbxs:\n", """
                pbxs:
                  - name: busan
                    system_name: busan-7f3a9c
                    events: { secret_env: EV }
                    actions: { secret_env: ACT }
                """);
        router = new Router(new Limits(10, 4, 8, 2, 10, 2));
        Configuration configuration = Configuration.load(dir, ConfigurationDirectory.ENVIRONMENT, new Problems())
                .orElseThrow();
        new ConfigCommands((buffer, offset, length, nanos) -> {
                    router.apply(now, buffer, offset, (time, out, at, size) -> {});
                    return Ingress.Offer.ACCEPTED;
                })
                .sendAll(configuration);
        facts = new CareFacts();
        calls = new CareCalls(facts, router.center().reservations());
    }

    @Test
    void newLineIsAskedOnceAndOneThatIsGoneIsWithdrawn() {
        list(FIRST);
        list(FIRST);
        list(FIRST, SECOND);
        list(SECOND);
        assertEquals(List.of("ask 1", "ask 2", "withdraw 1"), told);
    }

    @Test
    void lineThatComesBackIsAskedAgain() {
        list(FIRST);
        list();
        list(FIRST);
        assertEquals(List.of("ask 1", "withdraw 1", "ask 1"), told);
        assertEquals(1, router.center().reservations().size());
    }

    @Test
    void changedLineIsWithdrawnAndThenAskedAsItIsNow() {
        CareCall.Terms later = new CareCall.Terms(0, START, START + 2 * HOUR, 60_000);
        list(FIRST);
        list(call(0, 1, later));
        tend();
        assertEquals(List.of("ask 1", "withdraw 1", "ask 1"), told);
        assertEquals(START + 2 * HOUR, router.center().reservations().at(0).untilMillis);
    }

    @Test
    void lineThatAnotherCentreCallsNowIsWithdrawnAtTheFirst() {
        list(FIRST);
        list(call(1, 1, new CareCall.Terms(2, START, START + HOUR, 60_000)));
        tend();
        assertEquals(List.of("ask 1", "withdraw 1", "ask 1@1"), told);
    }

    @Test
    void lineThatIsOverIsNotAsked() {
        now = START + HOUR;
        list(FIRST);
        assertEquals(List.of(), told);
    }

    @Test
    void lineThatFindsNoRoomIsAskedAgainAMinuteLater() {
        list(FIRST, SECOND, call(0, 3, NOW));
        now += 59_999;
        tend();
        assertEquals(List.of("ask 1", "ask 2", "ask 3"), told);
        list(SECOND, call(0, 3, NOW));
        assertEquals(List.of("ask 1", "ask 2", "ask 3", "withdraw 1", "ask 3"), told.subList(0, 5));
        now += 60_000;
        tend();
        assertEquals("ask 3", told.getLast());
        assertEquals(2, router.center().reservations().size());
    }

    @Test
    void whatTheRouterHasFromAnEarlierLifeIsNotAskedAgain() {
        CareCall early = call(0, 2, new CareCall.Terms(0, START - HOUR, START + HOUR, 60_000));
        list(FIRST, early);
        told.clear();
        now += 1_000;
        calls = new CareCalls(facts, router.center().reservations());
        tend();
        assertEquals(List.of(), told, "nothing is gone from a list that was not read yet");
        list(FIRST, early);
        assertEquals(List.of(), told);
        list(FIRST, call(0, 2, NOW));
        assertEquals(List.of(), told, "asked after its first hour, it is as if that had been later");
        list(FIRST, call(0, 2, new CareCall.Terms(0, START + HOUR / 2, START + HOUR, 60_000)));
        assertEquals(List.of("withdraw 2", "ask 2"), told);
    }

    @Test
    void whatIsDoneIsDoneWhateverTheListSays() {
        list(FIRST);
        UnsafeBuffer closed = new UnsafeBuffer(new byte[256]);
        new ReservationClosedEncoder()
                .wrapAndApplyHeader(closed, 0, new MessageHeaderEncoder())
                .reservationId(FIRST.reservationId())
                .kind(ReservationKind.CARE)
                .outcome(ReservationOutcome.KEPT);
        facts.onDecision(0, now, 0, closed, 0, closed.capacity());
        told.clear();
        list(FIRST);
        list(call(0, 1, new CareCall.Terms(0, START, START + 2 * HOUR, 60_000)));
        list(call(1, 1, new CareCall.Terms(2, START, START + HOUR, 60_000)));
        list();
        assertEquals(List.of(), told);
    }

    private void list(CareCall... lines) {
        calls.replace(List.of(lines));
        tend();
        tend();
    }

    private void tend() {
        calls.tend(new CareCommands(this::take), now);
    }

    private Ingress.Offer take(DirectBuffer buffer, int offset, int length, long nanos) {
        header.wrap(buffer, offset);
        long id = header.templateId() == CareCallAskedDecoder.TEMPLATE_ID
                ? new CareCallAskedDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .reservationId()
                : new ReservationWithdrawnDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .reservationId();
        String pbx = id >>> 56 == 0 ? "" : "@" + (id >>> 56);
        told.add((header.templateId() == CareCallAskedDecoder.TEMPLATE_ID ? "ask " : "withdraw ") + (id & 0xFF) + pbx);
        router.apply(now, buffer, offset, (time, out, at, size) -> facts.onDecision(0, time, 0, out, at, size));
        return Ingress.Offer.ACCEPTED;
    }

    private static CareCall call(int pbxId, long sequence, CareCall.Terms terms) {
        return new CareCall((long) pbxId << 56 | sequence, sequence, new UnsafeBuffer(new byte[64]), terms);
    }
}
