package io.baro.engine.rehearsal;

import io.baro.engine.callcenter.CallIds;
import io.baro.engine.message.DialStatus;
import io.baro.engine.message.OfferStage;

/**
 * Owns one channel by which a PBX keeps a callback: the agent's phone rings first, then the customer's, or the other way round, as
 * {@code extensions.conf} has it; but a customer who was called first does not wait for a second agent. Never decides what becomes of the
 * reservation. One thread.
 */
final class RehearsedCallback implements PhoneLeg {
    /** A phone on a LAN, and a network that has the called party's state, answer about so fast. */
    private static final long TO_RINGING_MILLIS = 1;

    /** A busy tone from the customer's network, as a trunk takes to tell it. */
    private static final long TO_BUSY_MILLIS = 1_500;

    final long callId;
    private final Exchange exchange;
    private final RehearsedAgent agent;
    private final Plan plan;
    private boolean agentIsThere;
    private boolean customerIsThere;

    /** What DialCallback said, and how long they will talk. */
    record Plan(
            long callId,
            long offerId,
            long ringMillis,
            long customerRingMillis,
            int attempt,
            boolean customerFirst,
            long talkMillis) {}

    RehearsedCallback(Exchange exchange, RehearsedAgent agent, Plan plan) {
        this.exchange = exchange;
        this.agent = agent;
        this.plan = plan;
        callId = plan.callId();
    }

    long offerId() {
        return plan.offerId();
    }

    int agentId() {
        return agent.id();
    }

    /** Whether the agent has answered: a list of channels shows them in a bridge. */
    boolean agentIsThere() {
        return agentIsThere;
    }

    /** Whether it is the customer whose phone rings: a list of channels shows nothing of the agent yet. */
    boolean isCustomerCalled() {
        return plan.customerFirst() && !customerIsThere;
    }

    void start() {
        if (plan.customerFirst()) {
            callCustomer();
        } else {
            dialAgent();
        }
    }

    /** The dialplan's guard lets nobody have two legs. */
    private void dialAgent() {
        if (!agent.take(this)) {
            tell(OfferStage.RETURNED, DialStatus.BUSY, LegEnd.TAKEN);
            leaveAlone();
            return;
        }
        OfferScript script = exchange.people().reactionToCallback(agent.id());
        tell(OfferStage.DIALLED, DialStatus.NONE, LegEnd.NONE);
        later(TO_RINGING_MILLIS, () -> {
            switch (script.reaction()) {
                case BUSY -> agentFails(DialStatus.BUSY, LegEnd.BUSY);
                case NO_ANSWER -> rings(plan.ringMillis(), () -> agentFails(DialStatus.NOANSWER, LegEnd.NONE));
                case REJECT -> rings(script.afterMillis(), () -> agentFails(DialStatus.CHANUNAVAIL, LegEnd.REJECTED));
                case ANSWER -> rings(script.afterMillis(), this::agentAnswers);
            }
        });
    }

    private void rings(long forMillis, Runnable then) {
        tell(OfferStage.RINGING, DialStatus.NONE, LegEnd.NONE);
        boolean inTime = forMillis < plan.ringMillis();
        later(
                inTime ? forMillis : plan.ringMillis() - TO_RINGING_MILLIS,
                inTime ? then : () -> agentFails(DialStatus.NOANSWER, LegEnd.NONE));
    }

    private void agentFails(DialStatus status, LegEnd end) {
        tell(OfferStage.DIAL_ENDED, status, LegEnd.NONE);
        agent.release(this);
        tell(OfferStage.LEG_ENDED, DialStatus.NONE, end);
        tell(OfferStage.RETURNED, status, end);
        leaveAlone();
    }

    /** No agent is there; a customer who is gives up. */
    private void leaveAlone() {
        if (customerIsThere) {
            customerEnds(DialStatus.ANSWER, LegEnd.NORMAL);
        }
        exchange.ended(this);
    }

    private void agentAnswers() {
        agentIsThere = true;
        tell(OfferStage.DIAL_ENDED, DialStatus.ANSWER, LegEnd.NONE);
        tell(OfferStage.CONNECTED, DialStatus.NONE, LegEnd.NONE);
        if (customerIsThere) {
            later(plan.talkMillis(), () -> end(DialStatus.ANSWER, LegEnd.NORMAL));
        } else {
            callCustomer();
        }
    }

    private void callCustomer() {
        exchange.calls(callId, plan.attempt());
        CustomerScript customer = exchange.people().customer(CallIds.reservationOf(callId), plan.attempt());
        switch (customer.reaction()) {
            case BUSY -> later(TO_BUSY_MILLIS, () -> end(DialStatus.BUSY, LegEnd.BUSY));
            case NO_ANSWER -> later(plan.customerRingMillis(), () -> end(DialStatus.NOANSWER, LegEnd.NONE));
            case ANSWER -> answersAfter(customer.afterMillis());
        }
    }

    private void answersAfter(long millis) {
        if (millis < plan.customerRingMillis()) {
            later(millis, () -> {
                exchange.send(exchange.pen().customerReached(callId, plan.attempt()));
                customerIsThere = true;
                if (plan.customerFirst()) {
                    dialAgent();
                } else {
                    later(plan.talkMillis(), () -> end(DialStatus.ANSWER, LegEnd.NORMAL));
                }
            });
        } else {
            later(plan.customerRingMillis(), () -> end(DialStatus.NOANSWER, LegEnd.NONE));
        }
    }

    private void end(DialStatus status, LegEnd customers) {
        customerEnds(status, customers);
        if (agentIsThere) {
            agent.release(this);
            tell(OfferStage.LEG_ENDED, DialStatus.NONE, LegEnd.NORMAL);
        }
        exchange.ended(this);
    }

    private void customerEnds(DialStatus status, LegEnd customers) {
        exchange.send(exchange.pen().customerEnded(callId, status, plan.attempt(), customers));
    }

    private void tell(OfferStage stage, DialStatus status, LegEnd end) {
        exchange.send(exchange.pen().progressed(plan.offerId(), callId, stage, status, end));
    }

    private void later(long millis, Runnable happening) {
        exchange.agenda().in(millis, Agenda.caller(callId), happening);
    }
}
