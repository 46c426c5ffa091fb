package io.baro.acd.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.acd.pbx.Caller;
import io.baro.acd.pbx.PhoneBehaviour;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people see and do over HTTP, on a whole server with its embedded PBX. Every answer is held to the document. */
class ApiTest {
    private static final String NUMBER = "01011112222";

    private static final String CARE_LIST = """
            id,number,queue,centre,from,until,behind
            follow-1,01033334444,general,seoul,2099-01-01 09:00,2099-01-01 18:00,
            """;

    @TempDir
    Path dir;

    private OneCentre centre;
    private ApiClient api;

    @BeforeEach
    void start() throws Exception {
        centre = new OneCentre(dir).withJournal().pastTheMenu();
        centre.start();
        api = new ApiClient(centre.server().httpAddress());
    }

    @AfterEach
    void close() {
        api.close();
        centre.close();
    }

    @Test
    void theWallboardShowsWhoWaitsAndWhoIsThere() throws Exception {
        pauseAll();
        centre.console().dial(NUMBER, "15771000");
        RunProcess.await("waiting", () -> queue("general").get("waiting").asInt() == 1);
        JsonNode floor = api.get("/floor");
        assertTrue(floor.get("ready").asBoolean());
        assertEquals(4, floor.get("rules_version").asInt());
        JsonNode seoul = floor.get("centres").get(0);
        assertEquals("ready", seoul.get("link").asString());
        assertEquals(2, seoul.get("agents").get("not_ready").asInt());
        assertEquals(1, queue("general").get("offered").asInt());
        JsonNode call = api.get("/calls").get("calls").get(0);
        assertEquals("waiting", call.get("state").asString());
        assertTrue(call.get("rules").toString().contains("senior"), call.toString());
        assertFalse(api.ask("GET", "/calls", null).whole().body().contains(NUMBER), "a number was told");
    }

    @Test
    void anAgentIsPausedMadeReadyAndLoggedOutAndInAndTheJournalSaysByWhom() {
        assertEquals("ready", agent("1001").get("state").asString());
        JsonNode paused = act("/agents/{agent}/pause", "{\"reason\":3}", "1001");
        assertEquals("not_ready", paused.get("state").asString());
        assertEquals("paused", paused.get("reason").asString());
        assertEquals(3, paused.get("pause_code").asInt());
        assertEquals(
                "ready", act("/agents/{agent}/ready", null, "1001").get("state").asString());
        assertEquals(
                "logged_out",
                act("/agents/{agent}/logout", null, "1001").get("state").asString());
        assertEquals(
                "ready", act("/agents/{agent}/login", null, "1001").get("state").asString());
    }

    @Test
    void aWaitingCallIsRankedMovedAndWithdrawn() throws Exception {
        pauseAll();
        centre.console().dial(NUMBER, "15771000");
        RunProcess.await("waiting", () -> queue("general").get("waiting").asInt() == 1);
        String call = api.get("/calls").get("calls").get(0).get("id").asString();
        ApiClient.Answer ranked = api.ask("PUT", "/calls/{call}/rank", "{\"boost_ms\":60000}", call);
        assertEquals(200, ranked.status(), ranked.whole()::body);
        assertEquals(60_000, ranked.body().get("boost_ms").asLong());
        JsonNode moved = act("/calls/{call}/move", "{\"queue\":\"contribution\"}", call);
        assertEquals("contribution", moved.get("queue").asString());
        ApiClient.Answer withdrawn = api.ask("DELETE", "/calls/{call}", null, call);
        assertEquals(200, withdrawn.status(), withdrawn.whole()::body);
        RunProcess.await("gone", () -> api.get("/calls").get("total").asInt() == 0);
        JsonNode story = api.get("/calls/{call}", call);
        assertTrue(story.get("decisions").toString().contains("diverted"), story.toString());
    }

    @Test
    void whyACallWentToAnAgentIsTold() throws Exception {
        act("/agents/{agent}/login", null, "1002");
        centre.console().behave("a1001", PhoneBehaviour.answer(10, 50));
        Caller caller = centre.console().dial(NUMBER, "15771000");
        RunProcess.await("talk", caller::wasConnected);
        RunProcess.await("the offer", () -> decisions().contains("\"offer\""));
        JsonNode offer = api.get("/decisions")
                .get("decisions")
                .valueStream()
                .filter(decision -> decision.get("kind").asString().equals("offer"))
                .findFirst()
                .orElseThrow();
        assertEquals("1001", offer.get("agent").asString());
        assertEquals("call", offer.get("chosen_by").asString());
        assertEquals("1002", offer.get("runner_up").asString());
        assertEquals(2, offer.get("candidates").asInt());
    }

    @Test
    void aQueueIsClosedAndOpenedAgain() {
        assertFalse(act("/centres/{centre}/queues/{queue}/close", null, "seoul", "general")
                .get("open")
                .asBoolean());
        assertTrue(act("/centres/{centre}/queues/{queue}/open", null, "seoul", "general")
                .get("open")
                .asBoolean());
    }

