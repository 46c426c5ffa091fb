package io.baro.acd.report;

import io.baro.engine.callcenter.CallIds;
import io.baro.engine.message.AgentChangedDecoder;
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
import io.baro.engine.message.OfferCallbackDecoder;
import io.baro.engine.message.OfferProgressedDecoder;
import io.baro.engine.message.OutcomePolicyDefinedDecoder;
import io.baro.engine.message.PbxLostDecoder;
import io.baro.engine.message.QueueClosedDecoder;
import io.baro.engine.message.QueueDefinedDecoder;
import io.baro.engine.message.QueueOpenedDecoder;
import io.baro.engine.message.RedirectRefusedDecoder;
import io.baro.engine.message.ReservationCarriedDecoder;
import io.baro.engine.message.ReservationMovedDecoder;
import io.baro.engine.message.RouteToMenuDecoder;
import io.baro.engine.message.RuleDefinedDecoder;
import io.baro.engine.message.RulesActivatedDecoder;
import io.baro.engine.message.RulesBegunDecoder;
import io.baro.engine.message.RulesCommittedDecoder;
import io.baro.engine.message.SettingsDefinedDecoder;
import io.baro.engine.rehearsal.DutyChange;
import io.baro.engine.rehearsal.Onlooker;
import java.nio.ByteOrder;
import java.util.function.Consumer;
import org.agrona.DirectBuffer;

/** Reads a journal's run and writes down what no router decided. Decides nothing. One thread. */
final class DayExtractor implements Onlooker {
    private final RecordedDay day = new RecordedDay();
    private final AgentExtractor agents = new AgentExtractor(day);
    private final OfferExtractor offers = new OfferExtractor(day);
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final CallArrivedDecoder arrived = new CallArrivedDecoder();
    private final CallWaitingDecoder waiting = new CallWaitingDecoder();
    private final CallHungUpDecoder hungUp = new CallHungUpDecoder();
    private final CallFailedOverDecoder failedOver = new CallFailedOverDecoder();
    private final CallbackAcceptedDecoder accepted = new CallbackAcceptedDecoder();
    private final CallbackProgressedDecoder calledBack = new CallbackProgressedDecoder();
    private final CallbackDeclinedDecoder declined = new CallbackDeclinedDecoder();
    private final AgentPausedDecoder paused = new AgentPausedDecoder();
    private final RouteToMenuDecoder menu = new RouteToMenuDecoder();
    private final OfferCallbackDecoder callback = new OfferCallbackDecoder();
    private final AgentChangedDecoder changed = new AgentChangedDecoder();
    private final OfferProgressedDecoder progressed = new OfferProgressedDecoder();
    private boolean begun;

    RecordedDay day() {
        return day;
    }

    @Override
    public void onCommand(long timeMillis, DirectBuffer buffer, int offset, int length) {
        day.at(timeMillis);
        header.wrap(buffer, offset);
        switch (header.templateId()) {
            case SettingsDefinedDecoder.TEMPLATE_ID,
                    QueueDefinedDecoder.TEMPLATE_ID,
                    LadderStepDefinedDecoder.TEMPLATE_ID,
                    OutcomePolicyDefinedDecoder.TEMPLATE_ID,
                    CallbackPolicyDefinedDecoder.TEMPLATE_ID,
                    AgentDefinedDecoder.TEMPLATE_ID,
                    RulesBegunDecoder.TEMPLATE_ID,
                    RuleDefinedDecoder.TEMPLATE_ID,
                    RulesCommittedDecoder.TEMPLATE_ID -> configure(timeMillis, buffer, offset, length);
            case QueueOpenedDecoder.TEMPLATE_ID,
                    QueueClosedDecoder.TEMPLATE_ID,
                    RulesActivatedDecoder.TEMPLATE_ID,
                    CallingHoursChangedDecoder.TEMPLATE_ID,
                    AgentDeviceChangedDecoder.TEMPLATE_ID,
                    AgentWrapUpExtendedDecoder.TEMPLATE_ID -> day.scheduled(timeMillis, buffer, offset, length);
            case DayBeganDecoder.TEMPLATE_ID -> {
                if (timeMillis > day.beganMillis()) {
                    day.scheduled(timeMillis, buffer, offset, length);
                }
            }
            case PbxLostDecoder.TEMPLATE_ID -> day.notLived("links lost");
            case RedirectRefusedDecoder.TEMPLATE_ID -> day.notLived("redirects refused");
            case CareCallAskedDecoder.TEMPLATE_ID -> day.notLived("care calls");
            case ReservationCarriedDecoder.TEMPLATE_ID -> day.notLived("reservations of an earlier state");
            case CallSeenDecoder.TEMPLATE_ID -> day.notLived("calls found by a resync");
            case CallRankedDecoder.TEMPLATE_ID, CallMovedDecoder.TEMPLATE_ID, CallWithdrawnDecoder.TEMPLATE_ID ->
                day.notLived("calls changed by hand");
            case ReservationMovedDecoder.TEMPLATE_ID -> day.notLived("reservations moved by hand");
            default -> people(timeMillis, buffer, offset);
        }
    }

