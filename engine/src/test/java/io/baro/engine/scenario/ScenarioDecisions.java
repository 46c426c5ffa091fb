package io.baro.engine.scenario;

import io.baro.engine.message.AgentChangedDecoder;
import io.baro.engine.message.AgentReadiedDecoder;
import io.baro.engine.message.AgentWrapUpExtendedDecoder;
import io.baro.engine.message.CallAdmittedDecoder;
import io.baro.engine.message.CallClimbedDecoder;
import io.baro.engine.message.CallClosedDecoder;
import io.baro.engine.message.CallConnectedDecoder;
import io.baro.engine.message.CallJoinedDecoder;
import io.baro.engine.message.CallRerankedDecoder;
import io.baro.engine.message.CareCallAskedDecoder;
import io.baro.engine.message.ChosenBy;
import io.baro.engine.message.CommandRefusedDecoder;
import io.baro.engine.message.ConfirmReservationDecoder;
import io.baro.engine.message.DialCallbackDecoder;
import io.baro.engine.message.DivertCallDecoder;
import io.baro.engine.message.HoldInQueueDecoder;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.message.NotReadyReason;
import io.baro.engine.message.OfferCallDecoder;
import io.baro.engine.message.OfferCallbackDecoder;
import io.baro.engine.message.OfferEndedDecoder;
import io.baro.engine.message.RefusalReason;
import io.baro.engine.message.RefuseReservationDecoder;
import io.baro.engine.message.ReservationCarriedDecoder;
import io.baro.engine.message.ReservationChangedDecoder;
import io.baro.engine.message.ReservationClosedDecoder;
import io.baro.engine.message.ResyncPbxDecoder;
import io.baro.engine.message.RouteToMenuDecoder;
import io.baro.engine.message.RulesAppliedDecoder;
import io.baro.engine.message.SpikeChangedDecoder;
import io.baro.engine.port.DecisionSink;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;

/** Collects decisions in a scenario's words: name, the names it is about, then details as {@code key=value}. */
final class ScenarioDecisions implements DecisionSink {
    private static final int NOBODY = -1;

    private final Names names;
    private final List<String> decisions = new ArrayList<>();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();

    ScenarioDecisions(Names names) {
        this.names = names;
    }

    /** What was decided since the last call. */
    List<String> take() {
        List<String> taken = List.copyOf(decisions);
        decisions.clear();
        return taken;
    }

    @Override
    public void onDecision(long timeMillis, DirectBuffer buffer, int offset, int length) {
        header.wrap(buffer, offset);
        decisions.add(header.templateId() < CallAdmittedDecoder.TEMPLATE_ID ? instruction(buffer) : fact(buffer));
    }

    private String instruction(DirectBuffer b) {
        return switch (header.templateId()) {
            case RouteToMenuDecoder.TEMPLATE_ID ->
                "RouteToMenu "
                        + Names.call(new RouteToMenuDecoder()
                                .wrapAndApplyHeader(b, 0, header)
                                .callId());
            case HoldInQueueDecoder.TEMPLATE_ID -> text(new HoldInQueueDecoder().wrapAndApplyHeader(b, 0, header));
            case OfferCallDecoder.TEMPLATE_ID -> text(new OfferCallDecoder().wrapAndApplyHeader(b, 0, header));
            case OfferCallbackDecoder.TEMPLATE_ID -> text(new OfferCallbackDecoder().wrapAndApplyHeader(b, 0, header));
            case ConfirmReservationDecoder.TEMPLATE_ID ->
                text(new ConfirmReservationDecoder().wrapAndApplyHeader(b, 0, header));
            case RefuseReservationDecoder.TEMPLATE_ID ->
                text(new RefuseReservationDecoder().wrapAndApplyHeader(b, 0, header));
            case DivertCallDecoder.TEMPLATE_ID -> text(new DivertCallDecoder().wrapAndApplyHeader(b, 0, header));
            case DialCallbackDecoder.TEMPLATE_ID -> text(new DialCallbackDecoder().wrapAndApplyHeader(b, 0, header));
            case ResyncPbxDecoder.TEMPLATE_ID ->
                "ResyncPbx p"
                        + new ResyncPbxDecoder()
                                .wrapAndApplyHeader(b, 0, header)
                                .pbxId();
            default -> throw new IllegalStateException("no instruction: " + header.templateId());
        };
    }