    @Test
    void aPromiseIsMadeMovedAndGivenUpAndItsNumberNeverTold() throws Exception {
        String wish = "{\"centre\":\"seoul\",\"queue\":\"general\",\"number\":\"" + NUMBER
                + "\",\"from\":\"2099-01-01T09:00:00Z\",\"until\":\"2099-01-01T10:00:00Z\"}";
        ApiClient.Answer made = api.ask("POST", "/reservations", wish);
        assertEquals(201, made.status(), made.whole()::body);
        String id = made.body().get("id").asString();
        String later = "{\"from\":\"2099-01-02T09:00:00Z\",\"until\":\"2099-01-02T10:00:00Z\"}";
        ApiClient.Answer moved = api.ask("PUT", "/reservations/{reservation}", later, id);
        assertEquals(200, moved.status(), moved.whole()::body);
        assertTrue(moved.body().get("due").asString().startsWith("2099-01-02T09:00"), moved.whole()::body);
        assertEquals(1, api.get("/reservations").get("total").asInt());
        assertFalse(api.ask("GET", "/reservations", null).whole().body().contains(NUMBER), "a number was told");
        assertEquals(
                200, api.ask("DELETE", "/reservations/{reservation}", null, id).status());
        assertEquals(0, api.get("/reservations").get("total").asInt());
        String audit = Files.readString(dir.resolve("state/audit.log"));
        assertTrue(audit.contains("\"path\":\"/api/v1/reservations\",\"status\":201"), audit);
        assertFalse(audit.contains(NUMBER), "a number in the audit log");
    }

    @Test
    void aPromiseMadeByHandOutlivesARestartBesideTheListOfCareCalls() throws Exception {
        String wish = "{\"centre\":\"seoul\",\"queue\":\"general\",\"number\":\"" + NUMBER
                + "\",\"from\":\"2099-01-01T09:00:00Z\",\"until\":\"2099-01-01T10:00:00Z\"}";
        ApiClient.Answer made = api.ask("POST", "/reservations", wish);
        assertEquals(201, made.status(), made.whole()::body);
        centre.restart();
        api.close();
        api = new ApiClient(centre.server().httpAddress());
        centre.directory().write("care_calls.csv", CARE_LIST);
        RunProcess.await(
                "the list's", () -> api.get("/reservations").get("total").asInt() == 2);
        String id = made.body().get("id").asString();
        assertTrue(api.get("/reservations").toString().contains(id), "withdrawn with what is not in the list");
    }

    @Test
    void rulesAreCheckedAppliedAndRolledBack() {
        JsonNode rules = api.get("/rules");
        assertEquals(4, rules.get("version").asInt());
        String text = rules.get("text").asString();
        JsonNode wrong = api.ask(
                        "POST", "/rules/check", body(text.replace("caller.contacts(24h)", "caller.contcts(24h)")))
                .body();
        assertNotEquals(0, wrong.get("problems").size(), wrong.toString());
        assertTrue(wrong.get("problems").get(0).get("line").asInt() > 0, wrong.toString());
        ApiClient.Answer sameVersion = api.ask("PUT", "/rules", body(text.replace("boost: 3m", "boost: 2m")));
        assertEquals(422, sameVersion.status(), sameVersion.whole()::body);
        String next = text.replace("boost: 3m", "boost: 2m").replace("version: 4", "version: 5");
        ApiClient.Answer applied = api.ask("PUT", "/rules", body(next));
        assertEquals(200, applied.status(), applied.whole()::body);
        assertEquals(5, api.get("/floor").get("rules_version").asInt());
        ApiClient.Answer stale =
                api.ask("PUT", "/rules", "{\"base_version\":4," + body(next).substring(1));
        assertEquals(409, stale.status(), stale.whole()::body);
        assertEquals(200, api.ask("POST", "/rules/rollback", "{\"version\":4}").status());
        assertEquals(4, api.get("/floor").get("rules_version").asInt());
    }

    @Test
    void skillsAreChangedAndUnknownOnesRefused() {
        ApiClient.Answer changed = api.ask("PUT", "/agents/{agent}/skills", "{\"skills\":{\"ko\":7}}", "1001");
        assertEquals(200, changed.status(), changed.whole()::body);
        assertEquals(7, agent("1001").get("skills").get("ko").asInt());
        assertEquals(
                422,
                api.ask("PUT", "/agents/{agent}/skills", "{\"skills\":{\"nosuch\":7}}", "1001")
                        .status());
    }

    @Test
    void aStreamBeginsWithAllAndTellsWhatChanges() throws Exception {
        var stream = api.stream("/events?topics=agents,floor");
        assertEquals(
                "text/event-stream", stream.headers().firstValue("Content-Type").orElseThrow());
        List<String> lines = new ArrayList<>();
        try (var reader = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            readUntil(reader, lines, "\"number\":\"1002\"");
            act("/agents/{agent}/pause", "{\"reason\":9}", "1001");
            readUntil(reader, lines, "\"pause_code\":9");
        }
        assertEquals("event: floor", lines.getFirst());
    }

    private static void readUntil(BufferedReader reader, List<String> lines, String wanted) throws Exception {
        String line = reader.readLine();
        while (line != null) {
            lines.add(line);
            if (line.contains(wanted)) {
                return;
            }
            line = reader.readLine();
        }
        throw new AssertionError("the stream ended without " + wanted + ": " + lines);
    }

    private void pauseAll() {
        act("/agents/{agent}/login", null, "1002");
        act("/agents/{agent}/pause", "{\"reason\":1}", "1001");
        act("/agents/{agent}/pause", "{\"reason\":1}", "1002");
    }

    private JsonNode act(String template, String body, String... values) {
        ApiClient.Answer answer = api.ask("POST", template, body, values);
        assertEquals(200, answer.status(), answer.whole()::body);
        return answer.body();
    }

    private JsonNode agent(String number) {
        return api.get("/agents/{agent}", number);
    }

    private String decisions() {
        return api.get("/decisions").toString();
    }

    private JsonNode queue(String name) {
        return api.get("/floor")
                .get("centres")
                .get(0)
                .get("queues")
                .valueStream()
                .filter(queue -> queue.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String body(String text) {
        return "{\"text\":" + new JsonMapper().writeValueAsString(text) + "}";
    }
}
