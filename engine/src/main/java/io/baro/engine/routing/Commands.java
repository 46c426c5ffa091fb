package io.baro.engine.routing;

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
import org.agrona.DirectBuffer;

/**
 * Sends each command to the flow's own decoder by its template id; an id of no command is refused and said so. Holds no bodies.
 * Runs on: routing thread.
 */
final class Commands {
    private final Decisions decisions;
    private final ConfigCommands config;
    private final PbxCommands pbxs;
    private final CallCommands calls;
    private final OperatorCommands operator;
    private final OfferCommands offers;
    private final ReservationCommands reservations;
    private final AgentCommands agents;

    Commands(Router.Parts parts, Router.Flows flows) {
        decisions = parts.decisions();
        config = new ConfigCommands(new ConfigFlow(parts, flows), new RuleFlow(parts));
        pbxs = new PbxCommands(parts, flows);
        calls = new CallCommands(parts, flows);
        operator = new OperatorCommands(parts, flows);
        offers = new OfferCommands(parts, flows);
        reservations = new ReservationCommands(parts, flows);
        agents = new AgentCommands(parts, flows);
    }

    /** Applies the message behind {@code header}; {@code offset} is that of its body. */
    void apply(MessageHeaderDecoder header, DirectBuffer buffer, int offset, long nowMillis) {
        switch (header.templateId()) {
            case SettingsDefinedDecoder.TEMPLATE_ID,
                    QueueDefinedDecoder.TEMPLATE_ID,
                    AgentDefinedDecoder.TEMPLATE_ID,
                    RulesBegunDecoder.TEMPLATE_ID,
                    RuleDefinedDecoder.TEMPLATE_ID,
                    RulesCommittedDecoder.TEMPLATE_ID,
                    RulesActivatedDecoder.TEMPLATE_ID,
                    OutcomePolicyDefinedDecoder.TEMPLATE_ID,
                    LadderStepDefinedDecoder.TEMPLATE_ID,
                    PromisesChangedDecoder.TEMPLATE_ID,
                    CallingHoursChangedDecoder.TEMPLATE_ID,
                    CallbackPolicyDefinedDecoder.TEMPLATE_ID,
                    QueueOpenedDecoder.TEMPLATE_ID,
                    QueueClosedDecoder.TEMPLATE_ID,
                    DayBeganDecoder.TEMPLATE_ID -> config.apply(header, buffer, offset, nowMillis);
            case TimeAdvancedDecoder.TEMPLATE_ID -> {}
            case OffersChangedDecoder.TEMPLATE_ID,
                    PbxLostDecoder.TEMPLATE_ID,
                    ResyncBeganDecoder.TEMPLATE_ID,
                    CallSeenDecoder.TEMPLATE_ID,
                    ResyncCompletedDecoder.TEMPLATE_ID -> pbxs.apply(header, buffer, offset, nowMillis);
            case CallArrivedDecoder.TEMPLATE_ID,
                    CallWaitingDecoder.TEMPLATE_ID,
                    CallHungUpDecoder.TEMPLATE_ID,
                    CallFailedOverDecoder.TEMPLATE_ID,
                    CallbackAcceptedDecoder.TEMPLATE_ID,
                    CallbackDeclinedDecoder.TEMPLATE_ID,
                    RedirectRefusedDecoder.TEMPLATE_ID -> calls.apply(header, buffer, offset, nowMillis);
            case CallRankedDecoder.TEMPLATE_ID, CallMovedDecoder.TEMPLATE_ID, CallWithdrawnDecoder.TEMPLATE_ID ->
                operator.apply(header, buffer, offset, nowMillis);
            case CareCallAskedDecoder.TEMPLATE_ID,
                    ReservationWithdrawnDecoder.TEMPLATE_ID,
                    ReservationMovedDecoder.TEMPLATE_ID,
                    ReservationCarriedDecoder.TEMPLATE_ID,
                    CallbackProgressedDecoder.TEMPLATE_ID -> reservations.apply(header, buffer, offset, nowMillis);
            case OfferProgressedDecoder.TEMPLATE_ID -> offers.progressed(header, buffer, offset, nowMillis);
            case AgentLoggedInDecoder.TEMPLATE_ID,
                    AgentLoggedOutDecoder.TEMPLATE_ID,
                    AgentPausedDecoder.TEMPLATE_ID,
                    AgentReadiedDecoder.TEMPLATE_ID,
                    AgentWrapUpExtendedDecoder.TEMPLATE_ID,
                    AgentDeviceChangedDecoder.TEMPLATE_ID -> agents.apply(header, buffer, offset, nowMillis);
            default -> decisions.commandRefused(RefusalReason.UNKNOWN_COMMAND, header.templateId(), header.schemaId());
        }
    }
}
