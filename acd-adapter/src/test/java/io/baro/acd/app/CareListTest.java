package io.baro.acd.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.acd.pbx.CustomerScript;
import io.baro.acd.pbx.PhoneBehaviour;
import io.baro.engine.message.ReservationOutcome;
import io.baro.engine.message.ReservationState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a line of care_calls.csv to the call that was made, once, or to the list of a person. */
class CareListTest {
    private static final int PBX = 0;
    private static final String HEADING = "id,number,queue,centre,from,until,behind\n";

    @TempDir
    Path dir;

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Seoul"));
    private final String first = line("first", "010-1111-0001");
    private final String second = line("second", "010-1111-0002");
    private final List<String> called = new CopyOnWriteArrayList<>();
    private OneCentre centre;

    @BeforeEach
    void openPbx() {
        centre = new OneCentre(dir).withJournal().hearing((call, attempt) -> called.add(call + " " + attempt));
        centre.directory()
                .replace("baro.yaml", "zone: Asia/Seoul", "zone: Asia/Seoul\nagent: { wrap_up: 0s }")
                .replace("queues.yaml", "default_entry:", "callback_desk: { retry: { busy: 1s } }\ndefault_entry:");
        centre.console().behave("a1001", PhoneBehaviour.answer(10, 500));
    }

    @AfterEach
    void close() {
        centre.close();
    }

    @Test
    void whoIsOnTheListIsCalledOnceHoweverOftenItIsRead() throws Exception {
        customers(CustomerScript.Status.ANSWER);
        list(first);
        centre.start();
        closed(ReservationOutcome.KEPT, 1);
        list("# Read again.\n" + first);
        read(1);
        centre.restart();
        list(first + second);
        closed(ReservationOutcome.KEPT, 1);
        assertEquals(2, called.size(), called.toString());
        assertEquals(2, called.stream().distinct().count(), called.toString());
        assertTrue(centre.server().metrics().calls().identityHolds());
    }

    @Test
    void whoIsNotReachedInThreeCallsIsOnTheListOfAPersonAndNotCalledAgainAfterACrash() throws Exception {
        customers(CustomerScript.Status.BUSY);
        centre.console().behave("a1001", PhoneBehaviour.answer(10, PhoneBehaviour.UNTIL_TOLD));
        list(first);
        centre.start();
        closed(ReservationOutcome.EXHAUSTED, 1);
        assertEquals(List.of(" 1", " 2", " 3"), attempts());
        // Only what is durable is recorded: from here on a kill loses nothing of it.
        RunProcess.await("listed", () -> centre.toCall().lines().count() == 2);
        String listed = centre.toCall().lines().toList().get(1);
        assertTrue(listed.endsWith(",general,care,exhausted,3,01011110001"), listed);
        centre.stop();
        deleteSnapshots();
        list(first + second);
        centre.start();
        closed(ReservationOutcome.EXHAUSTED, 1);
        assertEquals(List.of(" 1", " 2", " 3", " 1", " 2", " 3"), attempts());
        RunProcess.await("both listed", () -> centre.toCall().lines().count() == 3);
    }

    @Test
    void lineThatIsTakenOffBeforeItsCallIsNotCalledAndOneThatIsChangedIsCalledAsItSaysNow() throws Exception {
        customers(CustomerScript.Status.ANSWER);
        String later = first.replace(today + " 00:00", today.plusDays(1) + " 00:00");
        list(later + second.replace(today + " 00:00", today.plusDays(1) + " 00:00"));
        centre.start();
        RunProcess.await("rest", () -> open(ReservationState.RESTING) == 2);
        list(later);
        closed(ReservationOutcome.WITHDRAWN, 1);
        list(later.replace(",30m", ",10m"));
        closed(ReservationOutcome.WITHDRAWN, 2);
        RunProcess.await("asked again", () -> open(ReservationState.RESTING) == 1);
        list(first);
        closed(ReservationOutcome.KEPT, 1);
        assertEquals(3, centre.server().metrics().reservations().closed(ReservationOutcome.WITHDRAWN, PBX));
        assertEquals(1, called.size(), called.toString());
    }

    @Test
    void listWithAMistakeChangesNothingAndIsCounted() throws Exception {
        customers(CustomerScript.Status.ANSWER);
        list(first.replace(today + " 00:00", today.plusDays(1) + " 00:00"));
        centre.start();
        RunProcess.await("rest", () -> open(ReservationState.RESTING) == 1);
        list(second.replace("general", "generel"));
        RunProcess.await("refused", () -> page().contains("baro_care_calls_reloads_total{outcome=\"refused\"} 1"));
        assertEquals(1, open(ReservationState.RESTING));
        list(second);
        closed(ReservationOutcome.KEPT, 1);
        closed(ReservationOutcome.WITHDRAWN, 1);
        read(1);
    }

    private String line(String id, String number) {
        return id + "," + number + ",general,seoul," + today + " 00:00," + today.plusDays(3) + " 18:00,30m\n";
    }

    private void list(String lines) {
        centre.directory().write("care_calls.csv", HEADING + lines);
    }

    private void customers(CustomerScript.Status status) {
        centre.console().customers((number, attempt) -> new CustomerScript.Reaction(status, 50));
    }

    private List<String> attempts() {
        return called.stream().map(it -> it.substring(it.indexOf(' '))).toList();
    }

    private long open(ReservationState state) {
        return centre.server().metrics().reservations().open(state, PBX);
    }

    private void closed(ReservationOutcome outcome, int count) throws InterruptedException {
        RunProcess.await(
                outcome + " " + count,
                () -> centre.server().metrics().reservations().closed(outcome, PBX) == count);
    }

    private void read(int times) throws InterruptedException {
        RunProcess.await("read", () -> page().contains("baro_care_calls_reloads_total{outcome=\"taken\"} " + times));
    }

    private String page() {
        URI uri = URI.create("http://127.0.0.1:" + centre.server().httpAddress().getPort() + "/metrics");
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void deleteSnapshots() throws IOException {
        try (Stream<Path> files = Files.list(dir.resolve("state").resolve(KeptState.SNAPSHOTS))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
    }
}
