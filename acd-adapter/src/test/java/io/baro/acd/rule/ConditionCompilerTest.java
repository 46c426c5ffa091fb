package io.baro.acd.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.baro.engine.message.RulePart;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionCompilerTest {
    private final ConditionCompiler compiler = new ConditionCompiler(
            new ConditionNames(List.of("general", "benefits", "english"), List.of("seoul", "jeju")));

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            quoteCharacter = '`',
            value = {
                "caller.age >= 65 | CALLER_AGE 65 GREATER_OR_EQUAL",
                "65 <= caller.age | 65 CALLER_AGE LESS_OR_EQUAL",
                "caller.withheld | CALLER_WITHHELD",
                "!caller.withheld | CALLER_WITHHELD NOT",
                "caller.withheld == true | CALLER_WITHHELD 1 EQUAL",
                "caller.contacts(24h) >= 3 | CALLER_CONTACTS(86400000) 3 GREATER_OR_EQUAL",
                "caller.contacts(duration('1h30m')) > 1 | CALLER_CONTACTS(5400000) 1 GREATER",
                "call.waited > 90s | CALL_WAITED 90000 GREATER",
                "call.waited > 1m + 500ms | CALL_WAITED 60500 GREATER",
                "call.centre == 'jeju' | CALL_CENTRE 1 EQUAL",
                "'jeju' != call.centre | CALL_CENTRE 1 NOT_EQUAL",
                "caller.age in [65, 70] | CALLER_AGE 65 EQUAL CALLER_AGE 70 EQUAL OR",
                "caller.age > 60 ? caller.withheld : false | CALLER_AGE 60 GREATER CALLER_WITHHELD 0 CHOOSE",
                "-caller.age < -65 | 0 CALLER_AGE SUBTRACT -65 LESS",
                "caller.age * 2 + 1 > 10 / 5 | CALLER_AGE 2 MULTIPLY 1 ADD 2 GREATER",
                "caller.age > 65 || true && caller.withheld | CALLER_AGE 65 GREATER CALLER_WITHHELD OR",
                "true | ''",
            })
    void conditionBecomesPostfixCode(String text, String code) throws ConditionException {
        assertEquals(
                code == null || code.equals("''") ? "" : code,
                written(compiler.compile(text).whenSteps()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            quoteCharacter = '`',
            value = {
                "queue.ewt > 4m && caller.age >= 65 | queue:QUEUE_EWT 240000 GREATER; CALLER_AGE 65 GREATER_OR_EQUAL",
                "queue.name == 'benefits' && queue.staffed == 0 | queue:QUEUE_KIND 1 EQUAL QUEUE_STAFFED 0 EQUAL AND",
                "queue.name in ['general', 'english'] | queue:QUEUE_KIND 0 EQUAL QUEUE_KIND 2 EQUAL OR",
                "queue.waiting / queue.staffed > 3 | queue:QUEUE_WAITING QUEUE_STAFFED DIVIDE 3 GREATER",
                "queue.arrivals > 10 || caller.age > 65 | QUEUE_ARRIVALS 10 GREATER CALLER_AGE 65 GREATER OR",
                "(queue.ewt > 1m && caller.withheld) && queue.waiting > 2"
                        + " | queue:QUEUE_EWT 60000 GREATER QUEUE_WAITING 2 GREATER AND; CALLER_WITHHELD",
            })
    void whatIsAskedOfTheQueueAloneStandsApart(String text, String code) throws ConditionException {
        List<RuleStep> steps = compiler.compile(text).whenSteps();
        List<RuleStep> queue =
                steps.stream().filter(step -> step.part() == RulePart.QUEUE).toList();
        List<RuleStep> call =
                steps.stream().filter(step -> step.part() == RulePart.CALL).toList();
        String both = (queue.isEmpty() ? "" : "queue:" + written(queue))
                + (queue.isEmpty() || call.isEmpty() ? "" : "; ")
                + written(call);
        assertEquals(code, both);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            value = {
                "caller.age > 65 && caller.age < 60",
                "caller.age > 65 && !(caller.age > 60)",
                "queue.ewt > 4m && queue.ewt in [1m, 2m]",
                "caller.withheld && !caller.withheld",
                "caller.age < 0",
                "caller.contacts(24h) >= 3 && caller.contacts(24h) == 2",
                "caller.age > 65 ? caller.age < 60 : caller.age > 65",
                "1 > 2",
            })
    void contradictionIsKnownBeforeAnyCall(String text) throws ConditionException {
        assertTrue(compiler.compile(text).impossibleBy().isPresent());
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            value = {
                "caller.age > 65 || caller.age < 60",
                "caller.contacts(24h) >= 3 && caller.contacts(1h) == 2",
                "caller.age != 65",
                "!(caller.age >= 65 && queue.waiting > 3)",
                "queue.ewt > 4m && queue.waiting < 3",
            })
    void whatMayHoldIsNoContradiction(String text) throws ConditionException {
        assertEquals(Optional.empty(), compiler.compile(text).impossibleBy());
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            quoteCharacter = '`',
            value = {
                "queue.ewt > 9m | queue.ewt > 4m | true",
                "queue.ewt > 4m | queue.ewt > 9m | false",
                "queue.ewt > 9m && caller.withheld | queue.ewt > 4m | true",
                "caller.withheld | queue.ewt > 4m | false",
                "queue.ewt > 9m || caller.withheld | queue.ewt > 4m | false",
                "queue.name == 'benefits' | queue.name in ['general', 'benefits'] | true",
                "caller.age > 70 | true | true",
                "queue.waiting > 3 | caller.age >= 0 | false",
                "queue.waiting / queue.staffed > 3 && caller.withheld | queue.waiting / queue.staffed > 3 | true",
            })
    void whereOneHoldsOnlyWithTheOtherIsKnown(String inner, String outer, boolean only) throws ConditionException {
        assertEquals(only, compiler.compile(inner).holdsOnlyWhere(compiler.compile(outer)));
    }

    @Test
    void untilMayTouchWhenInNoneOfItsAlternatives() throws ConditionException {
        Condition when = compiler.compile("queue.ewt > 4m && queue.waiting > 10");
        assertFalse(compiler.compile("queue.ewt < 2m || queue.waiting < 5").canHoldWith(when));
        assertTrue(compiler.compile("queue.ewt < 2m || queue.staffed > 5").canHoldWith(when));
        assertTrue(compiler.compile("queue.ewt < 5m").canHoldWith(when));
    }

    @Test
    void mistakeAfterARewrittenTimeIsPointedToWhereTheOperatorWroteIt() {
        String text = "queue.ewt > 4m && queue.ewt < 24h && caller.agee > 3";
        ConditionException wrong = assertThrows(ConditionException.class, () -> compiler.compile(text));
        assertEquals(text.indexOf("caller.agee"), wrong.offset());
        assertEquals("unknown field \"caller.agee\"", wrong.what());
        assertEquals("did you mean \"caller.age\"?", wrong.remedy());
    }

    @Test
    void timesInQuotesStayText() {
        String text = "queue.name == '4m'";
        ConditionException wrong = assertThrows(ConditionException.class, () -> compiler.compile(text));
        assertEquals("unknown queue \"4m\"", wrong.what());
    }

    private static String written(List<RuleStep> steps) {
        return steps.stream()
                .map(step -> switch (step.op()) {
                    case CONSTANT -> String.valueOf(step.operand());
                    case FIELD -> step.field() + (step.operand() == 0 ? "" : "(" + step.operand() + ")");
                    default -> step.op().name();
                })
                .collect(Collectors.joining(" "));
    }
}