    private String fact(DirectBuffer b) {
        return switch (header.templateId()) {
            case CallAdmittedDecoder.TEMPLATE_ID -> text(new CallAdmittedDecoder().wrapAndApplyHeader(b, 0, header));
            case CallJoinedDecoder.TEMPLATE_ID -> text(new CallJoinedDecoder().wrapAndApplyHeader(b, 0, header));
            case CallClimbedDecoder.TEMPLATE_ID -> text(new CallClimbedDecoder().wrapAndApplyHeader(b, 0, header));
            case CallRerankedDecoder.TEMPLATE_ID -> text(new CallRerankedDecoder().wrapAndApplyHeader(b, 0, header));
            case OfferEndedDecoder.TEMPLATE_ID -> text(new OfferEndedDecoder().wrapAndApplyHeader(b, 0, header));
            case CallConnectedDecoder.TEMPLATE_ID -> text(new CallConnectedDecoder().wrapAndApplyHeader(b, 0, header));
            case CallClosedDecoder.TEMPLATE_ID -> text(new CallClosedDecoder().wrapAndApplyHeader(b, 0, header));
            case AgentChangedDecoder.TEMPLATE_ID -> text(new AgentChangedDecoder().wrapAndApplyHeader(b, 0, header));
            case SpikeChangedDecoder.TEMPLATE_ID -> text(new SpikeChangedDecoder().wrapAndApplyHeader(b, 0, header));
            case RulesAppliedDecoder.TEMPLATE_ID -> text(new RulesAppliedDecoder().wrapAndApplyHeader(b, 0, header));
            case ReservationChangedDecoder.TEMPLATE_ID ->
                text(new ReservationChangedDecoder().wrapAndApplyHeader(b, 0, header));
            case ReservationClosedDecoder.TEMPLATE_ID ->
                text(new ReservationClosedDecoder().wrapAndApplyHeader(b, 0, header));
            case CommandRefusedDecoder.TEMPLATE_ID ->
                text(new CommandRefusedDecoder().wrapAndApplyHeader(b, 0, header));
            default -> throw new IllegalStateException("no fact: " + header.templateId());
        };
    }

    private static String text(HoldInQueueDecoder d) {
        return "HoldInQueue " + Names.call(d.callId()) + " q" + d.queueId();
    }

    private String text(OfferCallDecoder d) {
        names.learn(d.offerId(), d.callId());
        return "OfferCall " + Names.call(d.callId()) + " a" + d.agentId() + " " + names.offer(d.offerId()) + " q="
                + d.queueId() + " ring=" + Names.duration(d.ringMillis()) + " waited="
                + Names.duration(d.waitedMillis()) + " boost=" + Names.duration(d.boostMillis()) + " rules="
                + rules(d.rulesFired()) + " version=" + d.rulesVersion() + " idle="
                + Names.duration(d.agentIdleMillis()) + " left=" + d.stillWaiting()
                + " by=" + d.chosenBy() + " strategy=" + d.strategy() + " step=" + d.step() + " of=" + d.candidates()
                + " second=" + second(d)
                + " margin=" + d.margin() + " at=" + d.ringIndex() + " more=" + (d.moreFollow() == 1 ? "yes" : "no")
                + " dial=" + (d.dialFollows() == 1 ? "follows" : "no");
    }

    /** Calls choose among agents, agents among calls. */
    private static String second(OfferCallDecoder d) {
        if (d.runnerUp() == NOBODY) {
            return "nobody";
        }
        return d.chosenBy() == ChosenBy.CALL ? "a" + d.runnerUp() : Names.call(d.runnerUp());
    }

    private static String text(OfferCallbackDecoder d) {
        return "OfferCallback " + Names.call(d.callId()) + " q=" + d.queueId() + " ewt=" + Names.duration(d.ewtMillis())
                + " rules=" + rules(d.rulesFired()) + " version=" + d.rulesVersion();
    }

    private static String text(ConfirmReservationDecoder d) {
        return "ConfirmReservation " + Names.call(d.callId()) + " reservation=" + Names.call(d.reservationId()) + " q="
                + d.queueId();
    }

    private static String text(RefuseReservationDecoder d) {
        return "RefuseReservation " + Names.call(d.callId()) + " " + d.reason();
    }

    private static String text(DivertCallDecoder d) {
        return "DivertCall " + Names.call(d.callId()) + " " + d.reason();
    }

    private static String text(CallAdmittedDecoder d) {
        return "CallAdmitted " + Names.call(d.callId()) + " q=" + d.queueId();
    }

    private static String text(CallJoinedDecoder d) {
        return "CallJoined " + Names.call(d.callId()) + " q" + d.queueId() + " boost="
                + Names.duration(d.boostMillis()) + " rules=" + rules(d.rulesFired()) + " waiting=" + d.waiting()
                + " ewt=" + Names.duration(d.ewtMillis()) + " kept="
                + (d.keptForAgent() == NOBODY ? "nobody" : "a" + d.keptForAgent()) + " ahead=" + d.ahead() + " version="
                + d.rulesVersion();
    }

