package io.baro.engine.naive;

import io.baro.engine.callcenter.CallIds;
import io.baro.engine.callcenter.Limits;
import io.baro.engine.message.AgentDefinedDecoder;
import io.baro.engine.message.AgentDeviceChangedDecoder;
import io.baro.engine.message.AgentLoggedInDecoder;
import io.baro.engine.message.AgentLoggedOutDecoder;
import io.baro.engine.message.AgentPausedDecoder;
import io.baro.engine.message.AgentReadiedDecoder;
import io.baro.engine.message.AgentWrapUpExtendedDecoder;
import io.baro.engine.message.CallArrivedDecoder;
import io.baro.engine.message.CallFailedOverDecoder;
import io.baro.engine.message.CallHungUpDecoder;
import io.baro.engine.message.CallMovedDecoder;
import io.baro.engine.message.CallRankedDecoder;
import io.baro.engine.message.CallSeenDecoder;
import io.baro.engine.message.CallWaitingDecoder;
import io.baro.engine.message.CallWithdrawnDecoder;
import io.baro.engine.message.CallbackAcceptedDecoder;
import io.baro.engine.message.CallbackDeclinedDecoder;
import io.baro.engine.message.CallbackPolicyDefinedDecoder;
import io.baro.engine.message.CallbackProgressedDecoder;
import io.baro.engine.message.CallingHoursChangedDecoder;
import io.baro.engine.message.CareCallAskedDecoder;
import io.baro.engine.message.DayBeganDecoder;
import io.baro.engine.message.LadderStepDefinedDecoder;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.message.OfferProgressedDecoder;
import io.baro.engine.message.OffersChangedDecoder;
import io.baro.engine.message.OutcomePolicyDefinedDecoder;
import io.baro.engine.message.PbxLostDecoder;
import io.baro.engine.message.PromisesChangedDecoder;
import io.baro.engine.message.QueueClosedDecoder;
import io.baro.engine.message.QueueDefinedDecoder;
import io.baro.engine.message.QueueOpenedDecoder;
import io.baro.engine.message.RedirectRefusedDecoder;
import io.baro.engine.message.RefusalReason;
import io.baro.engine.message.ReservationCarriedDecoder;
import io.baro.engine.message.ReservationMovedDecoder;
import io.baro.engine.message.ReservationWithdrawnDecoder;
import io.baro.engine.message.ResyncBeganDecoder;
import io.baro.engine.message.ResyncCompletedDecoder;
import io.baro.engine.message.RuleDefinedDecoder;
import io.baro.engine.message.RulesActivatedDecoder;
import io.baro.engine.message.RulesBegunDecoder;
import io.baro.engine.message.RulesCommittedDecoder;
import io.baro.engine.message.SettingsDefinedDecoder;
import io.baro.engine.message.TimeAdvancedDecoder;
import io.baro.engine.port.DecisionSink;
import java.util.function.Consumer;
import org.agrona.DirectBuffer;

/**
 * The router a second time, from docs/routing.md: simple, slow, nothing remembered that can be worked out anew. The production
 * router must decide the same. Runs on: the test's thread.
 */
final class NaiveRouter {
    private static final long ASK_AGAIN = 60_000;

    private final NaiveCentre centre;
    private final NaiveDecisions decisions;
    private final NaiveRules rules;
    private final NaivePairing pairing;
    private final NaiveLine line;
    private final NaiveAgents agents;
    private final NaiveOffers offers;
    private final NaiveCalls calls;
    private final NaivePbxs pbxs;
    private final NaiveConfig config;
    private final NaiveDesk desk;
    private final NaiveCarried carried;
    private final NaiveOperator operator;
    private DirectBuffer buffer;
    private int offset;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();

    NaiveRouter(Limits limits) {
        centre = new NaiveCentre(limits);
        decisions = new NaiveDecisions(centre);
        rules = new NaiveRules(centre, decisions);
        NaiveAgentStates states = new NaiveAgentStates(centre, decisions);
        pairing = new NaivePairing(centre, decisions, states);
        line = new NaiveLine(centre, decisions, rules, pairing);
        agents = new NaiveAgents(centre, states, pairing, line);
        desk = new NaiveDesk(centre, decisions, rules, line);
        carried = new NaiveCarried(centre, decisions, desk);
        operator = new NaiveOperator(centre, decisions, line, desk);
        offers = new NaiveOffers(centre, decisions, states, line, agents, desk);
        calls = new NaiveCalls(centre, decisions, rules, line, agents, desk);
        pbxs = new NaivePbxs(centre, decisions, pairing, line, calls, offers, desk);
        config = new NaiveConfig(centre, decisions, agents, rules);
    }

