package io.baro.acd.report;

import io.baro.engine.callcenter.CallIds;
import io.baro.engine.rehearsal.CallScript;
import io.baro.engine.rehearsal.CustomerScript;
import io.baro.engine.rehearsal.DutyChange;
import io.baro.engine.rehearsal.OfferScript;
import io.baro.engine.rehearsal.People;
import io.baro.engine.traffic.RandomStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The callers and agents of a recorded day. What the journal shows is copied; what it cannot show, because Baro's decision came before
 * it, is drawn again from what others did that day, by the call's own id (docs/replay.md says what is what). One thread.
 */
final class RecordedPeople implements People {
    /** The rehearsed PBX obeys a redirect after so long. */
    private static final long REDIRECT_MILLIS = 2;

    private static final long SEED = 20_261_123;
    private static final long USUAL_MENU_MILLIS = 4_000;
    private static final long USUAL_TALK_MILLIS = 180_000;
    private static final long USUAL_CALLBACK_MILLIS = 2_000;
    private static final long USUAL_COME_BACK_MILLIS = 45_000;
    /** Of those who are offered a callback, if the day has nobody to learn from. */
    private static final int USUAL_CALLBACK_TAKERS = 450;

    private static final int PER_MILLE = 1_000;

    private final RecordedDay day;
    private final List<RecordedCall> calls;
    private final PatienceCurve patience = new PatienceCurve();
    private final Map<Integer, List<Long>> talksOfQueue = new HashMap<>();
    private final List<Long> allTalks = new ArrayList<>();
    private final RandomStream chance = new RandomStream(0, 0);
    private final Map<Integer, Integer> offers = new HashMap<>();
    private final Map<Integer, Integer> absences = new HashMap<>();
    private final Map<Integer, Integer> wrapUps = new HashMap<>();
    private final int callbackTakers;
    private int next;

    RecordedPeople(RecordedDay day) {
        this.day = day;
        calls = day.calls();
        int offered = 0;
        int taken = 0;
        for (RecordedCall call : calls) {
            learn(call);
            offered += call.callbackAcceptedMillis != RecordedCall.NEVER || call.callbackDeclined ? 1 : 0;
            taken += call.callbackAcceptedMillis != RecordedCall.NEVER ? 1 : 0;
        }
        patience.finish();
        callbackTakers = offered == 0 ? USUAL_CALLBACK_TAKERS : taken * PER_MILLE / offered;
    }

    @Override
    public CallScript nextArrival() {
        return next == calls.size() ? null : script(next, calls.get(next++));
    }

    /** Who called again is in the journal already. */
    @Override
    public CallScript callsAgain(CallScript ended, boolean spoken, long nowMillis) {
        return null;
    }

    @Override
    public OfferScript reaction(int agentId, CallScript call) {
        return day.agent(agentId).reaction(next(offers, agentId));
    }

    @Override
    public OfferScript reactionToCallback(int agentId) {
        return day.agent(agentId).reaction(next(offers, agentId));
    }

    @Override
    public CustomerScript customer(long reservationId, int attempt) {
        CustomerScript recorded = day.customers().script(reservationId, attempt);
        return recorded == null ? People.super.customer(reservationId, attempt) : recorded;
    }

    @Override
    public List<DutyChange> dutiesOf(int agentId) {
        return day.agent(agentId).duties();
    }

    @Override
    public long comesBackMillis(int agentId) {
        return day.agent(agentId).comesBackMillis(next(absences, agentId), USUAL_COME_BACK_MILLIS);
    }

    @Override
    public long endsWrapUpMillis(int agentId) {
        return day.agent(agentId).endsWrapUpMillis(next(wrapUps, agentId));
    }

    /** The so-manieth of his day, from 0. */
    private static int next(Map<Integer, Integer> counts, int agentId) {
        return counts.merge(agentId, 1, Integer::sum) - 1;
    }

    private void learn(RecordedCall call) {
        if (call.gaveUp()) {
            patience.gaveUp(call.waitedMillis(day.endedMillis()));
        } else if (call.loopMillis != RecordedCall.NEVER || call.connectedMillis != RecordedCall.NEVER) {
            patience.servedAfter(call.waitedMillis(day.endedMillis()));
        }
        if (call.talkEndedMillis != RecordedCall.NEVER) {
            long talk = call.talkEndedMillis - call.connectedMillis;
            allTalks.add(talk);
            talksOfQueue.computeIfAbsent(queueOf(call), _ -> new ArrayList<>()).add(talk);
        }
    }

    private CallScript script(int number, RecordedCall call) {
        return new CallScript(
                number,
                call.callId,
                CallIds.pbxOf(call.callId),
                call.arrivedMillis,
                call.callerKey,
                call.age,
                call.entryQueueId,
                call.dedicatedAgentId,
                call.teamQueueId,
                menuMillis(call),
                wishedQueue(call),
                patienceMillis(call),
                takesCallback(call),
                callbackMillis(call),
                talkMillis(call),
                !call.agentEndedTalk);
    }

    private long menuMillis(RecordedCall call) {
        if (!call.throughMenu) {
            return USUAL_MENU_MILLIS;
        }
        long left = call.loopMillis != RecordedCall.NEVER ? call.loopMillis : call.goneMillis;
        return Math.max(0, left - call.arrivedMillis - REDIRECT_MILLIS);
    }

    /** Who hung up in the menu does so again. */
    private static int wishedQueue(RecordedCall call) {
        if (call.throughMenu && call.loopMillis == RecordedCall.NEVER && call.goneMillis != RecordedCall.NEVER) {
            return RecordedCall.NOWHERE;
        }
        return queueOf(call);
    }

    private long patienceMillis(RecordedCall call) {
        long waited = call.waitedMillis(day.endedMillis());
        return call.gaveUp() ? waited : patience.drawBeyond(waited, chance.restart(SEED, call.callId));
    }

    private boolean takesCallback(RecordedCall call) {
        if (call.callbackOfferedMillis != RecordedCall.NEVER) {
            return call.callbackAcceptedMillis != RecordedCall.NEVER;
        }
        return chance.restart(SEED + 1, call.callId).chance(callbackTakers);
    }

    private static long callbackMillis(RecordedCall call) {
        return call.callbackAcceptedMillis == RecordedCall.NEVER
                ? USUAL_CALLBACK_MILLIS
                : Math.max(0, call.callbackAcceptedMillis - call.callbackOfferedMillis - REDIRECT_MILLIS);
    }

    private long talkMillis(RecordedCall call) {
        if (call.talkEndedMillis != RecordedCall.NEVER) {
            return call.talkEndedMillis - call.connectedMillis;
        }
        long calledBack = day.customers().talkMillis(call.callId);
        if (calledBack != RecordedCall.NEVER) {
            return calledBack;
        }
        List<Long> talks = talksOfQueue.getOrDefault(queueOf(call), allTalks);
        return talks.isEmpty()
                ? USUAL_TALK_MILLIS
                : talks.get(chance.restart(SEED + 2, call.callId).below(talks.size()));
    }

    private static int queueOf(RecordedCall call) {
        return call.chosenQueueId == RecordedCall.NOWHERE ? call.entryQueueId : call.chosenQueueId;
    }
}
