package io.baro.engine.routing;

import io.baro.engine.message.AgentChangedDecoder;
import io.baro.engine.message.CallAdmittedDecoder;
import io.baro.engine.message.CallClimbedDecoder;
import io.baro.engine.message.CallClosedDecoder;
import io.baro.engine.message.CallConnectedDecoder;
import io.baro.engine.message.CallJoinedDecoder;
import io.baro.engine.message.CallRerankedDecoder;
import io.baro.engine.message.CommandRefusedDecoder;
import io.baro.engine.message.ConfirmReservationDecoder;
import io.baro.engine.message.DialCallbackDecoder;
import io.baro.engine.message.DivertCallDecoder;
import io.baro.engine.message.HoldInQueueDecoder;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.message.OfferCallDecoder;
import io.baro.engine.message.OfferCallbackDecoder;
import io.baro.engine.message.OfferEndedDecoder;
import io.baro.engine.message.RefuseReservationDecoder;
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

/** Collects decisions as the SBE text of their fields, for tests that compare or print them. */
public final class DecisionText implements DecisionSink {
    private final List<String> lines = new ArrayList<>();

    @Override
    public void onDecision(long timeMillis, DirectBuffer buffer, int offset, int length) {
        lines.add(textOf(buffer, offset));
    }

    /** What was decided since the last call. */
    public List<String> take() {
        List<String> taken = List.copyOf(lines);
        lines.clear();
        return taken;
    }

    /** One decision as text. */
    public static String textOf(DirectBuffer buffer, int offset) {
        MessageHeaderDecoder header = new MessageHeaderDecoder().wrap(buffer, offset);
        StringBuilder text = new StringBuilder();
        if (header.templateId() < CallAdmittedDecoder.TEMPLATE_ID) {
            instruction(buffer, offset, header, text);
        } else {
            fact(buffer, offset, header, text);
        }
        return compact(text.toString());
    }

    private static void instruction(DirectBuffer buffer, int offset, MessageHeaderDecoder header, StringBuilder text) {
        switch (header.templateId()) {
            case RouteToMenuDecoder.TEMPLATE_ID ->
                new RouteToMenuDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .appendTo(text);
            case HoldInQueueDecoder.TEMPLATE_ID ->
                new HoldInQueueDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .appendTo(text);
            case OfferCallDecoder.TEMPLATE_ID ->
                new OfferCallDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .appendTo(text);
            case OfferCallbackDecoder.TEMPLATE_ID ->
                new OfferCallbackDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .appendTo(text);
            case ConfirmReservationDecoder.TEMPLATE_ID ->
                new ConfirmReservationDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .appendTo(text);
            case DialCallbackDecoder.TEMPLATE_ID ->
                new DialCallbackDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .appendTo(text);
            case RefuseReservationDecoder.TEMPLATE_ID ->
                new RefuseReservationDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .appendTo(text);
            case DivertCallDecoder.TEMPLATE_ID ->
                new DivertCallDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .appendTo(text);
            case ResyncPbxDecoder.TEMPLATE_ID ->
                new ResyncPbxDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .appendTo(text);
            default -> throw new IllegalStateException("no decision: " + header.templateId());
        }
    }

    private static void fact(DirectBuffer buffer, int offset, MessageHeaderDecoder header, StringBuilder text) {
        switch (header.templateId()) {
            case CallAdmittedDecoder.TEMPLATE_ID ->
                new CallAdmittedDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .appendTo(text);
            case CallJoinedDecoder.TEMPLATE_ID ->
                new CallJoinedDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .appendTo(text);
            case OfferEndedDecoder.TEMPLATE_ID ->
                new OfferEndedDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .appendTo(text);
            case CallConnectedDecoder.TEMPLATE_ID ->
                new CallConnectedDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .appendTo(text);
            case CallClimbedDecoder.TEMPLATE_ID ->
                new CallClimbedDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .appendTo(text);
            case CallClosedDecoder.TEMPLATE_ID ->
                new CallClosedDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .appendTo(text);
            case AgentChangedDecoder.TEMPLATE_ID ->
                new AgentChangedDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .appendTo(text);
            case SpikeChangedDecoder.TEMPLATE_ID ->
                new SpikeChangedDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .appendTo(text);
            case RulesAppliedDecoder.TEMPLATE_ID ->
                new RulesAppliedDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .appendTo(text);
            case CommandRefusedDecoder.TEMPLATE_ID ->
                new CommandRefusedDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .appendTo(text);
            default -> laterFact(buffer, offset, header, text);
        }
    }

    private static void laterFact(DirectBuffer buffer, int offset, MessageHeaderDecoder header, StringBuilder text) {
        switch (header.templateId()) {
            case ReservationChangedDecoder.TEMPLATE_ID ->
                new ReservationChangedDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .appendTo(text);
            case ReservationClosedDecoder.TEMPLATE_ID ->
                new ReservationClosedDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .appendTo(text);
            case CallRerankedDecoder.TEMPLATE_ID ->
                new CallRerankedDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .appendTo(text);
            default -> throw new IllegalStateException("no decision: " + header.templateId());
        }
    }

    /** {@code [OfferCall](sbe...):callId=1|agentId=2} becomes {@code OfferCall callId=1 agentId=2}. */
    private static String compact(String sbeText) {
        String name = sbeText.substring(1, sbeText.indexOf(']'));
        String fields = sbeText.substring(sbeText.indexOf("):") + 2);
        return name + " " + fields.replace('|', ' ');
    }
}