    @Override
    public void onDecision(long timeMillis, DirectBuffer buffer, int offset, int length) {
        header.wrap(buffer, offset);
        switch (header.templateId()) {
            case RouteToMenuDecoder.TEMPLATE_ID ->
                note(menu.wrapAndApplyHeader(buffer, offset, header).callId(), call -> call.throughMenu = true);
            case OfferCallbackDecoder.TEMPLATE_ID ->
                note(
                        callback.wrapAndApplyHeader(buffer, offset, header).callId(),
                        call -> call.callbackOfferedMillis = timeMillis);
            case AgentChangedDecoder.TEMPLATE_ID ->
                agents.changed(timeMillis, changed.wrapAndApplyHeader(buffer, offset, header));
            default -> {
                // Follows from what people did.
            }
        }
    }

    /** Rules and agents that are told again while the day runs come at their time. */
    private void configure(long timeMillis, DirectBuffer buffer, int offset, int length) {
        if (begun) {
            day.scheduled(timeMillis, buffer, offset, length);
        } else {
            day.configured(buffer, offset, length);
        }
    }

    private void people(long timeMillis, DirectBuffer buffer, int offset) {
        begun = true;
        switch (header.templateId()) {
            case CallArrivedDecoder.TEMPLATE_ID ->
                arrived(timeMillis, arrived.wrapAndApplyHeader(buffer, offset, header));
            case CallWaitingDecoder.TEMPLATE_ID ->
                waiting(timeMillis, waiting.wrapAndApplyHeader(buffer, offset, header));
            case CallHungUpDecoder.TEMPLATE_ID ->
                note(hungUp.wrapAndApplyHeader(buffer, offset, header).callId(), call -> call.goneMillis = timeMillis);
            case CallFailedOverDecoder.TEMPLATE_ID ->
                note(failedOver.wrapAndApplyHeader(buffer, offset, header).callId(), call -> {
                    call.takenAway = true;
                    call.goneMillis = timeMillis;
                });
            case CallbackAcceptedDecoder.TEMPLATE_ID ->
                note(accepted.wrapAndApplyHeader(buffer, offset, header).callId(), call -> {
                    call.takenAway = true;
                    call.callbackAcceptedMillis = timeMillis;
                });
            case CallbackDeclinedDecoder.TEMPLATE_ID ->
                note(
                        declined.wrapAndApplyHeader(buffer, offset, header).callId(),
                        call -> call.callbackDeclined = true);
            case OfferProgressedDecoder.TEMPLATE_ID ->
                offers.progressed(timeMillis, progressed.wrapAndApplyHeader(buffer, offset, header));
            case CallbackProgressedDecoder.TEMPLATE_ID ->
                day.customers().progressed(timeMillis, calledBack.wrapAndApplyHeader(buffer, offset, header));
            default -> agentDuty(timeMillis, buffer, offset);
        }
    }

    /** A call that was never heard of has no record to note it in. */
    private void note(long callId, Consumer<RecordedCall> fact) {
        RecordedCall call = day.call(callId);
        if (call != null) {
            fact.accept(call);
        }
    }

    private void agentDuty(long timeMillis, DirectBuffer buffer, int offset) {
        switch (header.templateId()) {
            case AgentLoggedInDecoder.TEMPLATE_ID ->
                agents.duty(timeMillis, agentOf(buffer, offset), DutyChange.Kind.LOGIN, 0);
            case AgentLoggedOutDecoder.TEMPLATE_ID ->
                agents.duty(timeMillis, agentOf(buffer, offset), DutyChange.Kind.LOGOUT, 0);
            case AgentReadiedDecoder.TEMPLATE_ID -> agents.readied(timeMillis, agentOf(buffer, offset));
            case AgentPausedDecoder.TEMPLATE_ID ->
                agents.duty(
                        timeMillis,
                        agentOf(buffer, offset),
                        DutyChange.Kind.PAUSE,
                        paused.wrapAndApplyHeader(buffer, offset, header).reasonCode());
            default -> {
                // Time, resyncs and customers who are called back: the rehearsal makes its own.
            }
        }
    }

    /** Every command about an agent begins with his id. */
    private static int agentOf(DirectBuffer buffer, int offset) {
        return buffer.getInt(offset + MessageHeaderDecoder.ENCODED_LENGTH, ByteOrder.LITTLE_ENDIAN);
    }

    private void arrived(long timeMillis, CallArrivedDecoder fact) {
        if (day.call(fact.callId()) == null) {
            day.add(new RecordedCall(
                    fact.callId(),
                    timeMillis,
                    fact.callerKey(),
                    fact.callerAge(),
                    fact.queueId(),
                    fact.dedicatedAgentId(),
                    fact.teamQueueId()));
        }
    }

    private void waiting(long timeMillis, CallWaitingDecoder fact) {
        // A customer who was called back and waits did not call.
        if (CallIds.isCallback(fact.callId())) {
            return;
        }
        RecordedCall call = day.call(fact.callId());
        if (call == null) {
            // His arrival was not heard: he counts from his first turn, and takes no menu.
            call = new RecordedCall(
                    fact.callId(),
                    timeMillis,
                    fact.callerKey(),
                    fact.callerAge(),
                    fact.queueId(),
                    fact.dedicatedAgentId(),
                    fact.teamQueueId());
            day.notLived("calls first heard of in a line");
            day.add(call);
        }
        if (call.loopMillis == RecordedCall.NEVER) {
            call.loopMillis = timeMillis;
            call.chosenQueueId = fact.queueId();
        }
    }
}
