package io.baro.engine.rehearsal;

import io.baro.engine.message.DialStatus;
import io.baro.engine.message.OfferStage;

/**
 * Owns one agent's leg from INVITE to hangup, and tells the router what a PBX would tell of it, in its order. Never decides where the
 * caller goes. One thread.
 */
final class AgentLeg implements PhoneLeg {
    /** A phone on a LAN answers 180 or 486 about so fast. */
    private static final long TO_RINGING_MILLIS = 1;

    private final Exchange exchange;
    private final RehearsedCaller caller;
    private final RehearsedAgent agent;
    private final long offerId;
    private final long ringMillis;
    private OfferScript script;
    private boolean talking;
    private boolean over;

    /** What a leg is to be, before its caller is there. */
    record Plan(RehearsedAgent agent, long offerId, long ringMillis) {}

    AgentLeg(Exchange exchange, RehearsedCaller caller, Plan plan) {
        this.exchange = exchange;
        this.caller = caller;
        agent = plan.agent();
        offerId = plan.offerId();
        ringMillis = plan.ringMillis();
    }

    long offerId() {
        return offerId;
    }

    int agentId() {
        return agent.id();
    }

    /** Dials; the dialplan's guard lets nobody have two legs. */
    void start() {
        if (!agent.take(this)) {
            over = true;
            caller.legRefused(this);
            return;
        }
        script = exchange.people().reaction(agent.id(), caller.script);
        tell(OfferStage.DIALLED, DialStatus.NONE);
        later(TO_RINGING_MILLIS, this::provisional);
    }

    /** The caller was moved away or hung up before an answer. */
    void cancel() {
        giveUp(LegEnd.NORMAL);
    }

    /** Another who rang together with him was first. */
    void lose() {
        giveUp(LegEnd.ELSEWHERE);
    }

    /** The guard of several refuses him alone: he was never dialled. */
    void tellTaken() {
        exchange.send(
                exchange.pen().progressed(offerId, caller.callId, OfferStage.LEG_ENDED, DialStatus.NONE, LegEnd.TAKEN));
    }

    private void giveUp(LegEnd end) {
        if (!over) {
            tell(OfferStage.DIAL_ENDED, DialStatus.CANCEL);
            end(end);
        }
    }

    private void provisional() {
        switch (script.reaction()) {
            case BUSY -> fail(DialStatus.BUSY, LegEnd.BUSY);
            case NO_ANSWER -> ring(ringMillis, this::ringOut);
            case REJECT -> ring(script.afterMillis(), () -> fail(DialStatus.NOANSWER, LegEnd.REJECTED));
            case ANSWER -> ring(script.afterMillis(), this::answer);
        }
    }

    private void ring(long untilMillis, Runnable then) {
        tell(OfferStage.RINGING, DialStatus.NONE);
        if (untilMillis < ringMillis) {
            later(untilMillis, then);
        } else {
            later(ringMillis - TO_RINGING_MILLIS, this::ringOut);
        }
    }

    private void ringOut() {
        fail(DialStatus.NOANSWER, LegEnd.NONE);
    }

    private void answer() {
        talking = true;
        caller.answeredBy(this);
        tell(OfferStage.DIAL_ENDED, DialStatus.ANSWER);
        tell(OfferStage.CONNECTED, DialStatus.NONE);
        caller.bridged();
        exchange.agenda().in(caller.script.talkMillis(), Agenda.caller(caller.callId), this::talkOver);
    }

    private void talkOver() {
        end(LegEnd.NORMAL);
        if (!caller.script.hangsUpFirst()) {
            exchange.send(exchange.pen()
                    .progressed(offerId, caller.callId, OfferStage.RETURNED, DialStatus.ANSWER, LegEnd.NORMAL));
        }
        caller.talkEnded();
    }

    /** A rejection shows in the leg's own end; to the caller's dialplan it is CHANUNAVAIL. */
    private void fail(DialStatus status, LegEnd end) {
        tell(OfferStage.DIAL_ENDED, status);
        end(end);
        boolean rejected = end.equals(LegEnd.REJECTED);
        caller.legFailed(this, rejected ? DialStatus.CHANUNAVAIL : status, end);
    }

    private void end(LegEnd end) {
        over = true;
        agent.release(this);
        exchange.send(exchange.pen().progressed(offerId, caller.callId, OfferStage.LEG_ENDED, DialStatus.NONE, end));
    }

    private void tell(OfferStage stage, DialStatus status) {
        exchange.send(exchange.pen().progressed(offerId, caller.callId, stage, status, LegEnd.NONE));
    }

    private void later(long millis, Runnable happening) {
        exchange.agenda().in(millis, Agenda.caller(caller.callId), () -> {
            if (!over && !talking) {
                happening.run();
            }
        });
    }
}