    /** What it knows, for tests that look for something to happen next. */
    NaiveCentre centre() {
        return centre;
    }

    /** Applies one command, after the timers that are due. */
    void apply(long time, DirectBuffer command, int at, DecisionSink sink) {
        centre.now = Math.max(centre.now, time);
        decisions.sink(sink);
        while (fireFirstDue()) {
            // Each may make others due.
        }
        buffer = command;
        offset = at;
        header.wrap(command, at);
        int id = header.templateId();
        if (id < PbxLostDecoder.TEMPLATE_ID) {
            ofConfig(id);
        } else if (id < CallArrivedDecoder.TEMPLATE_ID) {
            ofPbx(id);
        } else if (id < AgentLoggedInDecoder.TEMPLATE_ID) {
            ofCall(id);
        } else if (id < CallbackPolicyDefinedDecoder.TEMPLATE_ID) {
            ofAgent(id);
        } else {
            ofReservation(id);
        }
    }

    private void ofReservation(int id) {
        boolean couldCall = centre.mayCall();
        switch (id) {
            case CallbackPolicyDefinedDecoder.TEMPLATE_ID ->
                config.callbackPolicy(new CallbackPolicyDefinedDecoder().wrapAndApplyHeader(buffer, offset, header));
            case CallingHoursChangedDecoder.TEMPLATE_ID ->
                centre.callingHours = new CallingHoursChangedDecoder()
                                .wrapAndApplyHeader(buffer, offset, header)
                                .allowed()
                        != 0;
            case CareCallAskedDecoder.TEMPLATE_ID ->
                desk.careCallAsked(new CareCallAskedDecoder().wrapAndApplyHeader(buffer, offset, header));
            case ReservationWithdrawnDecoder.TEMPLATE_ID ->
                desk.withdrawn(new ReservationWithdrawnDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .reservationId());
            case ReservationMovedDecoder.TEMPLATE_ID ->
                operator.moved(new ReservationMovedDecoder().wrapAndApplyHeader(buffer, offset, header));
            case ReservationCarriedDecoder.TEMPLATE_ID ->
                carried.carried(new ReservationCarriedDecoder().wrapAndApplyHeader(buffer, offset, header));
            case CallbackProgressedDecoder.TEMPLATE_ID ->
                calls.progressed(
                        desk.progressed(new CallbackProgressedDecoder().wrapAndApplyHeader(buffer, offset, header)));
            default -> unknown(id);
        }
        if (couldCall != centre.mayCall()) {
            desk.hoursChanged();
        }
    }

    /** Deadlines in order of time, then of the owner's id, agents first; a call's silence before a change of its place. */
    private boolean fireFirstDue() {
        NaiveAgent agent = null;
        for (NaiveAgent other : centre.agents) {
            boolean earlier = agent == null
                    || other.deadline < agent.deadline
                    || (other.deadline == agent.deadline && other.id < agent.id);
            agent = earlier ? other : agent;
        }
        NaiveCall call = null;
        for (NaiveCall other : centre.calls) {
            boolean earlier = call == null || due(other) < due(call) || (due(other) == due(call) && other.id < call.id);
            call = earlier ? other : call;
        }
        NaiveReservation reservation = firstDueReservation();
        long first = Math.min(
                agent == null ? NaiveCentre.NEVER : agent.deadline, call == null ? NaiveCentre.NEVER : due(call));
        first = Math.min(first, reservation == null ? NaiveCentre.NEVER : reservation.deadline);
        if (first > centre.now) {
            return false;
        }
        boolean callFirst = call != null && due(call) == first && (reservation == null || call.id <= reservation.id);
        if (agent != null && agent.deadline == first) {
            agent.deadline = NaiveCentre.NEVER;
            due(agent);
        } else if (reservation != null && reservation.deadline == first && !callFirst) {
            reservation.deadline = NaiveCentre.NEVER;
            desk.due(reservation);
        } else if (call.silentAt == first) {
            call.silentAt = NaiveCentre.NEVER;
            silent(call);
        } else {
            call.changeAt = NaiveCentre.NEVER;
            line.due(call);
        }
        return true;
    }

