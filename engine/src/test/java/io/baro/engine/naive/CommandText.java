package io.baro.engine.naive;

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
import org.agrona.DirectBuffer;

/** Commands as the SBE text of their fields, for people who read a failing prefix. */
final class CommandText {
    private CommandText() {}

    static String of(DirectBuffer buffer) {
        MessageHeaderDecoder header = new MessageHeaderDecoder().wrap(buffer, 0);
        int id = header.templateId();
        StringBuilder text = new StringBuilder();
        if (id < PbxLostDecoder.TEMPLATE_ID) {
            ofConfig(buffer, header, text);
        } else if (id < CallArrivedDecoder.TEMPLATE_ID) {
            ofPbx(buffer, header, text);
        } else if (id < AgentLoggedInDecoder.TEMPLATE_ID) {
            ofCall(buffer, header, text);
        } else if (id < CallbackPolicyDefinedDecoder.TEMPLATE_ID) {
            ofAgent(buffer, header, text);
        } else {
            ofReservation(buffer, header, text);
        }
        String name = text.substring(1, text.indexOf("]"));
        String fields = text.substring(text.indexOf("):") + 2).replace('|', ' ');
        return name + " " + fields.replaceAll(" ?actor=\\[[0-9,]*]", "");
    }

    private static StringBuilder ofReservation(DirectBuffer buffer, MessageHeaderDecoder header, StringBuilder text) {
        return switch (header.templateId()) {
            case CallbackPolicyDefinedDecoder.TEMPLATE_ID ->
                new CallbackPolicyDefinedDecoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .appendTo(text);
            case CallingHoursChangedDecoder.TEMPLATE_ID ->
                new CallingHoursChangedDecoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .appendTo(text);
            case CareCallAskedDecoder.TEMPLATE_ID ->
                new CareCallAskedDecoder().wrapAndApplyHeader(buffer, 0, header).appendTo(text);
            case ReservationCarriedDecoder.TEMPLATE_ID ->
                new ReservationCarriedDecoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .appendTo(text);
            case ReservationMovedDecoder.TEMPLATE_ID ->
                new ReservationMovedDecoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .appendTo(text);
            case ReservationWithdrawnDecoder.TEMPLATE_ID ->
                new ReservationWithdrawnDecoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .appendTo(text);
            default ->
                new CallbackProgressedDecoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .appendTo(text);
        };
    }

    private static StringBuilder ofConfig(DirectBuffer buffer, MessageHeaderDecoder header, StringBuilder text) {
        return switch (header.templateId()) {
            case SettingsDefinedDecoder.TEMPLATE_ID ->
                new SettingsDefinedDecoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .appendTo(text);
            case QueueDefinedDecoder.TEMPLATE_ID ->
                new QueueDefinedDecoder().wrapAndApplyHeader(buffer, 0, header).appendTo(text);
            case AgentDefinedDecoder.TEMPLATE_ID ->
                new AgentDefinedDecoder().wrapAndApplyHeader(buffer, 0, header).appendTo(text);
            case LadderStepDefinedDecoder.TEMPLATE_ID ->
                new LadderStepDefinedDecoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .appendTo(text);
            case OutcomePolicyDefinedDecoder.TEMPLATE_ID ->
                new OutcomePolicyDefinedDecoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .appendTo(text);
            case RulesBegunDecoder.TEMPLATE_ID ->
                new RulesBegunDecoder().wrapAndApplyHeader(buffer, 0, header).appendTo(text);
            case RuleDefinedDecoder.TEMPLATE_ID ->
                new RuleDefinedDecoder().wrapAndApplyHeader(buffer, 0, header).appendTo(text);
            case RulesCommittedDecoder.TEMPLATE_ID ->
                new RulesCommittedDecoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .appendTo(text);
            case RulesActivatedDecoder.TEMPLATE_ID ->
                new RulesActivatedDecoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .appendTo(text);
            case TimeAdvancedDecoder.TEMPLATE_ID ->
                new TimeAdvancedDecoder().wrapAndApplyHeader(buffer, 0, header).appendTo(text);
            default -> text.append("[unknown](sbe):").append(header.templateId());
        };
    }

