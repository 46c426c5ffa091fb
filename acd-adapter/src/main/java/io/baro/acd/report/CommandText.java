package io.baro.acd.report;

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
import io.baro.engine.message.CallSeenDecoder;
import io.baro.engine.message.CallWaitingDecoder;
import io.baro.engine.message.CallbackAcceptedDecoder;
import io.baro.engine.message.CallbackDeclinedDecoder;
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
import io.baro.engine.message.ResyncBeganDecoder;
import io.baro.engine.message.ResyncCompletedDecoder;
import io.baro.engine.message.RuleDefinedDecoder;
import io.baro.engine.message.RulesActivatedDecoder;
import io.baro.engine.message.RulesBegunDecoder;
import io.baro.engine.message.RulesCommittedDecoder;
import io.baro.engine.message.SettingsDefinedDecoder;
import io.baro.engine.message.TimeAdvancedDecoder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.agrona.DirectBuffer;

/**
 * A journaled command in words: its name, its fields, and who asked for it, if that is known. Who called is not told: neither the
 * caller's key nor the sealed number appears. Reused for each command; one thread.
 */
public final class CommandText {
    /** Where SBE's own text has its fields. */
    private static final String FIELDS = "):";

    /** A name, even if it is written in digits; left out where nobody said who asked. */
    private static final String ACTOR = "actor";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final StringBuilder text = new StringBuilder();
    private final Map<String, String> fields = new LinkedHashMap<>();
    private String name = "";

    /** Reads one command. */
    public CommandText of(DirectBuffer buffer, int offset, int length) {
        fields.clear();
        text.setLength(0);
        header.wrap(buffer, offset);
        if (header.schemaId() == MessageHeaderDecoder.SCHEMA_ID) {
            configuration(buffer, offset);
        }
        if (text.isEmpty()) {
            name = "Unknown";
            fields.put("template", String.valueOf(header.templateId()));
            fields.put("bytes", String.valueOf(length));
        } else {
            name = text.substring(1, text.indexOf("]"));
            split(text.substring(text.indexOf(FIELDS) + FIELDS.length()));
        }
        return this;
    }

    /** Epoch milliseconds as operators read them; UTC, whatever the machine. */
    public static String time(long epochMillis) {
        return TIME.format(Instant.ofEpochMilli(epochMillis));
    }

    public String name() {
        return name;
    }

    /** {@code callId=... queueId=...}. */
    public String fields() {
        StringBuilder line = new StringBuilder();
        fields.forEach((field, value) ->
                line.append(line.isEmpty() ? "" : " ").append(field).append('=').append(value));
        return line.toString();
    }

    /** The fields as one JSON object. */
    public String json() {
        Map<String, Object> values = new LinkedHashMap<>();
        fields.forEach((field, value) -> {
            boolean number = !field.equals(ACTOR) && isNumber(value);
            values.put(field, number ? (Object) Long.valueOf(value) : value);
        });
        return JsonText.of(values);
    }

    // A bar inside brackets belongs to an entry of a list.
    private void split(String all) {
        int depth = 0;
        int start = 0;
        for (int i = 0; i < all.length(); i++) {
            char character = all.charAt(i);
            depth += character == '[' || character == '(' ? 1 : 0;
            depth -= character == ']' || character == ')' ? 1 : 0;
            if (character == '|' && depth == 0) {
                put(all.substring(start, i));
                start = i + 1;
            }
        }
        put(all.substring(start));
    }

    private void put(String field) {
        int equals = field.indexOf('=');
        if (equals > 0) {
            String key = field.substring(0, equals);
            String value = told(key, field.substring(equals + 1));
            if (!value.isEmpty()) {
                fields.put(key, value);
            }
        }
    }

    private static String told(String field, String value) {
        return switch (field) {
            case "number" -> "sealed";
            case ACTOR -> ActorText.name(value);
            case "callerKey" -> value.equals("0") ? "withheld" : "kept";
            default -> value;
        };
    }

    private static boolean isNumber(String value) {
        return value.matches("-?[0-9]{1,18}");
    }

