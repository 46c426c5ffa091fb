package io.baro.acd.config;

import io.baro.acd.hours.OpeningHours;
import io.baro.engine.message.LimitAction;
import io.baro.engine.message.Strategy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code queues.yaml} says: skills and queues by their places in the file. Every queue exists once per PBX. Immutable; any
 * thread.
 *
 * @param entries dialled number to queue of the callers who go straight to an agent, the codes of kinds.csv among them
 * @param regions of customers, to the queue of the team that takes over whose own agent has left
 * @param hours by the name of the calendar
 * @param kinds of business that kinds.csv leads to queues
 * @param callbacks how reservations are kept
 */
public record QueuePlan(
        List<String> skills,
        List<Queue> queues,
        Map<String, String> entries,
        String defaultEntry,
        Map<String, String> regions,
        Map<String, OpeningHours> hours,
        List<KindPlan> kinds,
        CallbackPlan callbacks) {

    /** No queue: the limit moves nobody. */
    static final int NOWHERE = -1;

    /**
     * A waiting line.
     *
     * @param skills name to least level
     * @param preferred name to weight, for most and least skilled
     * @param wrapUp empty: the setting for all
     * @param ring empty: the setting for all
     * @param ringAtOnce agents whose phones ring for one call at the same time
     * @param dedicated how long a caller is kept for his own agent; zero: not
     * @param lastAgent how long a caller is kept for who served him last; zero: not
     * @param maxWaiting -1: no limit
     * @param maxWait empty: no limit
     * @param hours name of its calendar; empty: always open
     * @param callbackPermille share of the staff's time until closing that promised callbacks may take; 0: not bounded
     * @param customerFirst of its callbacks the customer's phone is called before the agent's
     * @param callbackAhead how long before the end of an agent's wrap-up he may be offered such a callback; zero: not
     * @param objective what share is to be answered within what time
     * @param ladder further steps, from 1
     */
    public record Queue(
            String name,
            Map<String, Integer> skills,
            Map<String, Integer> preferred,
            Strategy strategy,
            Optional<Duration> wrapUp,
            Optional<Duration> ring,
            int ringAtOnce,
            Duration dedicated,
            Duration lastAgent,
            int maxWaiting,
            Overflow whenFull,
            Optional<Duration> maxWait,
            Overflow whenTooLong,
            Optional<String> hours,
            Overflow whenClosed,
            int callbackPermille,
            boolean customerFirst,
            Duration callbackAhead,
            Objective objective,
            List<Step> ladder,
            int line) {
        public Queue {
            skills = Map.copyOf(skills);
            preferred = Map.copyOf(preferred);
            ladder = List.copyOf(ladder);
        }
    }

    /**
     * What becomes of a call at a limit.
     *
     * @param queue where it moves; empty unless the action is to move
     */
    public record Overflow(LimitAction action, String queue) {
        static final Overflow NONE = new Overflow(LimitAction.NONE, "");
        static final Overflow DIVERT = new Overflow(LimitAction.DIVERT, "");

        static Overflow to(String queue) {
            return new Overflow(LimitAction.MOVE, queue);
        }
    }

    /** The service objective, for reports: this share answered within that time. */
    public record Objective(int answerPermille, Duration within) {}

    /**
     * A further step of a ladder; the conditions that are absent are not asked.
     *
     * @param after of waiting
     * @param ewtOver the queue's estimated wait
     * @param ewtAdvantage of the same queue at another of the centres
     * @param keepReady agents that stay ready for others
     * @param centres whose agents, by name; empty: the queue's own
     */
    public record Step(
            Optional<Duration> after,
            Optional<Duration> ewtOver,
            Optional<Duration> ewtAdvantage,
            int keepReady,
            List<String> centres,
            Map<String, Integer> skills,
            int line) {
        public Step {
            centres = List.copyOf(centres);
            skills = Map.copyOf(skills);
        }
    }

    public QueuePlan {
        skills = List.copyOf(skills);
        queues = List.copyOf(queues);
        entries = Map.copyOf(entries);
        regions = Map.copyOf(regions);
        hours = Map.copyOf(hours);
        kinds = List.copyOf(kinds);
    }

    /** Its place in the file, from 0; -1 when there is none. */
    public int indexOf(String queue) {
        for (int i = 0; i < queues.size(); i++) {
            if (queues.get(i).name().equals(queue)) {
                return i;
            }
        }
        return NOWHERE;
    }

    /** The queue's id on that PBX. */
    public int queueId(int pbxId, int index) {
        return pbxId * queues.size() + index;
    }

    /** The id of the queue of that name on that PBX; -1 for no name. */
    public int queueId(int pbxId, String queue) {
        int index = queue.isEmpty() ? NOWHERE : indexOf(queue);
        return index < 0 ? NOWHERE : queueId(pbxId, index);
    }
}
