package io.baro.acd.migration;

import io.baro.acd.migration.Finding.Kind;
import java.util.HashMap;
import java.util.Map;

/**
 * What becomes of app_queue's options that have no key of ours: for each, what does it instead, or that it is always so. Decides nothing.
 * Immutable; any thread.
 */
final class OtherOptions {
    private static final Map<String, Answer> ANSWERS = answers();
    private static final Answer SOUND = new Answer(
            Kind.WITHOUT,
            "the caller hears music while he waits; prompts are those of Asterisk's site/globals.conf (prompts.md)");
    private static final Answer UNKNOWN =
            new Answer(Kind.WITHOUT, "no option of app_queue that Baro knows; look what it was for");

    private OtherOptions() {}

    /** What to say of an option. */
    record Answer(Kind kind, String what) {}

    /** @param yes whether its value is a yes: some options are needed for nothing only then */
    static Answer of(String option, boolean yes) {
        Answer answer = ANSWERS.get(yes ? option + "=yes" : option + "=no");
        if (answer == null) {
            answer = ANSWERS.get(option);
        }
        if (answer == null && (option.startsWith("queue-") || option.contains("announce"))) {
            answer = SOUND;
        }
        return answer == null ? UNKNOWN : answer;
    }

    private static Map<String, Answer> answers() {
        Map<String, Answer> all = new HashMap<>();
        routing(all);
        agents(all);
        outside(all);
        return all;
    }

    private static void routing(Map<String, Answer> all) {
        without(
                all,
                "weight",
                "one order holds for the calls of all queues: give these a head start in rules.yaml, "
                        + "when: queue.name == \"...\", then: { boost: 3m }");
        without(all, "leavewhenempty", "max_wait and when_too_long of the queue, which may lead to another one");
        without(
                all,
                "context",
                "while he waits a caller has no keys; when_full, max_wait and a callback are the ways out");
        without(all, "defaultrule", "steps of the queue's ladder, with after: and the skills that do then");
        without(all, "penaltymemberslimit", "a step of the ladder with ewt_over: opens when it takes too long");
        notNeeded(all, "penaltymemberslimit=no", "steps open when nobody of the step before is free");
        without(all, "timeoutpriority", "the ring time is always whole; max_wait is asked when the offer has ended");
        without(all, "timeoutrestart", "a ring time is for one agent: the next one has his own");
        notNeeded(all, "retry", "the next agent is offered at once");
        notNeeded(all, "autofill=yes", "every free agent has a call at once");
        without(all, "autofill=no", "every free agent has a call at once: there is no waiting for the first in line");
        notNeeded(all, "force_longest_waiting_caller", "one order holds for the calls of all queues");
        notNeeded(all, "joinempty=yes", "callers wait whoever is there");
    }

    private static void agents(Map<String, Answer> all) {
        notNeeded(all, "autopause=yes", "who does not answer comes back himself (offer.policy.no_answer of baro.yaml)");
        without(all, "autopause=no", "offer: { policy: { no_answer: { limit: 0 } } } of baro.yaml, for all queues");
        without(all, "autopausedelay", "offer.policy.no_answer of baro.yaml, limit: so many misses in a row");
        without(all, "autopausebusy", "offer.policy.busy of baro.yaml: rest, and limit");
        without(all, "autopauseunavail", "offer.policy.unreachable of baro.yaml: rest, and limit");
        notNeeded(all, "ringinuse=no", "nobody's phone rings while he talks");
        without(all, "ringinuse=yes", "nobody's phone rings while he talks");
        notNeeded(all, "shared_lastcall=yes", "wrap-up is the agent's, whatever queue his call came from");
        without(all, "shared_lastcall=no", "wrap-up is the agent's, whatever queue his call came from");
        notNeeded(all, "persistentmembers", "with journal: file everybody's state is kept");
        notNeeded(all, "keepstats", "with journal: file, records and counts are kept");
        without(all, "memberdelay", "the agent hears the caller at once");
        without(all, "reportholdtime", "the agent is told nothing; the wait is in the records");
        without(all, "announce", "the agent is told nothing before the talk");
        without(
                all,
                "negative_penalty_invalid",
                "a level is from 1 to 10: take the skill away from who shall not have the calls");
    }

    private static void outside(Map<String, Answer> all) {
        String variables = "Baro sets no such variables: records, journal and metrics have it all";
        for (String option : new String[] {"setinterfacevar", "setqueueentryvar", "setqueuevar"}) {
            without(all, option, variables);
        }
        String dialplan = "the dialplan's matter: context acd-dial of extensions.conf";
        for (String option : new String[] {"membergosub", "membermacro", "monitor-type", "monitor-format"}) {
            without(all, option, dialplan);
        }
        for (String option : new String[] {"musicclass", "musiconhold", "music"}) {
            without(all, option, "ACD_MOH of Asterisk's site/globals.conf, one class for all queues");
        }
        String log = "queue_log is app_queue's: the records of Baro take its place (docs/records.md)";
        for (String option : new String[] {
            "log_membername_as_agent",
            "log-restricted-caller-id",
            "log-caller-id-name",
            "log_unpause_on_reason_change",
            "updatecdr"
        }) {
            without(all, option, log);
        }
        for (String option : new String[] {"eventwhencalled", "eventmemberstatus"}) {
            notNeeded(all, option, "Baro reads the channels' own events");
        }
    }

    private static void without(Map<String, Answer> all, String option, String what) {
        all.put(option, new Answer(Kind.WITHOUT, what));
    }

    private static void notNeeded(Map<String, Answer> all, String option, String what) {
        all.put(option, new Answer(Kind.NOT_NEEDED, what));
    }
}