    private static String text(CallClimbedDecoder d) {
        return "CallClimbed " + Names.call(d.callId()) + " q" + d.queueId() + " step=" + d.step();
    }

    private static String text(CallRerankedDecoder d) {
        return "CallReranked " + Names.call(d.callId()) + " q" + d.queueId() + " boost="
                + Names.duration(d.boostMillis());
    }

    private String text(OfferEndedDecoder d) {
        return "OfferEnded " + Names.call(d.callId()) + " a" + d.agentId() + " " + names.offer(d.offerId()) + " "
                + d.outcome() + " q=" + d.queueId();
    }

    private static String text(CallConnectedDecoder d) {
        return "CallConnected " + Names.call(d.callId()) + " a" + d.agentId() + " q=" + d.queueId() + " waited="
                + Names.duration(d.waitedMillis()) + " rules=" + rules(d.rulesFired());
    }

    private static String text(CallClosedDecoder d) {
        return "CallClosed " + Names.call(d.callId()) + " " + d.outcome() + " q=" + d.queueId() + " vanished="
                + (d.vanished() == 1 ? "yes" : "no") + " waited=" + Names.duration(d.waitedMillis()) + " talked="
                + Names.duration(d.talkedMillis()) + " rules=" + rules(d.rulesFired());
    }

    private static String text(AgentChangedDecoder d) {
        String reason = d.reason() == NotReadyReason.NONE ? "" : " " + d.reason();
        return "AgentChanged a" + d.agentId() + " " + d.state() + reason + " call=" + Names.call(d.callId()) + " code="
                + d.pauseCode();
    }

    private static String text(SpikeChangedDecoder d) {
        return "SpikeChanged q" + d.queueId() + " " + (d.active() == 1 ? "on" : "off") + " rule=" + d.ruleId() + " ewt="
                + Names.duration(d.ewtMillis());
    }

    private static String text(RulesAppliedDecoder d) {
        return "RulesApplied " + d.version() + " share=" + d.sharePermille();
    }

    private String text(DialCallbackDecoder d) {
        return "DialCallback " + Names.call(d.callId()) + " a" + d.agentId() + " " + names.offer(d.offerId()) + " q="
                + d.queueId() + " ring=" + Names.duration(d.ringMillis()) + " customer-ring="
                + Names.duration(d.customerRingMillis()) + " attempt=" + d.attempt()
                + " first=" + (d.customerFirst() == 1 ? "customer" : "agent");
    }

    private static String text(ReservationChangedDecoder d) {
        return "ReservationChanged " + Names.call(d.reservationId()) + " " + d.state() + " q=" + d.queueId() + " kind="
                + d.kind() + " attempts=" + d.attempts() + " due=" + Names.time(d.dueMillis()) + " until="
                + Names.time(d.untilMillis());
    }

    private static String text(ReservationClosedDecoder d) {
        return "ReservationClosed " + Names.call(d.reservationId()) + " " + d.outcome() + " q=" + d.queueId() + " kind="
                + d.kind() + " attempts=" + d.attempts() + " made=" + Names.time(d.madeMillis());
    }

    private String text(CommandRefusedDecoder d) {
        boolean isAgents = d.templateId() == AgentReadiedDecoder.TEMPLATE_ID
                || d.templateId() == AgentWrapUpExtendedDecoder.TEMPLATE_ID;
        boolean isOfDesk = d.templateId() == CareCallAskedDecoder.TEMPLATE_ID
                || d.templateId() == ReservationCarriedDecoder.TEMPLATE_ID
                || HandCommands.areByHand(d.templateId());
        RefusalReason kind = isOfDesk ? RefusalReason.UNKNOWN_CALL : d.reason();
        String subject = switch (kind) {
            case UNKNOWN_CALL, CALL_LIMIT -> Names.call(d.subject());
            case WRONG_STATE -> isAgents ? "a" + d.subject() : Names.call(d.subject());
            case UNKNOWN_QUEUE, QUEUE_LIMIT -> "q" + d.subject();
            case UNKNOWN_AGENT, AGENT_LIMIT -> "a" + d.subject();
            case UNKNOWN_PBX -> "p" + d.subject();
            case STALE_OFFER -> names.offer(d.subject());
            default -> Long.toString(d.subject());
        };
        return "CommandRefused " + d.reason() + " " + subject + " command=" + d.templateId();
    }

    private static String rules(int bits) {
        StringBuilder text = new StringBuilder();
        for (int rule = 0; rule < Integer.SIZE; rule++) {
            if ((bits & (1 << rule)) != 0) {
                text.append(text.isEmpty() ? "" : ",").append(rule);
            }
        }
        return text.isEmpty() ? "none" : text.toString();
    }
}
