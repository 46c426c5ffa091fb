package io.baro.engine.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.baro.engine.message.DialStatus;
import io.baro.engine.message.OfferOutcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The measured table: what the agent's phone answered, what Asterisk 22 makes of it, what it means for the agent. */
class OfferOutcomesTest {

    @ParameterizedTest(name = "{0}: {4}")
    @CsvSource({
        // what happened,                  DialEnd,     cause, sip, outcome
        "486 busy here,                    BUSY,        17,    486, BUSY",
        "600 busy everywhere,              BUSY,        17,    600, BUSY",
        "603 decline,                      NOANSWER,    21,    603, REJECTED",
        "401 unauthorised,                 NOANSWER,    21,    401, REJECTED",
        "403 forbidden,                    NOANSWER,    21,    403, REJECTED",
        "407 proxy authentication,         NOANSWER,    21,    407, REJECTED",
        "480 temporarily unavailable,      NOANSWER,    19,    480, NO_ANSWER",
        "408 dead phone,                   NOANSWER,    18,    408, UNREACHABLE",
        "404 unknown,                      NOANSWER,    1,     404, UNREACHABLE",
        "410 gone,                         NOANSWER,    22,    410, UNREACHABLE",
        "503 overload,                     CONGESTION,  34,    503, UNREACHABLE",
        "488 codec,                        NOANSWER,    58,    488, UNREACHABLE",
        "606 codec,                        NOANSWER,    58,    606, UNREACHABLE",
        "ring timeout,                     NOANSWER,    0,     0,   NO_ANSWER",
        "progress timeout,                 CHANUNAVAIL, 0,     0,   UNREACHABLE",
        "caller gave up,                   CANCEL,      0,     0,   ABANDONED",
        "caller gave up a busy phone,      CANCEL,      17,    486, ABANDONED",
        "leg ended and nothing was said,   NONE,        16,    0,   NO_ANSWER",
    })
    void agentsLegTellsHowTheOfferEnded(
            String what, DialStatus dialEnd, int cause, int techCause, OfferOutcome outcome) {
        assertEquals(outcome, OfferOutcomes.of(dialEnd, cause, techCause), what);
    }

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource({
        // what happened,          DIALSTATUS,  HANGUPCAUSE, outcome
        "486 busy here,            BUSY,        17, BUSY",
        "603 decline,              CHANUNAVAIL, 21, REJECTED",
        "480 unavailable,          NOANSWER,    19, NO_ANSWER",
        "408 dead phone,           CHANUNAVAIL, 18, UNREACHABLE",
        "404 unknown,              CHANUNAVAIL, 1,  UNREACHABLE",
        "503 overload,             CONGESTION,  34, UNREACHABLE",
        "488 codec,                CHANUNAVAIL, 58, UNREACHABLE",
        "phone not registered,     CHANUNAVAIL, 20, UNREACHABLE",
        "not registered no cause,  CHANUNAVAIL, 0,  UNREACHABLE",
        "guard: one call an agent, BUSY,        0,  BUSY",
        "ring timeout,             NOANSWER,    0,  NO_ANSWER",
        "caller gave up,           CANCEL,      0,  ABANDONED",
    })
    void dialplansReportTellsItWhenNoLegWasSeen(String what, DialStatus dialStatus, int cause, OfferOutcome outcome) {
        assertEquals(outcome, OfferOutcomes.of(dialStatus, cause, 0), what);
    }
}
