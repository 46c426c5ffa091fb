package io.baro.acd.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the other tests here let a server say is what the contract lets it say. */
class ContractTest {

    static Stream<Arguments> documents() {
        return Stream.of(
                Arguments.of("Floor", Documents.FLOOR),
                Arguments.of("Queue", Documents.QUEUE),
                Arguments.of("Agent", Documents.TALKING_AGENT),
                Arguments.of("Agent", Documents.PAUSED_AGENT),
                Arguments.of("Agent", Documents.ABSENT_AGENT),
                Arguments.of("Call", Documents.TALKING_CALL),
                Arguments.of("Call", Documents.WAITING_CALL),
                Arguments.of("Call", Documents.CLOSED_CALL),
                Arguments.of("Decision", Documents.OFFER),
                Arguments.of("Decision", Documents.REFUSED),
                Arguments.of("Reservation", Documents.RESTING_RESERVATION),
                Arguments.of("Reservation", Documents.CARE_RESERVATION),
                Arguments.of("Rules", Documents.RULES),
                Arguments.of("SideBySide", Documents.SIDE_BY_SIDE),
                Arguments.of("Problem", Documents.problem(404, "there is no such agent")),
                Arguments.of("Problem", Documents.refusal("refused: wrong state", "wrong_state")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void everyDocumentIsOfTheContract(String schema, String document) {
        assertEquals(List.of(), Contract.problems(schema, document));
    }

    @Test
    void otherDocumentsAreNot() {
        assertFalse(Contract.problems("Agent", "{\"number\": 1001}").isEmpty());
        assertFalse(Contract.problemsOfRequest("post", "/agents/{agent}/pause", "{\"reason\": \"two\"}")
                .isEmpty());
    }
}