    private void configuration(DirectBuffer buffer, int offset) {
        switch (header.templateId()) {
            case SettingsDefinedDecoder.TEMPLATE_ID ->
                new SettingsDefinedDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .appendTo(text);
            case QueueDefinedDecoder.TEMPLATE_ID ->
                new QueueDefinedDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .appendTo(text);
            case LadderStepDefinedDecoder.TEMPLATE_ID ->
                new LadderStepDefinedDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .appendTo(text);
            case OutcomePolicyDefinedDecoder.TEMPLATE_ID ->
                new OutcomePolicyDefinedDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .appendTo(text);
            case AgentDefinedDecoder.TEMPLATE_ID ->
                new AgentDefinedDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .appendTo(text);
            case RulesBegunDecoder.TEMPLATE_ID ->
                new RulesBegunDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .appendTo(text);
            case RuleDefinedDecoder.TEMPLATE_ID ->
                new RuleDefinedDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .appendTo(text);
            case RulesCommittedDecoder.TEMPLATE_ID ->
                new RulesCommittedDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .appendTo(text);
            case RulesActivatedDecoder.TEMPLATE_ID ->
                new RulesActivatedDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .appendTo(text);
            default -> timeAndLinks(buffer, offset);
        }
    }

    private void timeAndLinks(DirectBuffer buffer, int offset) {
        switch (header.templateId()) {
            case TimeAdvancedDecoder.TEMPLATE_ID ->
                new TimeAdvancedDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .appendTo(text);
            case DayBeganDecoder.TEMPLATE_ID ->
                new DayBeganDecoder().wrapAndApplyHeader(buffer, offset, header).appendTo(text);
            case QueueOpenedDecoder.TEMPLATE_ID ->
                new QueueOpenedDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .appendTo(text);
            case QueueClosedDecoder.TEMPLATE_ID ->
                new QueueClosedDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .appendTo(text);
            case PromisesChangedDecoder.TEMPLATE_ID ->
                new PromisesChangedDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .appendTo(text);
            case OffersChangedDecoder.TEMPLATE_ID ->
                new OffersChangedDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .appendTo(text);
            case PbxLostDecoder.TEMPLATE_ID ->
                new PbxLostDecoder().wrapAndApplyHeader(buffer, offset, header).appendTo(text);
            case ResyncBeganDecoder.TEMPLATE_ID ->
                new ResyncBeganDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .appendTo(text);
            case CallSeenDecoder.TEMPLATE_ID ->
                new CallSeenDecoder().wrapAndApplyHeader(buffer, offset, header).appendTo(text);
            case ResyncCompletedDecoder.TEMPLATE_ID ->
                new ResyncCompletedDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .appendTo(text);
            default -> calls(buffer, offset);
        }
    }

    private void calls(DirectBuffer buffer, int offset) {
        switch (header.templateId()) {
            case CallArrivedDecoder.TEMPLATE_ID ->
                new CallArrivedDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .appendTo(text);
            case CallWaitingDecoder.TEMPLATE_ID ->
                new CallWaitingDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .appendTo(text);
            case CallHungUpDecoder.TEMPLATE_ID ->
                new CallHungUpDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .appendTo(text);
            case CallFailedOverDecoder.TEMPLATE_ID ->
                new CallFailedOverDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .appendTo(text);
            case CallbackAcceptedDecoder.TEMPLATE_ID ->
                new CallbackAcceptedDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .appendTo(text);
            case CallbackDeclinedDecoder.TEMPLATE_ID ->
                new CallbackDeclinedDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .appendTo(text);
            case RedirectRefusedDecoder.TEMPLATE_ID ->
                new RedirectRefusedDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .appendTo(text);
            default -> agents(buffer, offset);
        }
    }

    private void agents(DirectBuffer buffer, int offset) {
        switch (header.templateId()) {
            case OfferProgressedDecoder.TEMPLATE_ID ->
                new OfferProgressedDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .appendTo(text);
            case AgentLoggedInDecoder.TEMPLATE_ID ->
                new AgentLoggedInDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .appendTo(text);
            case AgentLoggedOutDecoder.TEMPLATE_ID ->
                new AgentLoggedOutDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .appendTo(text);
            case AgentPausedDecoder.TEMPLATE_ID ->
                new AgentPausedDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .appendTo(text);
            case AgentReadiedDecoder.TEMPLATE_ID ->
                new AgentReadiedDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .appendTo(text);
            case AgentWrapUpExtendedDecoder.TEMPLATE_ID ->
                new AgentWrapUpExtendedDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .appendTo(text);
            case AgentDeviceChangedDecoder.TEMPLATE_ID ->
                new AgentDeviceChangedDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .appendTo(text);
            default -> ReservationText.append(buffer, offset, header, text);
        }
    }
}