    private NaiveReservation firstDueReservation() {
        NaiveReservation first = null;
        for (NaiveReservation other : centre.reservations) {
            boolean earlier = first == null
                    || other.deadline < first.deadline
                    || (other.deadline == first.deadline && other.id < first.id);
            first = earlier ? other : first;
        }
        return first;
    }

    private static long due(NaiveCall call) {
        return Math.min(call.silentAt, call.changeAt);
    }

    private void due(NaiveAgent agent) {
        if (agent.holdsOffer()) {
            pbxs.askForResync(CallIds.pbxOf(agent.offerCallId));
            agent.deadline = centre.now + ASK_AGAIN;
        } else {
            agents.due(agent);
        }
    }

    private void silent(NaiveCall call) {
        if (call.state == NaiveCall.State.OFFERED) {
            offers.comesBack(call);
        } else {
            pbxs.askForResync(call.pbx);
            call.silentAt = centre.now + ASK_AGAIN;
        }
    }

    private void ofConfig(int id) {
        switch (id) {
            case SettingsDefinedDecoder.TEMPLATE_ID ->
                config.settings(new SettingsDefinedDecoder().wrapAndApplyHeader(buffer, offset, header));
            case QueueDefinedDecoder.TEMPLATE_ID ->
                config.queue(new QueueDefinedDecoder().wrapAndApplyHeader(buffer, offset, header));
            case AgentDefinedDecoder.TEMPLATE_ID ->
                config.agent(new AgentDefinedDecoder().wrapAndApplyHeader(buffer, offset, header));
            case LadderStepDefinedDecoder.TEMPLATE_ID ->
                config.step(new LadderStepDefinedDecoder().wrapAndApplyHeader(buffer, offset, header));
            case OutcomePolicyDefinedDecoder.TEMPLATE_ID ->
                config.policy(new OutcomePolicyDefinedDecoder().wrapAndApplyHeader(buffer, offset, header));
            case RulesBegunDecoder.TEMPLATE_ID -> {
                RulesBegunDecoder begun = new RulesBegunDecoder().wrapAndApplyHeader(buffer, offset, header);
                rules.begin(begun.version(), begun.maxBoostMillis(), begun.ruleCount());
            }
            case RuleDefinedDecoder.TEMPLATE_ID ->
                config.rule(new RuleDefinedDecoder().wrapAndApplyHeader(buffer, offset, header));
            case RulesCommittedDecoder.TEMPLATE_ID ->
                config.committed(new RulesCommittedDecoder().wrapAndApplyHeader(buffer, offset, header));
            case RulesActivatedDecoder.TEMPLATE_ID ->
                config.activated(new RulesActivatedDecoder().wrapAndApplyHeader(buffer, offset, header));
            case TimeAdvancedDecoder.TEMPLATE_ID -> {}
            default -> unknown(id);
        }
    }

    private void ofPbx(int id) {
        switch (id) {
            case PbxLostDecoder.TEMPLATE_ID ->
                pbxs.lost(new PbxLostDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .pbxId());
            case ResyncBeganDecoder.TEMPLATE_ID ->
                pbxs.resyncBegan(new ResyncBeganDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .pbxId());
            case CallSeenDecoder.TEMPLATE_ID ->
                pbxs.seen(new CallSeenDecoder().wrapAndApplyHeader(buffer, offset, header));
            case ResyncCompletedDecoder.TEMPLATE_ID ->
                pbxs.resyncCompleted(new ResyncCompletedDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .pbxId());
            case DayBeganDecoder.TEMPLATE_ID -> config.dayBegan();
            case PromisesChangedDecoder.TEMPLATE_ID -> {
                boolean couldCall = centre.mayCall();
                centre.promising = new PromisesChangedDecoder()
                                .wrapAndApplyHeader(buffer, offset, header)
                                .allowed()
                        != 0;
                if (couldCall != centre.mayCall()) {
                    desk.hoursChanged();
                }
            }
            case OffersChangedDecoder.TEMPLATE_ID ->
                pbxs.offersChanged(new OffersChangedDecoder()
                                .wrapAndApplyHeader(buffer, offset, header)
                                .allowed()
                        != 0);
            case QueueOpenedDecoder.TEMPLATE_ID ->
                config.opened(new QueueOpenedDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .queueId());
            case QueueClosedDecoder.TEMPLATE_ID ->
                config.closed(new QueueClosedDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .queueId());
            default -> unknown(id);
        }
    }

