package io.baro.acd.pbx;

import java.nio.charset.StandardCharsets;

/** Owns the actions that move, end or mark a channel, with Asterisk's words for what does not work. Runs on the loop's thread. */
final class ChannelActions {
    private final EmbeddedPbx pbx;

    ChannelActions(EmbeddedPbx pbx) {
        this.pbx = pbx;
    }

    void redirect(AmiRequest request, AmiReply reply) {
        String name = request.get("Channel");
        if (name.isEmpty()) {
            reply.error("Channel not specified");
            return;
        }
        if (!request.get("Priority").equals("1")) {
            reply.error("Priority is invalid");
            return;
        }
        PbxChannel channel = pbx.channels().get(name);
        if (channel == null) {
            reply.error("Channel does not exist: " + name);
            return;
        }
        boolean callersOwn = channel.caller != null && channel.caller.channel == channel;
        if (!callersOwn || !channel.caller.asyncGoto(request.get("Context"), request.get("Exten"))) {
            reply.error("Redirect failed, channel not up.");
            return;
        }
        pbx.goesTo(channel.caller);
        reply.success("Redirect successful");
    }

    void hangUp(AmiRequest request, AmiReply reply) {
        String name = request.get("Channel");
        if (name.isEmpty()) {
            reply.error("No channel specified");
            return;
        }
        PbxChannel channel = pbx.channels().get(name);
        if (channel == null) {
            reply.error("No such channel");
            return;
        }
        reply.success("Channel Hungup");
        if (channel.caller != null && channel.caller.channel == channel) {
            channel.caller.hangUpByAction();
        }
    }

    void setVariable(AmiRequest request, AmiReply reply) {
        String variable = request.get("Variable");
        String name = request.get("Channel");
        if (variable.isEmpty()) {
            reply.error("No variable specified");
            return;
        }
        if (!name.isEmpty() && pbx.channels().get(name) == null) {
            reply.error("No such channel");
            return;
        }
        if (name.isEmpty()) {
            pbx.globals().put(variable, request.get("Value"));
            if (variable.equals("ACD_HB")) {
                pbx.events().globalSet(variable, request.get("Value"));
            }
        }
        reply.success("Variable Set");
    }

    void getVariable(AmiRequest request, AmiReply reply) {
        String variable = request.get("Variable");
        String name = request.get("Channel");
        if (variable.isEmpty()) {
            reply.error("No variable specified");
            return;
        }
        PbxChannel channel = pbx.channels().get(name);
        if (!name.isEmpty() && channel == null) {
            reply.error("No such channel");
            return;
        }
        reply.data("Variable: " + variable + "\r\nValue: " + valueOf(variable, channel) + "\r\n");
    }

    void originate(AmiRequest request, AmiReply reply) {
        String channel = request.get("Channel");
        if (channel.startsWith("Local/")) {
            Callback callback = Callback.of(pbx, request);
            // As with Async: what cannot be made is told by OriginateResponse alone, which the engine does not need.
            reply.success("Originate successfully queued");
            if (callback != null) {
                callback.start();
            }
            return;
        }
        if (!channel.startsWith("PJSIP/")) {
            reply.error(channel.isEmpty() ? "Channel not specified" : "Invalid channel");
            return;
        }
        reply.success("Originate successfully queued");
        new Origination(pbx, request, reply).start();
    }

    private String valueOf(String variable, PbxChannel channel) {
        if (channel != null && variable.equals("ACD_CALL")) {
            return new String(channel.acdCall, StandardCharsets.ISO_8859_1);
        }
        if (variable.startsWith("DEVICE_STATE(PJSIP/") && variable.endsWith(")")) {
            AgentPhone phone = pbx.phone(variable.substring("DEVICE_STATE(PJSIP/".length(), variable.length() - 1));
            return phone == null ? "INVALID" : phone.device().name();
        }
        if (variable.equals("AMI_CLIENT(" + pbx.settings().eventsUser() + ",sessions)")) {
            return Integer.toString(pbx.sessions().count(pbx.settings().eventsUser()));
        }
        return pbx.globals().getOrDefault(variable, "");
    }
}
