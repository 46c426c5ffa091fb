package io.baro.engine.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.baro.engine.callcenter.Limits;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.message.OfferCallDecoder;
import io.baro.engine.routing.CommandWriter;
import io.baro.engine.routing.Router;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Plays every table of {@code src/test/resources/conformance} and holds docs/conformance.md to them. */
class ConformanceTest {
    private static final Path PAGE = Path.of("..", "docs", "conformance.md");

    /** Set to {@code true}, it writes the page instead of comparing it. */
    private static final String WRITE = "baro.conformance.write";

    private static final List<ConformancePage.Rival> RIVALS = List.of(
            new ConformancePage.Rival("app_queue", range("A", 34)),
            new ConformancePage.Rival("mod_callcenter", range("C", 20)),
            new ConformancePage.Rival("OpenSIPS call_center", range("O", 8)),
            new ConformancePage.Rival(
                    "Others",
                    List.of(
                            "W1", "W2", "V1", "V2", "D1", "D2", "K1", "CI-1", "CI-2", "AC-1", "AC-2", "TW-1", "GC-1",
                            "AV-1")));

    @TestFactory
    Stream<DynamicTest> theRouterReproducesWhatTheTableShows() throws IOException, URISyntaxException {
        return profile().rows().stream()
                .filter(ConformanceProfile.Row::isReproduced)
                .map(row -> DynamicTest.dynamicTest(
                        row.table().getFileName().toString(), () -> new Scenario(row.table()).play()));
    }

    @Test
    void everySemanticsIsEitherReproducedOrDeclined() throws IOException, URISyntaxException {
        ConformanceProfile profile = profile();
        List<String> known = known();
        List<String> wrong = known.stream()
                .filter(id -> profile.of(id).size() != 1)
                .map(id -> id + " stands " + profile.of(id).size() + " times")
                .toList();
        assertEquals(List.of(), wrong);
        List<String> unknown = profile.rows().stream()
                .map(ConformanceProfile.Row::id)
                .filter(id -> !known.contains(id))
                .toList();
        assertEquals(List.of(), unknown);
    }

    @Test
    void thePageSaysWhatTheTablesShow() throws IOException, URISyntaxException {
        String page = ConformancePage.of(profile(), RIVALS);
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(PAGE, page);
        }
        assertEquals(page, Files.readString(PAGE), "write it anew with -D" + WRITE + "=true");
    }

    /** A11: app_queue never picks 500 of 1,500 free members. */
    @Test
    void roundRobinGivesEachOf1500FreeAgentsEveryRoundOneCall() {
        int agents = 1_500;
        int rounds = 3;
        Router router = new Router(new Limits(10, agents, 1, 1, 10, 10));
        CommandWriter writer = new CommandWriter();
        ScenarioCommands commands = new ScenarioCommands(writer, new Names());
        int[] offers = new int[agents];
        apply(router, commands, writer, offers, "settings");
        apply(router, commands, writer, offers, "queue q0 strategy round-robin");
        for (int i = 0; i < agents; i++) {
            apply(router, commands, writer, offers, "agent a" + i);
            apply(router, commands, writer, offers, "a" + i + " logs in");
        }
        apply(router, commands, writer, offers, "p0 resync completes");
        for (int call = 1; call <= agents * rounds; call++) {
            apply(router, commands, writer, offers, "c" + call + " waits in q0 from n1");
            apply(router, commands, writer, offers, "c" + call + " hangs up");
            int whole = call / agents;
            if (call % agents == 0) {
                assertEquals(
                        agents, Arrays.stream(offers).filter(o -> o == whole).count(), "after round " + whole);
            }
        }
    }

    private static void apply(
            Router router, ScenarioCommands commands, CommandWriter writer, int[] offers, String command) {
        commands.write(command);
        router.apply(Names.START_MILLIS, writer.buffer(), 0, (time, buffer, offset, length) -> {
            MessageHeaderDecoder header = new MessageHeaderDecoder().wrap(buffer, offset);
            if (header.templateId() == OfferCallDecoder.TEMPLATE_ID) {
                offers[
                        new OfferCallDecoder()
                                .wrapAndApplyHeader(buffer, offset, header)
                                .agentId()]++;
            }
        });
    }

    private static ConformanceProfile profile() throws IOException, URISyntaxException {
        return ConformanceProfile.read(
                Path.of(ConformanceTest.class.getResource("/conformance").toURI()));
    }

    private static List<String> known() {
        return RIVALS.stream().flatMap(rival -> rival.ids().stream()).toList();
    }

    private static List<String> range(String letter, int last) {
        return IntStream.rangeClosed(1, last).mapToObj(i -> letter + i).toList();
    }
}