    private static StringBuilder ofPbx(DirectBuffer buffer, MessageHeaderDecoder header, StringBuilder text) {
        return switch (header.templateId()) {
            case PbxLostDecoder.TEMPLATE_ID ->
                new PbxLostDecoder().wrapAndApplyHeader(buffer, 0, header).appendTo(text);
            case ResyncBeganDecoder.TEMPLATE_ID ->
                new ResyncBeganDecoder().wrapAndApplyHeader(buffer, 0, header).appendTo(text);
            case CallSeenDecoder.TEMPLATE_ID ->
                new CallSeenDecoder().wrapAndApplyHeader(buffer, 0, header).appendTo(text);
            case ResyncCompletedDecoder.TEMPLATE_ID ->
                new ResyncCompletedDecoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .appendTo(text);
            case DayBeganDecoder.TEMPLATE_ID ->
                new DayBeganDecoder().wrapAndApplyHeader(buffer, 0, header).appendTo(text);
            case PromisesChangedDecoder.TEMPLATE_ID ->
                new PromisesChangedDecoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .appendTo(text);
            case OffersChangedDecoder.TEMPLATE_ID ->
                new OffersChangedDecoder().wrapAndApplyHeader(buffer, 0, header).appendTo(text);
            case QueueOpenedDecoder.TEMPLATE_ID ->
                new QueueOpenedDecoder().wrapAndApplyHeader(buffer, 0, header).appendTo(text);
            case QueueClosedDecoder.TEMPLATE_ID ->
                new QueueClosedDecoder().wrapAndApplyHeader(buffer, 0, header).appendTo(text);
            default -> text.append("[unknown](sbe):").append(header.templateId());
        };
    }

    private static StringBuilder ofCall(DirectBuffer buffer, MessageHeaderDecoder header, StringBuilder text) {
        return switch (header.templateId()) {
            case CallArrivedDecoder.TEMPLATE_ID ->
                new CallArrivedDecoder().wrapAndApplyHeader(buffer, 0, header).appendTo(text);
            case CallWaitingDecoder.TEMPLATE_ID ->
                new CallWaitingDecoder().wrapAndApplyHeader(buffer, 0, header).appendTo(text);
            case CallHungUpDecoder.TEMPLATE_ID ->
                new CallHungUpDecoder().wrapAndApplyHeader(buffer, 0, header).appendTo(text);
            case CallFailedOverDecoder.TEMPLATE_ID ->
                new CallFailedOverDecoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .appendTo(text);
            case CallbackAcceptedDecoder.TEMPLATE_ID ->
                new CallbackAcceptedDecoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .appendTo(text);
            case CallbackDeclinedDecoder.TEMPLATE_ID ->
                new CallbackDeclinedDecoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .appendTo(text);
            case RedirectRefusedDecoder.TEMPLATE_ID ->
                new RedirectRefusedDecoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .appendTo(text);
            case CallRankedDecoder.TEMPLATE_ID ->
                new CallRankedDecoder().wrapAndApplyHeader(buffer, 0, header).appendTo(text);
            case CallMovedDecoder.TEMPLATE_ID ->
                new CallMovedDecoder().wrapAndApplyHeader(buffer, 0, header).appendTo(text);
            case CallWithdrawnDecoder.TEMPLATE_ID ->
                new CallWithdrawnDecoder().wrapAndApplyHeader(buffer, 0, header).appendTo(text);
            case OfferProgressedDecoder.TEMPLATE_ID ->
                new OfferProgressedDecoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .appendTo(text);
            default -> text.append("[unknown](sbe):").append(header.templateId());
        };
    }

    private static StringBuilder ofAgent(DirectBuffer buffer, MessageHeaderDecoder header, StringBuilder text) {
        return switch (header.templateId()) {
            case AgentLoggedInDecoder.TEMPLATE_ID ->
                new AgentLoggedInDecoder().wrapAndApplyHeader(buffer, 0, header).appendTo(text);
            case AgentLoggedOutDecoder.TEMPLATE_ID ->
                new AgentLoggedOutDecoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .appendTo(text);
            case AgentPausedDecoder.TEMPLATE_ID ->
                new AgentPausedDecoder().wrapAndApplyHeader(buffer, 0, header).appendTo(text);
            case AgentReadiedDecoder.TEMPLATE_ID ->
                new AgentReadiedDecoder().wrapAndApplyHeader(buffer, 0, header).appendTo(text);
            case AgentWrapUpExtendedDecoder.TEMPLATE_ID ->
                new AgentWrapUpExtendedDecoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .appendTo(text);
            case AgentDeviceChangedDecoder.TEMPLATE_ID ->
                new AgentDeviceChangedDecoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .appendTo(text);
            default -> text.append("[unknown](sbe):").append(header.templateId());
        };
    }
}
