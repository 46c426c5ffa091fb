package io.baro.acd.view;

import java.time.Instant;
import java.util.List;

/**
 * One decision of the router and why, as people see it; the fields are those of the API's document, null where a kind has none. Immutable;
 * any thread.
 *
 * @param call token of the call that it is about
 * @param chosenBy who chose: the call among agents, the agent among calls, or a preference
 * @param step of the ladder; 0: the queue's own skills and centre
 * @param candidates ready agents, or best calls of their lines, that were compared
 * @param runnerUp agent's number if the call chose, token of a call if the agent did
 * @param margin by how much the runner-up lost, in the unit of the first key that differs
 * @param detail outcome, reason or rule, in a word
 */
public record DecisionView(
        Instant time,
        String kind,
        String call,
        String centre,
        String queue,
        String agent,
        Long waitedMs,
        Long boostMs,
        List<String> rules,
        Integer rulesVersion,
        String chosenBy,
        String strategy,
        Integer step,
        Integer candidates,
        String runnerUp,
        Long margin,
        String detail) {

    /** One that says what, when, and of which call and queue. */
    static DecisionView of(long timeMillis, String kind, Subject subject, String detail) {
        return new DecisionView(
                Instant.ofEpochMilli(timeMillis),
                kind,
                subject.call,
                subject.centre,
                subject.queue,
                subject.agent,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                detail);
    }

    /** What a decision is about; each may be null. */
    record Subject(String call, String centre, String queue, String agent) {}

    DecisionView waited(long waited) {
        return withRank(waited, boostMs, rules, rulesVersion);
    }

    DecisionView withRank(Long waited, Long boost, List<String> fired, Integer version) {
        return new DecisionView(
                time,
                kind,
                call,
                centre,
                queue,
                agent,
                waited,
                boost,
                fired,
                version,
                chosenBy,
                strategy,
                step,
                candidates,
                runnerUp,
                margin,
                detail);
    }
}
