package io.baro.acd.report;

import io.baro.engine.callcenter.CallIds;
import io.baro.engine.callcenter.OfferIds;
import io.baro.engine.message.DialStatus;
import io.baro.engine.message.OfferProgressedDecoder;
import io.baro.engine.message.OfferStage;
import io.baro.engine.rehearsal.OfferScript;
import io.baro.engine.traffic.AgentHabits.Reaction;
import org.agrona.collections.Long2ObjectHashMap;

/** Writes down what each phone did with each offer, and how long each talk was. Decides nothing. One thread. */
final class OfferExtractor {
    /** Q.850: the agent pressed the call away. */
    private static final int REJECTED = 21;

    private static final class RungPhone {
        private final int number;
        private long ringsMillis;
        private DialStatus status = DialStatus.NONE;

        RungPhone(int number, long ringsMillis) {
            this.number = number;
            this.ringsMillis = ringsMillis;
        }
    }

    private final RecordedDay day;
    private final Long2ObjectHashMap<RungPhone> phones = new Long2ObjectHashMap<>();

    OfferExtractor(RecordedDay day) {
        this.day = day;
    }

    void progressed(long timeMillis, OfferProgressedDecoder fact) {
        RecordedAgent agent = day.agent(OfferIds.agentOf(fact.offerId()));
        if (fact.stage() == OfferStage.DIALLED) {
            phones.put(fact.offerId(), new RungPhone(agent.rung(), timeMillis));
            return;
        }
        RungPhone phone = phones.get(fact.offerId());
        RecordedCall call = day.call(fact.callId());
        if (call != null && fact.stage() == OfferStage.RETURNED) {
            call.agentEndedTalk |= fact.dialStatus() == DialStatus.ANSWER;
        }
        boolean callback = CallIds.isCallback(fact.callId());
        if (phone == null || (call == null && !callback)) {
            return;
        }
        switch (fact.stage()) {
            case RINGING -> phone.ringsMillis = timeMillis;
            case DIAL_ENDED -> phone.status = fact.dialStatus();
            case CONNECTED -> {
                if (callback) {
                    day.customers().agentIsThere(fact.callId(), timeMillis);
                    phones.remove(fact.offerId());
                } else {
                    call.connectedMillis = timeMillis;
                }
                agent.reacted(phone.number, new OfferScript(Reaction.ANSWER, timeMillis - phone.ringsMillis));
            }
            case LEG_ENDED -> legEnded(timeMillis, fact, phone, agent, call);
            default -> {
                // Already told.
            }
        }
    }

    private void legEnded(
            long timeMillis, OfferProgressedDecoder fact, RungPhone phone, RecordedAgent agent, RecordedCall call) {
        phones.remove(fact.offerId());
        if (call != null && call.connectedMillis != RecordedCall.NEVER) {
            call.talkEndedMillis = timeMillis;
            return;
        }
        long after = timeMillis - phone.ringsMillis;
        if (phone.status == DialStatus.BUSY) {
            agent.reacted(phone.number, new OfferScript(Reaction.BUSY, 0));
        } else if (phone.status == DialStatus.CANCEL) {
            // The caller left first: the agent would have answered a little later.
            agent.reacted(phone.number, new OfferScript(Reaction.ANSWER, after + 1));
        } else if (fact.cause() == REJECTED) {
            agent.reacted(phone.number, new OfferScript(Reaction.REJECT, after));
        } else {
            agent.reacted(phone.number, new OfferScript(Reaction.NO_ANSWER, 0));
        }
    }
}
