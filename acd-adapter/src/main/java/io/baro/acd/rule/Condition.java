package io.baro.acd.rule;

import io.baro.engine.message.RulePart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One condition as it was checked: what it asks of the queue alone, and what of the caller. Answers what can be told about it
 * before any call. Immutable; any thread.
 */
public final class Condition {
    /** More queues than a file may name: the condition leaves the name open. */
    private static final int ANY_QUEUE = 1_024;

    private final Expression whole;
    private final Expression ofQueue;
    private final Expression ofCall;
    private final boolean mixed;

    Condition(Expression whole) {
        this.whole = whole;
        List<Expression> queue = new ArrayList<>();
        List<Expression> call = new ArrayList<>();
        boolean both = false;
        for (Expression conjunct : whole.conjuncts()) {
            Set<Expression.Value> subjects = Possibility.subjects(conjunct);
            boolean some = subjects.stream().anyMatch(value -> value.field().isOfQueue());
            boolean all =
                    some && subjects.stream().allMatch(value -> value.field().isOfQueue());
            (all ? queue : call).add(conjunct);
            both |= some && !all;
        }
        ofQueue = Expression.all(queue);
        ofCall = Expression.all(call);
        mixed = both;
    }

    /** The steps of a rule's {@code when}: its parts about the queue alone and about the rest. */
    public List<RuleStep> whenSteps() {
        List<RuleStep> steps = new ArrayList<>(RuleStep.of(RulePart.QUEUE, ofQueue));
        steps.addAll(RuleStep.of(RulePart.CALL, ofCall));
        return steps;
    }

    /** The steps of a rule's {@code until}. */
    public List<RuleStep> untilSteps() {
        return RuleStep.of(RulePart.UNTIL, whole);
    }

    /** Whether one of its joined parts asks about queue and caller together. */
    public boolean isMixed() {
        return mixed;
    }

    /** Whether some part of it asks about the queue alone. */
    public boolean asksQueue() {
        return !ofQueue.equals(Expression.Constant.TRUE);
    }

    /** Whether it asks about the queue and nothing else. */
    public boolean asksQueueAlone() {
        return ofCall.equals(Expression.Constant.TRUE) && asksQueue();
    }

    /** Why it can never hold, to be put behind those words. Empty: it may hold. */
    public Optional<String> impossibleBy() {
        if (whole.equals(Expression.Constant.FALSE)) {
            return Optional.of("");
        }
        return Possibility.subjects(whole).stream()
                .filter(subject -> Possibility.of(whole, subject).isEmpty())
                .map(subject -> ": no value is left for " + subject.field().text())
                .findFirst();
    }

    /** Whether it can hold while what the other asks of the queue holds too, as far as single fields tell. */
    public boolean canHoldWith(Condition other) {
        return whole.disjuncts().stream()
                .anyMatch(one -> Possibility.subjects(one).stream()
                        .allMatch(subject -> !Possibility.of(one, subject)
                                .and(Possibility.of(other.ofQueue, subject))
                                .isEmpty()));
    }

    /** Whether the other surely holds wherever this does: each field that the other names is bound by this at least as closely. */
    public boolean holdsOnlyWhere(Condition other) {
        return other.whole.conjuncts().stream().allMatch(this::lies);
    }

    /** The places of the queues for which it may hold; empty: any. */
    public List<Integer> queuesNamed() {
        Expression.Value name = new Expression.Value(ConditionField.QUEUE_NAME, 0);
        List<Integer> places = new ArrayList<>();
        for (ValueSet.Range range : Possibility.of(whole, name).ranges()) {
            if (range.most() - range.least() > ANY_QUEUE) {
                return List.of();
            }
            for (long place = range.least(); place <= range.most(); place++) {
                places.add((int) place);
            }
        }
        return places;
    }

    private boolean lies(Expression conjunct) {
        Set<Expression.Value> subjects = Possibility.subjects(conjunct);
        if (subjects.size() != 1 || !Possibility.isExact(conjunct)) {
            return conjunct.equals(Expression.Constant.TRUE)
                    || whole.conjuncts().contains(conjunct);
        }
        Expression.Value subject = subjects.iterator().next();
        ValueSet mine = Possibility.of(whole, subject);
        return !mine.equals(Possibility.domain(subject))
                && Possibility.of(conjunct, subject).contains(mine);
    }
}