    private void ofCall(int id) {
        switch (id) {
            case CallArrivedDecoder.TEMPLATE_ID ->
                calls.arrived(new CallArrivedDecoder().wrapAndApplyHeader(buffer, offset, header));
            case CallWaitingDecoder.TEMPLATE_ID ->
                calls.waiting(new CallWaitingDecoder().wrapAndApplyHeader(buffer, offset, header));
            case CallHungUpDecoder.TEMPLATE_ID ->
                calls.hungUp(new CallHungUpDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .callId());
            case CallFailedOverDecoder.TEMPLATE_ID ->
                calls.failedOver(new CallFailedOverDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .callId());
            case CallbackAcceptedDecoder.TEMPLATE_ID ->
                calls.accepted(new CallbackAcceptedDecoder().wrapAndApplyHeader(buffer, offset, header));
            case CallbackDeclinedDecoder.TEMPLATE_ID ->
                calls.declined(new CallbackDeclinedDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .callId());
            case RedirectRefusedDecoder.TEMPLATE_ID -> redirectRefused();
            case CallRankedDecoder.TEMPLATE_ID ->
                operator.ranked(new CallRankedDecoder().wrapAndApplyHeader(buffer, offset, header));
            case CallMovedDecoder.TEMPLATE_ID ->
                operator.moved(new CallMovedDecoder().wrapAndApplyHeader(buffer, offset, header));
            case CallWithdrawnDecoder.TEMPLATE_ID ->
                operator.withdrawn(new CallWithdrawnDecoder().wrapAndApplyHeader(buffer, offset, header));
            case OfferProgressedDecoder.TEMPLATE_ID ->
                offers.progressed(new OfferProgressedDecoder().wrapAndApplyHeader(buffer, offset, header));
            default -> unknown(id);
        }
    }

    private void redirectRefused() {
        RedirectRefusedDecoder fact = new RedirectRefusedDecoder().wrapAndApplyHeader(buffer, offset, header);
        if (calls.redirectRefused(fact)) {
            pbxs.askForResync(CallIds.pbxOf(fact.callId()));
        }
    }

    private void ofAgent(int id) {
        Consumer<NaiveAgent> command = switch (id) {
            case AgentLoggedInDecoder.TEMPLATE_ID -> agents::loggedIn;
            case AgentLoggedOutDecoder.TEMPLATE_ID -> agents::loggedOut;
            case AgentPausedDecoder.TEMPLATE_ID -> {
                int code = new AgentPausedDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .reasonCode();
                yield agent -> agents.paused(agent, code);
            }
            case AgentReadiedDecoder.TEMPLATE_ID -> agent -> refuseUnless(agents.readied(agent), id, agent);
            case AgentWrapUpExtendedDecoder.TEMPLATE_ID -> {
                long by = new AgentWrapUpExtendedDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .byMillis();
                yield agent -> refuseUnless(agents.wrapUpExtended(agent, by), id, agent);
            }
            case AgentDeviceChangedDecoder.TEMPLATE_ID -> {
                AgentDeviceChangedDecoder fact =
                        new AgentDeviceChangedDecoder().wrapAndApplyHeader(buffer, offset, header);
                yield agent -> agents.deviceChanged(agent, fact.device());
            }
            default -> null;
        };
        if (command == null) {
            unknown(id);
            return;
        }
        // Every command about an agent begins with his id.
        int agentId = buffer.getInt(offset + MessageHeaderDecoder.ENCODED_LENGTH);
        NaiveAgent agent = centre.agent(agentId);
        if (agent == null) {
            decisions.refused(RefusalReason.UNKNOWN_AGENT, id, agentId);
        } else {
            command.accept(agent);
        }
    }

    private void refuseUnless(boolean obeyed, int id, NaiveAgent agent) {
        if (!obeyed) {
            decisions.refused(RefusalReason.WRONG_STATE, id, agent.id);
        }
    }

    private void unknown(int id) {
        decisions.refused(RefusalReason.UNKNOWN_COMMAND, id, header.schemaId());
    }
}
